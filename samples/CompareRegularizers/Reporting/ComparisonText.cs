using System;
using System.Globalization;
using System.IO;
using CompareRegularizers.Runs;
using Spectre.Console;

namespace CompareRegularizers.Reporting;

/// <summary>What a comparison prints.</summary>
internal static class ComparisonText
{
    private const int TableWidth = 140;

    /// <summary>Says what is about to be done.</summary>
    internal static void Announce(TextWriter output, RunDocument run, int runs, int threads)
    {
        foreach (string line in Describe(run))
            output.WriteLine(line);
        output.WriteLine(Invariant($"Repeats: {run.Settings.Repeats}, seed {run.Settings.Seed}; training runs: {runs}, threads: {threads}."));
    }

    /// <summary>The data and the training, a line each.</summary>
    internal static string[] Describe(RunDocument run)
    {
        (DataDocument data, SettingsDocument settings) = (run.Data, run.Settings);
        int batch = Math.Min(settings.Batch, data.Rows[0]);
        string[] dropped = data.Dropped > 0 ? [Invariant($"Rows left out for a missing cell: {data.Dropped}.")] : [];
        return
        [
            Invariant($"{data.Name}: {data.Rows[0]} rows to train, {data.Rows[1]} to validate, {data.Rows[2]} to test ({data.Test})."),
            .. dropped,
            Invariant(
                $"Network {run.Network.Name}; Adam, {settings.Epochs} epochs in batches of {batch}, learning rate from {settings.Lr} to 0."),
        ];
    }

    /// <summary>Prints the tables, and what is in them.</summary>
    internal static void Conclude(TextWriter output, ComparisonRecord record)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = Math.Max(console.Profile.Width, TableWidth);
        foreach (ResultTable table in ResultTables.Of(record))
        {
            if (table.Title is { } title)
                console.WriteLine(title);
            ConsoleTable.Write(console, table);
            if (table.Note is { } note)
                output.WriteLine(note);
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
