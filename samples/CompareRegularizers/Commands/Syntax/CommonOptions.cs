using System.CommandLine;

namespace CompareRegularizers.Commands.Syntax;

/// <summary>Options that several commands have; each call makes a new one, for an option belongs to one command.</summary>
internal static class CommonOptions
{
    /// <summary>A count.</summary>
    internal static Option<int?> Count(string name, string description, int most) => new(name)
    {
        HelpName = "number",
        Description = description,
        CustomParser = OptionValues.Number<int>($"a whole number from 1 to {most}", count => count >= 1 && count <= most),
    };

    /// <summary><c>--epochs</c>.</summary>
    internal static Option<int?> Epochs() => Count(
        "--epochs", "Passes over the training part (as many as make 4000 steps, and at least 20).", 1_000_000);

    /// <summary><c>--batch</c>.</summary>
    internal static Option<int?> Batch() => Count("--batch", "Examples in a batch (50).", 1_000_000);

    /// <summary><c>--lr</c>.</summary>
    internal static Option<double?> LearningRate() => new("--lr")
    {
        HelpName = "number",
        Description = "Adam's first step size; it falls linearly to 0 (0.01).",
        CustomParser = OptionValues.Number<double>("a number above 0", rate => double.IsFinite(rate) && rate > 0),
    };

    /// <summary><c>--seed</c>.</summary>
    internal static Option<ulong?> Seed() => new("--seed")
    {
        HelpName = "number",
        Description = "What all random numbers derive from (1).",
        CustomParser = OptionValues.Number<ulong>("a whole number from 0 to 2^64 - 1", _ => true),
    };

    /// <summary><c>--threads</c>.</summary>
    internal static Option<int?> Threads(string what) => Count(
        "--threads", $"How many {what} at a time (all cores); the results do not depend on it.", 1024);

    /// <summary><c>--quiet</c>.</summary>
    internal static Option<bool> Quiet() => new("--quiet") { Description = "Show no progress." };

    /// <summary><c>--json</c>.</summary>
    internal static Option<bool> Json() => new("--json")
    {
        Description = "Print the result as one JSON document, and nothing else, to the standard output.",
    };

    /// <summary><c>--out</c>, a folder.</summary>
    internal static Option<string> OutFolder(string usual, string description) => new("--out")
    {
        HelpName = "folder",
        Description = description,
        DefaultValueFactory = _ => usual,
    };
}
