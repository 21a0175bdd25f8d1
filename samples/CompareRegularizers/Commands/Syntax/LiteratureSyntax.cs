using System;
using System.CommandLine;
using System.IO;
using System.Threading.Tasks;
using CompareRegularizers.Literature;

namespace CompareRegularizers.Commands.Syntax;

/// <summary>The command line of <c>literature</c>.</summary>
internal static class LiteratureSyntax
{
    /// <summary>Declares the command.</summary>
    internal static Command Create(TextWriter output, TextWriter error)
    {
        var usual = new StudySettings();
        var data = new Option<string>("--data")
        {
            HelpName = "folder",
            Description = "Where yacht.csv, energy.csv and concrete.csv are, rows in their published order (those that come with the program).",
            DefaultValueFactory = _ => Path.Combine(AppContext.BaseDirectory, "Datasets"),
        };
        Option<int?> splits = CommonOptions.Count(
            "--splits", $"How many of the published splits ({usual.Splits}).", PublishedSource.SplitCount);
        Option<int?> epochs = CommonOptions.Count("--epochs", $"Passes over the training part ({usual.Epochs}).", 1_000_000);
        Option<ulong?> seed = CommonOptions.Seed();
        Option<int?> threads = CommonOptions.Threads("splits");
        Option<bool> quiet = CommonOptions.Quiet(), json = CommonOptions.Json();
        Option<string> folder = CommonOptions.OutFolder("literature", "The folder for the results.");
        var command = new Command(
            "literature",
            "Tunes and tests every arm on the 20 published splits of three small tables, with one hidden layer of 50 units, and puts the "
            + "errors beside published ones.") { data, splits, epochs, seed, threads, quiet, json, folder };
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                StudySettings settings = usual with
                {
                    Splits = parsed.GetValue(splits) ?? usual.Splits,
                    Epochs = parsed.GetValue(epochs) ?? usual.Epochs,
                    Seed = parsed.GetValue(seed) ?? usual.Seed,
                };
                return new LiteratureRun(
                    parsed.GetRequiredValue(data),
                    settings,
                    parsed.GetValue(threads) ?? Environment.ProcessorCount,
                    output,
                    parsed.GetValue(quiet) ? null : error,
                    parsed.GetValue(json)).Run(parsed.GetRequiredValue(folder), cancellation);
            },
            cancellation));
        return command;
    }
}
