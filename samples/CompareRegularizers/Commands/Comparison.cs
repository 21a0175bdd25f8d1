using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CompareRegularizers.Data;
using CompareRegularizers.Experiments;
using CompareRegularizers.Networks;
using CompareRegularizers.Reporting;
using CompareRegularizers.Runs;

namespace CompareRegularizers.Commands;

/// <summary>One comparison from options to files: everything that can be wrong is found before the work begins.</summary>
internal sealed class Comparison(CompareOptions options, TextWriter output, TextWriter error)
{
    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    internal int Run(CancellationToken cancellation)
    {
        IDataSource source = options.Data.Open();
        ComparisonSettings settings = options.ToSettings(source.TrainCount);
        NetworkShape shape = options.Network.ToShape(source.InputCount, options.Data.Generated?.Hidden);
        CheckRepeats(source, settings, cancellation);

        using var networks = new NetworkLibrary();
        NetworkType network = networks.Find(shape);
        var run = new RunDocument(
            RunDocument.CompareSchema,
            options.CommandLine,
            EnvironmentDocument.Here,
            DataDocument.Of(source, settings.Seed),
            NetworkDocument.Of(network),
            SettingsDocument.Of(settings));
        using RunFolder folder = RunFolder.Open(options.Out, run, options.Restart);
        var runner = new ComparisonRunner(networks.Bind(shape, source, settings), settings, folder, options.ThreadCount);
        if (!options.Json)
            ComparisonText.Announce(output, run, runner.Cells.Count, options.ThreadCount);
        var progress = new RunProgress(runner.Cells, runner.WorkCount, runner.TotalWeight);
        try
        {
            ComparisonResult result = ProgressDisplay.For(error, options.Quiet)
                .Run(progress.Snapshot, () => runner.Run(progress.Add, cancellation));
            Conclude(folder.Files, ComparisonRecord.Of(run, settings, result), progress.Snapshot());
            return ExitCode.Success;
        }
        catch (OperationCanceledException)
        {
            error.WriteLine(StoppedMessage(progress.Snapshot().Done, runner.WorkCount));
            return ExitCode.Interrupted;
        }
    }

    // Draws every repeat once: a column may be constant in one training part only.
    private void CheckRepeats(IDataSource source, ComparisonSettings settings, CancellationToken cancellation)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.ThreadCount, CancellationToken = cancellation };
        try
        {
            Parallel.For(0, settings.Repeats, parallel, repeat => RepeatData.Prepare(source, settings.Seed, repeat));
        }
        catch (AggregateException e) when (e.InnerExceptions.OfType<UserErrorException>().FirstOrDefault() is { } first)
        {
            throw new UserErrorException(first.Message);
        }
    }

    private string StoppedMessage(int done, int count) => done == 0
        ? "Stopped; nothing was written."
        : $"Stopped; {done} of {count} pieces of the work are kept in '{options.Out}'. The same command goes on from there.";

    private void Conclude(OutputFolder folder, ComparisonRecord record, ProgressSnapshot end)
    {
        var files = ComparisonReport.Write(folder, record);
        if (options.Json)
        {
            output.WriteLine(ComparisonJson.Text(record, folder.Path, files));
            return;
        }

        ComparisonText.Conclude(output, record);
        string rate = end.Examples > 0 ? $"; {Figures.Rate(end.ExamplesPerSecond)} training examples/s" : "; everything was done before";
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{end.Elapsed.TotalSeconds:0.0} s{rate}. {WrittenFiles.Describe(folder.Path, files)}"));
    }
}
