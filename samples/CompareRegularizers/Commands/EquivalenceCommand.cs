using System.CommandLine;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using CompareRegularizers.Commands.Syntax;
using CompareRegularizers.Equivalence;
using NoiseRegGen;

namespace CompareRegularizers.Commands;

/// <summary>The command line of <c>equivalence</c>.</summary>
internal sealed class EquivalenceCommand : Command
{
    private const int LargestLayer = 4096;
    private const int MostEtas = 100;
    private const int MostNetworks = 8;

    private readonly DataSyntax _data;
    private readonly NetworkSyntax _network;

    private readonly Option<double[]?> _eta = new("--eta")
    {
        HelpName = "numbers",
        Description = "The noise variances to measure at (1e-6 to 0.1, two a decade).",
        AllowMultipleArgumentsPerToken = true,
        CustomParser = OptionValues.Numbers<double>("numbers above 0", MostEtas, eta => double.IsFinite(eta) && eta > 0),
    };

    private readonly Option<double?> _at = new("--at")
    {
        HelpName = "number",
        Description = "The noise variance of the scatter and the gradients (the largest with eta x width of at most 0.05).",
        CustomParser = OptionValues.Number<double>("a number above 0", eta => double.IsFinite(eta) && eta > 0),
    };

    private readonly Option<Activation[]?> _eachActivation = new("--each-activation")
    {
        HelpName = "names",
        Description = "Measures a network for each of these activations, in all hidden layers.",
        AllowMultipleArgumentsPerToken = true,
        CustomParser = OptionValues.Members<Activation>(),
    };

    private readonly Option<int[]?> _eachWidth = new("--each-width")
    {
        HelpName = "numbers",
        Description = "Measures a network for each of these widths, of all hidden layers.",
        AllowMultipleArgumentsPerToken = true,
        CustomParser = OptionValues.Numbers<int>(
            $"whole numbers from 1 to {LargestLayer}", MostNetworks, units => units is >= 1 and <= LargestLayer),
    };

    private readonly Option<int?> _pairs = CountFromTwo("--pairs", "Antithetic pairs of noise draws for each example (500).", 10_000_000);
    private readonly Option<int?> _measure = CountFromTwo(
        "--measure", "The most examples of the training part to measure (200).", 1_000_000);

    private readonly Option<int?> _epochs = CommonOptions.Epochs();
    private readonly Option<int?> _batch = CommonOptions.Batch();
    private readonly Option<double?> _learningRate = CommonOptions.LearningRate();
    private readonly Option<ulong?> _seed = CommonOptions.Seed();
    private readonly Option<int?> _threads = CommonOptions.Threads("pieces of the measurement");
    private readonly Option<string> _out = CommonOptions.OutFolder("equivalence", "The folder for the results.");
    private readonly Option<bool> _quiet = CommonOptions.Quiet();

    private readonly Option<bool> _quick = new("--quick")
    {
        Description = "A small measurement that takes a few seconds: to see that it works, not to conclude from.",
    };

    /// <summary>Declares the options.</summary>
    internal EquivalenceCommand(TextWriter output, TextWriter error)
        : base(
            "equivalence",
            "Measures in double precision, before and after training, what weight noise of variance eta adds to the loss, and compares "
            + "it with the penalty eta P and with eta (P + r T), the whole first order.")
    {
        _data = new DataSyntax(this);
        _network = new NetworkSyntax(this, withPrecision: false);
        Option[] options =
        [
            _eachActivation, _eachWidth, _eta, _at, _pairs, _measure, _epochs, _batch, _learningRate, _seed, _threads, _out, _quiet, _quick,
        ];
        foreach (Option option in options)
            Add(option);
        // On a thread of the pool: the caller's has to stay free to hear Ctrl-C.
        SetAction((parsed, cancellation) => Task.Run(
            () => new EquivalenceRun(Read(parsed), output, error).Run(cancellation), cancellation));
    }

    // Of one of them there is no spread.
    private static Option<int?> CountFromTwo(string name, string description, int most) => new(name)
    {
        HelpName = "number",
        Description = description,
        CustomParser = OptionValues.Number<int>($"a whole number from 2 to {most}", count => count >= 2 && count <= most),
    };

    // The library gives an empty array for an option that is not there.
    private static T[]? GivenOrNull<T>(T[]? values) => values is { Length: > 0 } ? [.. values.Distinct()] : null;

    private EquivalenceOptions Read(ParseResult parsed) => new()
    {
        Data = _data.Read(parsed),
        Network = _network.Read(parsed),
        EachActivation = GivenOrNull(parsed.GetValue(_eachActivation)),
        EachWidth = GivenOrNull(parsed.GetValue(_eachWidth)),
        Etas = GivenOrNull(parsed.GetValue(_eta)),
        At = parsed.GetValue(_at),
        Pairs = parsed.GetValue(_pairs),
        MostExamples = parsed.GetValue(_measure),
        Epochs = parsed.GetValue(_epochs),
        Batch = parsed.GetValue(_batch),
        LearningRate = parsed.GetValue(_learningRate),
        Seed = parsed.GetValue(_seed),
        Threads = parsed.GetValue(_threads),
        Out = parsed.GetRequiredValue(_out),
        Quiet = parsed.GetValue(_quiet),
        Quick = parsed.GetValue(_quick),
    };
}
