using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading;
using CompareRegularizers.Data;
using CompareRegularizers.Experiments;
using CompareRegularizers.Networks;
using CompareRegularizers.Reporting;
using Spectre.Console;

namespace CompareRegularizers.Commands;

/// <summary>One comparison from options to files: everything that can be wrong is found before the work begins.</summary>
internal sealed class Comparison(CompareOptions options, TextWriter output, TextWriter error)
{
    private const int TableWidth = 110;

    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    internal int Run(CancellationToken cancellation)
    {
        IDataSource source = options.Data.Open();
        ComparisonSettings settings = options.ToSettings(source.TrainCount);
        NetworkShape shape = options.ToShape(source);
        // Draws every repeat once: a column may be constant in one training part only.
        for (int repeat = 0; repeat < settings.Repeats; repeat++)
            RepeatData.Prepare(source, settings.Seed, repeat);

        using OutputFolder folder = OutputFolder.Open(options.Out);
        using var networks = new NetworkLibrary();
        long start = Stopwatch.GetTimestamp();
        var runner = new ComparisonRunner(networks.Bind(shape, source, settings), settings, options.ThreadCount);
        Announce(source, shape, settings, runner);
        ComparisonResult result = ProgressDisplay.Run(error, options.Quiet, runner.WorkCount, advance => runner.Run(advance, cancellation));
        Summary summary = Summary.Of(result.Outcomes);
        var files = ComparisonReport.Write(folder, result, summary, source.Name);
        Conclude(source, settings, summary);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        output.WriteLine(Invariant($"{seconds:0.0} s. Written to {folder.Path}: {string.Join(", ", files)}"));
        return ExitCode.Success;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private void Announce(IDataSource source, NetworkShape shape, ComparisonSettings settings, ComparisonRunner runner)
    {
        Split first = source.Draw(settings.Seed, 0);
        (int train, int validation, int test) = (first.Train.Count, first.Validation.Count, first.Test.Count);
        int batch = Math.Min(settings.Batch, train);
        output.WriteLine(Invariant(
            $"{source.Name}: {train} rows to train, {validation} to validate, {test} to test ({source.TestDescription})."));
        if (source is TableSource { DroppedRows: > 0 } table)
            output.WriteLine(Invariant($"Rows left out for a missing cell: {table.DroppedRows}."));
        output.WriteLine(Invariant(
            $"Network {shape}; Adam, {settings.Epochs} epochs in batches of {batch}, learning rate from {settings.LearningRate} to 0."));
        output.WriteLine(Invariant(
            $"Repeats: {settings.Repeats}, seed {settings.Seed}; training runs: {runner.RunCount}, threads: {options.ThreadCount}."));
    }

    private void Conclude(IDataSource source, ComparisonSettings settings, Summary summary)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = Math.Max(console.Profile.Width, TableWidth);
        SummaryTable.Write(console, summary);
        if (settings.Repeats > 1)
        {
            output.WriteLine(
                $"RMSE in units of {source.TargetName}, ± one standard deviation over the repeats; "
                + "\"vs none\": mean paired difference ± 95 % confidence.");
        }
    }
}
