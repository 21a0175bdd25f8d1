using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using CompareRegularizers.Commands;
using CompareRegularizers.Data;
using CompareRegularizers.Experiments;
using CompareRegularizers.Networks;
using CompareRegularizers.Reporting;

namespace CompareRegularizers.Equivalence;

/// <summary>One measurement from options to files: everything that can be wrong is found before the work begins.</summary>
internal sealed class EquivalenceRun(EquivalenceOptions options, TextWriter output, TextWriter error)
{
    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    internal int Run(CancellationToken cancellation)
    {
        IDataSource source = options.Data.Open();
        EquivalenceSettings settings = options.ToSettings(source.TrainCount);
        IReadOnlyList<NetworkShape> shapes = options.ToShapes(source);
        RepeatData.Prepare(source, settings.Seed, 0);

        using OutputFolder folder = OutputFolder.Open(options.Out);
        using var networks = new NetworkLibrary();
        long start = Stopwatch.GetTimestamp();
        Announce(source, settings, shapes);
        NetworkMeasurement[] measurements = [.. shapes.Select(shape => Measure(networks, shape, source, settings, cancellation))];
        string verdict = Verdict.Of(measurements, source.Name);
        IReadOnlyList<string> files = EquivalenceReport.Write(folder, measurements, verdict, source.Name);
        EquivalenceTable.Write(output, measurements);
        output.WriteLine();
        output.Write(verdict);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        output.WriteLine();
        output.WriteLine(Invariant($"{seconds:0.0} s. {WrittenFiles.Describe(folder.Path, files)}"));
        return ExitCode.Success;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private NetworkMeasurement Measure(
        NetworkLibrary networks, NetworkShape shape, IDataSource source, EquivalenceSettings settings, CancellationToken cancellation)
    {
        IEquivalenceExperiment experiment = networks.Find(shape).Apply(new ExperimentUse(shape, source, settings));
        var work = new WorkCounter(experiment.WorkCount);
        return ProgressDisplay.For(error, options.Quiet)
            .Run(work.Snapshot, () => experiment.Run(options.ThreadCount, work.Advance, cancellation));
    }

    private void Announce(IDataSource source, EquivalenceSettings settings, IReadOnlyList<NetworkShape> shapes)
    {
        Split first = source.Draw(settings.Seed, 0);
        int train = first.Train.Count, measured = Math.Min(train, settings.MostExamples);
        output.WriteLine(Invariant(
            $"{source.Name}: {train} rows to train; noise gap of {measured} of them, {settings.Pairs} antithetic pairs each."));
        output.WriteLine($"Network {string.Join(", ", shapes)}, in double precision.");
        int batch = Math.Min(settings.Batch, train);
        output.WriteLine(Invariant($"Adam, {settings.Epochs} epochs in batches of {batch}, ")
            + Invariant($"learning rate from {settings.LearningRate} to 0; seed {settings.Seed}."));
    }
}
