using System.CommandLine;
using System.CommandLine.Parsing;
using System.IO;
using System.Threading.Tasks;
using NoiseRegGen;

namespace CompareRegularizers.Commands;

/// <summary>The command line of <c>compare</c>, the default.</summary>
internal sealed class CompareCommand : RootCommand
{
    private const int LargestLayer = 4096;
    private const int MostLayers = 16;
    private const int MostEtas = 100;

    private readonly Option<FileInfo> _data = new("--data")
    {
        HelpName = "file",
        Description = "A table of numbers with a header, separated by commas, semicolons or tabs. Default: Friedman's function #1.",
    };

    private readonly Option<string> _target = new("--target")
    {
        HelpName = "column",
        Description = "The column of --data to predict; all others are inputs.",
    };

    private readonly Option<double[]?> _eta = new("--eta")
    {
        HelpName = "numbers",
        Description = "The etas to compare at: noise variances and penalty weights.",
        AllowMultipleArgumentsPerToken = true,
        CustomParser = OptionValues.Numbers<double>("numbers above 0", MostEtas, eta => double.IsFinite(eta) && eta > 0),
    };

    private readonly Option<int?> _repeats = Counted(
        "--repeats", "How many times data, first weights, batches and noise are drawn anew (20).", 10_000);

    private readonly Option<int?> _epochs = Counted(
        "--epochs", "Passes over the training part (as many as make 4000 steps, and at least 20).", 1_000_000);

    private readonly Option<int?> _batch = Counted("--batch", "Examples in a batch (50).", 1_000_000);

    private readonly Option<double?> _learningRate = new("--lr")
    {
        HelpName = "number",
        Description = "Adam's first step size; it falls linearly to 0 (0.01).",
        CustomParser = OptionValues.Number<double>("a number above 0", rate => double.IsFinite(rate) && rate > 0),
    };

    private readonly Option<ulong?> _seed = new("--seed")
    {
        HelpName = "number",
        Description = "What all random numbers derive from (1).",
        CustomParser = OptionValues.Number<ulong>("a whole number from 0 to 2^64 - 1", _ => true),
    };

    private readonly Option<int?> _threads = Counted(
        "--threads", "How many runs at a time (all cores); the results do not depend on it.", 1024);

    private readonly Option<int[]?> _hidden = new("--hidden")
    {
        HelpName = "numbers",
        Description = "Units of the hidden layers, such as 50 or 64,64 (32,32; for a table 50).",
        AllowMultipleArgumentsPerToken = true,
        CustomParser = OptionValues.Numbers<int>(
            $"whole numbers from 1 to {LargestLayer}", MostLayers, units => units is >= 1 and <= LargestLayer),
    };

    private readonly Option<Activation?> _activation = new("--activation")
    {
        HelpName = "name",
        Description = $"Activation of the hidden layers: {OptionValues.ActivationNames} (tanh).",
        CustomParser = OptionValues.Activation,
    };

    private readonly Option<string> _out = new("--out")
    {
        HelpName = "folder",
        Description = "The folder for the results.",
        DefaultValueFactory = _ => "comparison",
    };

    private readonly Option<bool> _quiet = new("--quiet") { Description = "Show no progress." };

    private readonly Option<bool> _quick = new("--quick")
    {
        Description = "A small comparison that takes a few seconds: to see that it works, not to conclude from.",
    };

    /// <summary>Declares the options.</summary>
    internal CompareCommand(TextWriter output, TextWriter error)
        : base(
            "Compares two regularisers of a neural network: Gaussian noise on the weights, and the penalty "
            + "eta ||grad_W yhat||^2 that is said to be equivalent to it.")
    {
        Option[] options =
        [
            _data, _target, _eta, _repeats, _epochs, _batch, _learningRate, _seed, _threads, _hidden, _activation, _out, _quiet, _quick,
        ];
        foreach (Option option in options)
            Add(option);
        Add(new EquivalenceCommand(output, error));
        Validators.Add(CheckTogether);
        // On a thread of the pool: the caller's has to stay free to hear Ctrl-C.
        SetAction((parsed, cancellation) => Task.Run(() => new Comparison(Read(parsed), output, error).Run(cancellation), cancellation));
    }

    private static Option<int?> Counted(string name, string description, int most) => new(name)
    {
        HelpName = "number",
        Description = description,
        CustomParser = OptionValues.Number<int>($"a whole number from 1 to {most}", count => count >= 1 && count <= most),
    };

    private void CheckTogether(CommandResult result)
    {
        bool data = result.GetResult(_data) is not null, target = result.GetResult(_target) is not null;
        if (data && !target)
            result.AddError("--data needs --target, the column to predict.");
        if (target && !data)
            result.AddError("--target names a column of --data, which is missing.");
    }

    // The library gives an empty array for an option that is not there.
    private static T[]? GivenOrNull<T>(T[]? values) => values is { Length: > 0 } ? values : null;

    private CompareOptions Read(ParseResult parsed) => new()
    {
        Data = parsed.GetValue(_data),
        Target = parsed.GetValue(_target),
        Etas = GivenOrNull(parsed.GetValue(_eta)),
        Repeats = parsed.GetValue(_repeats),
        Epochs = parsed.GetValue(_epochs),
        Batch = parsed.GetValue(_batch),
        LearningRate = parsed.GetValue(_learningRate),
        Seed = parsed.GetValue(_seed),
        Threads = parsed.GetValue(_threads),
        Hidden = GivenOrNull(parsed.GetValue(_hidden)),
        Activation = parsed.GetValue(_activation),
        Out = parsed.GetRequiredValue(_out),
        Quiet = parsed.GetValue(_quiet),
        Quick = parsed.GetValue(_quick),
    };
}
