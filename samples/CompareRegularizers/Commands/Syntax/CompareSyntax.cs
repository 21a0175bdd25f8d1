using System;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using CompareRegularizers.Experiments;

namespace CompareRegularizers.Commands.Syntax;

/// <summary>The command line of <c>compare</c>, which the program's own is too.</summary>
internal sealed class CompareSyntax
{
    private const int MostEtas = 100;

    private readonly DataSyntax _data;
    private readonly NetworkSyntax _network;

    private readonly Option<Arm[]?> _arms = new("--arms")
    {
        HelpName = "names",
        Description = $"What to compare with none: {ArmKeys}, or all ({string.Join(", ", Arm.Usual.Where(arm => arm != Arm.None))}).",
        AllowMultipleArgumentsPerToken = true,
        CustomParser = result => OptionValues.Words(result).SequenceEqual(["all"])
            ? [.. Arm.All]
            : OptionValues.Names(ArmKeys, Arm.Find)(result),
    };

    private readonly Option<double[]?> _eta = new("--eta")
    {
        HelpName = "numbers",
        Description = "The etas to compare at: noise variances and penalty weights.",
        AllowMultipleArgumentsPerToken = true,
        CustomParser = OptionValues.Numbers<double>("numbers above 0", MostEtas, eta => double.IsFinite(eta) && eta > 0),
    };

    private readonly Option<EqualBudget?> _equal = new("--equal")
    {
        HelpName = "what",
        Description = "What all arms get the same amount of: steps, or both: steps and, in a second set of runs, multiplications (steps).",
        CustomParser = OptionValues.Member<EqualBudget>(),
    };

    private readonly Option<int?> _repeats = CommonOptions.Count(
        "--repeats", "How many times data, first weights, batches and noise are drawn anew (20).", 10_000);

    private readonly Option<int?> _epochs = CommonOptions.Epochs();
    private readonly Option<int?> _batch = CommonOptions.Batch();
    private readonly Option<double?> _learningRate = CommonOptions.LearningRate();
    private readonly Option<ulong?> _seed = CommonOptions.Seed();
    private readonly Option<int?> _threads = CommonOptions.Threads("runs");
    private readonly Option<string> _out = CommonOptions.OutFolder(
        "comparison", "The folder for the results. A run that was stopped there goes on.");

    private readonly Option<bool> _restart = new("--restart") { Description = "Drop the run that is in --out, and begin anew." };
    private readonly Option<bool> _quiet = CommonOptions.Quiet();
    private readonly Option<bool> _json = CommonOptions.Json();

    private readonly Option<bool> _quick = new("--quick")
    {
        Description = "A small comparison that takes a few seconds: to see that it works, not to conclude from.",
    };

    /// <summary>Declares the options of a command and what it does.</summary>
    internal CompareSyntax(Command command, TextWriter output, TextWriter error)
    {
        _data = new DataSyntax(command);
        command.Add(_arms);
        command.Add(_eta);
        command.Add(_equal);
        _network = new NetworkSyntax(command);
        Option[] options = [_repeats, _epochs, _batch, _learningRate, _seed, _threads, _out, _restart, _quiet, _json, _quick];
        foreach (Option option in options)
            command.Add(option);
        // On a thread of the pool: the caller's has to stay free to hear Ctrl-C.
        command.SetAction((parsed, cancellation) => Task.Run(() => new Comparison(Read(parsed), output, error).Run(cancellation), cancellation));
    }

    private static string ArmKeys => string.Join(", ", Arm.All.Where(arm => arm != Arm.None));

    // The library gives an empty array for an option that is not there.
    private static T[]? GivenOrNull<T>(T[]? values) => values is { Length: > 0 } ? values : null;

    private CompareOptions Read(ParseResult parsed) => new()
    {
        Data = _data.Read(parsed),
        Network = _network.Read(parsed),
        Arms = GivenOrNull(parsed.GetValue(_arms)),
        Etas = GivenOrNull(parsed.GetValue(_eta)),
        Equal = parsed.GetValue(_equal) ?? EqualBudget.Steps,
        Repeats = parsed.GetValue(_repeats),
        Epochs = parsed.GetValue(_epochs),
        Batch = parsed.GetValue(_batch),
        LearningRate = parsed.GetValue(_learningRate),
        Seed = parsed.GetValue(_seed),
        Threads = parsed.GetValue(_threads),
        Out = parsed.GetRequiredValue(_out),
        Restart = parsed.GetValue(_restart),
        Quiet = parsed.GetValue(_quiet),
        Json = parsed.GetValue(_json),
        Quick = parsed.GetValue(_quick),
        CommandLine = string.Join(' ', parsed.Tokens.Select(token => Quoted(token.Value))),
    };

    private static string Quoted(string word) => word.AsSpan().IndexOfAny(" \t\"'$*?&;|<>()") < 0 ? word : $"'{word.Replace("'", "'\\''")}'";
}
