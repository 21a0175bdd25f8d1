using System;
using System.Collections.Generic;
using System.Linq;
using NoiseRegGen.PeerBenchmarks.Jobs;
using NoiseRegGen.PeerBenchmarks.Kernels;
using NoiseRegGen.PeerBenchmarks.Measuring;
using NoiseRegGen.PeerBenchmarks.Networks;
using NoiseRegGen.PeerBenchmarks.Reports;

namespace NoiseRegGen.PeerBenchmarks.Commands;

/// <summary>Each job against the machine's peak and against its bound, both measured in the same rounds.</summary>
internal static class KernelsCommand
{
    private const string Notes =
        "Median (interquartile range) of paired rounds on one pinned core. Peak: fused multiply-adds on registers alone, in the same rounds. "
        + "Bound = operations / peak + activations x their time + normals x their time; share of bound = bound / time. "
        + "A batch of one uses each weight once: from 100,000 operations on, traffic = weights read and written x the time of reading one in a plain sum over all of them.";

    internal static Report Run(Settings settings)
    {
        MachineInfo machine = MachineInfo.Current(settings.CommandLine);
        List<KernelRow> rows = [];
        List<Scenario> scenarios = settings.Scenarios(
            JobKind.Forward, JobKind.Frozen, JobKind.Plain, JobKind.LocalNoise, JobKind.PerBatchNoise,
            JobKind.Penalized, JobKind.GradientNorms, JobKind.Expansion);
        for (int i = 0; i < scenarios.Count; i++)
        {
            Console.Error.WriteLine($"{i + 1}/{scenarios.Count} {scenarios[i].Name}");
            rows.Add(Measure(scenarios[i], settings.Effort));
        }

        return new Report(machine with { LoadAfter = MachineInfo.Load() }, Notes, Table(rows), Shortfalls(rows), rows);
    }

    private static KernelRow Measure(Scenario scenario, Effort effort)
    {
        NetworkCase network = scenario.Network;
        MachineClocks clocks = new(scenario);
        using Side ours = network.CreateOurs(scenario.Job, new BatchData(network, scenario.Batch));
        List<Side> sides = [ours, .. clocks.Sides];
        WarmUp.Run(sides, effort);
        Timing[] timings;
        using (Affinity.LastCore())
            timings = RoundRobin.Measure(sides, effort);

        MachineBound bound = clocks.Bound(timings.AsSpan(1));
        double seconds = timings[0].Median, flops = clocks.Cost.Flops;
        return new KernelRow(
            scenario.Job.ToString(), network.Name, scenario.Batch, flops, timings[0], flops / seconds / 1e9, bound.PeakFlops / 1e9,
            flops / seconds / bound.PeakFlops, bound.ActivationSeconds * 1e9, bound.NormalSeconds * 1e9, bound.Seconds, bound.Seconds / seconds,
            bound.TrafficSeconds, bound.TrafficSeconds / seconds, Target(scenario, clocks.Cost));
    }

    private static double? Target(Scenario scenario, JobCost cost) => scenario switch
    {
        { Job: JobKind.Plain, Network.Name: "784-512-512-10", Batch: 1024 } => Targets.LargestShareOfBound,
        _ when cost.Flops >= Targets.LeastFlops => Targets.ShareOfBound,
        _ => null,
    };

    private static ReportTable Table(List<KernelRow> rows) => new(
        "Share of the machine's peak and of each job's bound",
        ["job", "network", "batch", "MFLOP", "us", "GFLOP/s", "peak", "of peak", "activation, ns", "normal, ns", "bound, us", "of bound", "traffic, us", "of traffic", "aim"],
        [.. rows.Select(row => new[]
        {
            row.Job, row.Network, row.Batch.ToString(), Format.Significant(row.Flops / 1e6), Format.MicrosWithRange(row.Time),
            Format.Significant(row.GigaflopsPerSecond), Format.Significant(row.PeakGigaflopsPerSecond), Format.Percent(row.ShareOfPeak),
            Format.Significant(row.ActivationNanoseconds), row.NormalNanoseconds > 0 ? Format.Significant(row.NormalNanoseconds) : string.Empty,
            Format.Micros(row.BoundSeconds), Format.Percent(row.ShareOfBound),
            row.TrafficSeconds > 0 ? Format.Micros(row.TrafficSeconds) : string.Empty, row.TrafficSeconds > 0 ? Format.Percent(row.ShareOfTraffic) : string.Empty,
            row.Target is { } target ? Format.Percent(target) : string.Empty,
        })]);

    private static List<string> Shortfalls(List<KernelRow> rows) =>
        [.. rows.Where(row => row.ShareOfBound < row.Target).Select(row =>
            $"{row.Job} {row.Network} at batch {row.Batch}: {Format.Percent(row.ShareOfBound)} of its bound, aimed at {Format.Percent(row.Target ?? 0)}")];
}
