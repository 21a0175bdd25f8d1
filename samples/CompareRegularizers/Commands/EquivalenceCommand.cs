using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using CompareRegularizers.Equivalence;
using NoiseRegGen;

namespace CompareRegularizers.Commands;

/// <summary>The command line of <c>equivalence</c>.</summary>
internal sealed class EquivalenceCommand : Command
{
    private const int LargestLayer = 4096;
    private const int MostLayers = 16;
    private const int MostEtas = 100;
    private const int MostNetworks = 8;

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
        Description = "The noise variances to measure at (1e-6 to 0.1, two a decade).",
        AllowMultipleArgumentsPerToken = true,
        CustomParser = OptionValues.Numbers<double>("numbers above 0", MostEtas, eta => double.IsFinite(eta) && eta > 0),
    };

    private readonly Option<double?> _at = new("--at")
    {
        HelpName = "number",
        Description = "The noise variance of the scatter and the gradients (the largest with eta x width below 0.05).",
        CustomParser = OptionValues.Number<double>("a number above 0", eta => double.IsFinite(eta) && eta > 0),
    };

    private readonly Option<int?> _pairs = Counted("--pairs", "Antithetic pairs of noise draws for each example (500).", 2, 10_000_000);

    private readonly Option<int?> _examples = Counted("--examples", "The most examples of the training part to measure (200).", 2, 1_000_000);

    private readonly Option<int?> _epochs = Counted(
        "--epochs", "Passes over the training part (as many as make 4000 steps, and at least 20).", 1, 1_000_000);

    private readonly Option<int?> _batch = Counted("--batch", "Examples in a batch (50).", 1, 1_000_000);

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
        "--threads", "How many threads measure at a time (all cores); the results do not depend on it.", 1, 1024);

    private readonly Option<int[]?> _hidden = new("--hidden")
    {
        HelpName = "numbers",
        Description = "Units of the hidden layers, such as 50 or 64,64 (32,32; for a table 50).",
        AllowMultipleArgumentsPerToken = true,
        CustomParser = OptionValues.Numbers<int>(
            $"whole numbers from 1 to {LargestLayer}", MostLayers, units => units is >= 1 and <= LargestLayer),
    };

    private readonly Option<int[]?> _widths = new("--widths")
    {
        HelpName = "numbers",
        Description = "Measures a network for each number, with every hidden layer of that width.",
        AllowMultipleArgumentsPerToken = true,
        CustomParser = OptionValues.Numbers<int>(
            $"whole numbers from 1 to {LargestLayer}", MostNetworks, units => units is >= 1 and <= LargestLayer),
    };

    private readonly Option<Activation[]?> _activation = new("--activation")
    {
        HelpName = "names",
        Description = $"Activation of the hidden layers, or several to measure a network for each: {OptionValues.ActivationNames} (tanh).",
        AllowMultipleArgumentsPerToken = true,
        CustomParser = OptionValues.Activations,
    };

    private readonly Option<string> _out = new("--out")
    {
        HelpName = "folder",
        Description = "The folder for the results.",
        DefaultValueFactory = _ => "equivalence",
    };

    private readonly Option<bool> _quiet = new("--quiet") { Description = "Show no progress." };

    private readonly Option<bool> _quick = new("--quick")
    {
        Description = "A small measurement that takes a few seconds: to see that it works, not to conclude from.",
    };

    /// <summary>Declares the options.</summary>
    internal EquivalenceCommand(TextWriter output, TextWriter error)
        : base(
            "equivalence",
            "Measures, before and after training, what weight noise of variance eta adds to the loss, and compares it with the "
            + "penalty eta P and with eta (P + r T), the whole first order.")
    {
        Option[] options =
        [
            _data, _target, _eta, _at, _pairs, _examples, _epochs, _batch, _learningRate, _seed, _threads, _hidden, _widths, _activation,
            _out, _quiet, _quick,
        ];
        foreach (Option option in options)
            Add(option);
        Validators.Add(CheckTogether);
        // On a thread of the pool: the caller's has to stay free to hear Ctrl-C.
        SetAction((parsed, cancellation) => Task.Run(() => new EquivalenceRun(Read(parsed), output, error).Run(cancellation), cancellation));
    }

    private static Option<int?> Counted(string name, string description, int least, int most) => new(name)
    {
        HelpName = "number",
        Description = description,
        CustomParser = OptionValues.Number<int>($"a whole number from {least} to {most}", count => count >= least && count <= most),
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
    private static T[]? GivenOrNull<T>(T[]? values) => values is { Length: > 0 } ? [.. values.Distinct()] : null;

    private EquivalenceOptions Read(ParseResult parsed) => new()
    {
        Common = new CompareOptions
        {
            Data = parsed.GetValue(_data),
            Target = parsed.GetValue(_target),
            Epochs = parsed.GetValue(_epochs),
            Batch = parsed.GetValue(_batch),
            LearningRate = parsed.GetValue(_learningRate),
            Seed = parsed.GetValue(_seed),
            Threads = parsed.GetValue(_threads),
            // A width twice is a layer twice: nothing distinct here.
            Hidden = parsed.GetValue(_hidden) is { Length: > 0 } hidden ? hidden : null,
            Out = parsed.GetRequiredValue(_out),
            Quiet = parsed.GetValue(_quiet),
            Quick = parsed.GetValue(_quick),
        },
        Etas = GivenOrNull(parsed.GetValue(_eta)),
        At = parsed.GetValue(_at),
        Pairs = parsed.GetValue(_pairs),
        Examples = parsed.GetValue(_examples),
        Activations = GivenOrNull(parsed.GetValue(_activation)),
        Widths = GivenOrNull(parsed.GetValue(_widths)),
    };
}
