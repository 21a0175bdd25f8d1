using System;
using System.Collections.Generic;
using System.Linq;
using NoiseRegGen.PeerBenchmarks.Jobs;
using NoiseRegGen.PeerBenchmarks.Kernels;
using NoiseRegGen.PeerBenchmarks.Measuring;
using NoiseRegGen.PeerBenchmarks.Networks;
using NoiseRegGen.PeerBenchmarks.Reports;

namespace NoiseRegGen.PeerBenchmarks.Commands;

/// <summary>Our worker team of two against one thread, at the largest batch.</summary>
internal static class ThreadsCommand
{
    private const int Batch = 1024;
    private const string Notes =
        "Microseconds per call of ParallelGradient at batch 1024: median (interquartile range) of paired rounds, not pinned; "
        + "ratio = one thread / two. The machine's own ratio: the same for fused multiply-adds on registers alone, handed to the same "
        + "kind of team in the same rounds. Virtual processors may be two threads of one core, which share its units.";

    internal static Report Run(Settings settings)
    {
        MachineInfo machine = MachineInfo.Current(settings.CommandLine);
        List<ThreadsRow> rows = [];
        foreach (Scenario scenario in Scenarios(settings))
        {
            Console.Error.WriteLine(scenario.Name);
            rows.Add(Measure(scenario, settings.Effort));
        }

        return new Report(machine with { LoadAfter = MachineInfo.Load() }, Notes, Table(rows), Shortfalls(rows), rows);
    }

    // Quick or not, the batch is the one that splits; the quick networks are those of the comparison.
    private static IEnumerable<Scenario> Scenarios(Settings settings) =>
        from scenario in (settings with { Quick = false }).Scenarios(JobKind.Plain, JobKind.LocalNoise, JobKind.Penalized)
        where scenario.Batch == Batch && (!settings.Quick || settings.Filter.Length > 0 || NetworkCatalogue.IsQuick(scenario.Network, 256))
        select scenario;

    private static ThreadsRow Measure(Scenario scenario, Effort effort)
    {
        BatchData data = new(scenario.Network, scenario.Batch);
        using Side one = scenario.Network.CreateSharded(scenario.Job, data, 1);
        using Side two = scenario.Network.CreateSharded(scenario.Job, data, 2);
        bool equal = one.Results().Zip(two.Results()).All(pair => pair.First.Values.AsSpan().SequenceEqual(pair.Second.Values));
        using Side peakOfOne = new SharedPeak(1);
        using Side peakOfTwo = new SharedPeak(2);
        WarmUp.Run([one, two, peakOfOne, peakOfTwo], effort);
        Timing[] timings = RoundRobin.Measure([one, two, peakOfOne, peakOfTwo], effort);
        return new ThreadsRow(
            scenario.Job.ToString(), scenario.Network.Name, scenario.Batch, timings[0], timings[1], timings[0].Median / timings[1].Median,
            timings[2].Median / timings[3].Median, equal);
    }

    private static ReportTable Table(List<ThreadsRow> rows) => new(
        "Two threads against one",
        ["job", "network", "batch", "one thread, us", "two threads, us", "ratio", "machine's ratio", "bit for bit equal"],
        [.. rows.Select(row => new[]
        {
            row.Job, row.Network, row.Batch.ToString(), Format.MicrosWithRange(row.One), Format.MicrosWithRange(row.Two),
            Format.Ratio(row.Ratio), Format.Ratio(row.MachineRatio), row.BitForBitEqual ? "yes" : "NO",
        })]);

    private static List<string> Shortfalls(List<ThreadsRow> rows) =>
    [
        .. rows.Where(row => row.Ratio < Targets.Threads)
            .Select(row => $"{row.Job} {row.Network}: {Format.Ratio(row.Ratio)}, aimed at {Format.Ratio(Targets.Threads)}; registers alone {Format.Ratio(row.MachineRatio)}"),
        .. rows.Where(row => !row.BitForBitEqual).Select(row => $"{row.Job} {row.Network}: the results differ"),
    ];
}
