using System;
using System.Collections.Generic;
using System.Linq;
using NoiseRegGen.PeerBenchmarks.Jobs;
using NoiseRegGen.PeerBenchmarks.Kernels;
using NoiseRegGen.PeerBenchmarks.Measuring;
using NoiseRegGen.PeerBenchmarks.Reports;
using static TorchSharp.torch;

namespace NoiseRegGen.PeerBenchmarks.Commands;

/// <summary>Ours against the peers, side by side.</summary>
internal static class CompareCommand
{
    private const string Notes =
        "Microseconds per call: median (interquartile range) of paired rounds on one pinned core; ratio = peer's median / ours. "
        + "\"All threads\" is the peer's best median over 1 and more threads against ours on one. "
        + "Peer \"ours\" is our own plain step. Results were compared before timing; the error is relative. "
        + "\"At the bound\", for rows with an aim: the ratio if ours took its bound, operations of the products / peak of fused multiply-adds on registers + activations x their time "
        + "+ normals x their time, all timed in the same rounds; for a batch of one from 100,000 operations on at least the time of reading as many weights as it moves.";

    internal static Report Run(Settings settings)
    {
        MachineInfo machine = MachineInfo.Current(settings.CommandLine);
        List<ComparisonRow> rows = [];
        List<string> disagreements = [];
        List<Scenario> scenarios = settings.Scenarios(Enum.GetValues<JobKind>());
        for (int i = 0; i < scenarios.Count; i++)
        {
            Console.Error.WriteLine($"{i + 1}/{scenarios.Count} {scenarios[i].Name}");
            rows.AddRange(Compare(scenarios[i], settings.Effort, disagreements));
        }

        return new Report(machine with { LoadAfter = MachineInfo.Load() }, Notes, Table(rows), [.. disagreements, .. Shortfalls(rows)], rows);
    }

    // What disagrees is not timed, but does not cost the rest of a long run.
    private static List<ComparisonRow> Compare(Scenario scenario, Effort effort, List<string> disagreements)
    {
        set_num_threads(1);
        BatchData data = new(scenario.Network, scenario.Batch);
        List<Side> sides = Sides.For(scenario, data);
        try
        {
            double[]? errors = Check(scenario, sides, disagreements);
            if (errors is null)
                return [];
            long bytes = Allocation.BytesPerCall(sides[0]);
            MachineClocks? clocks = sides.Any(side => Targets.For(scenario, side.Peer) is not null) ? new MachineClocks(scenario) : null;
            List<Side> timed = [.. sides, .. clocks?.Sides ?? []];
            WarmUp.Run(timed, effort);
            Timing[] timings;
            using (Affinity.LastCore())
                timings = RoundRobin.Measure(timed, effort);
            MachineBound? bound = clocks?.Bound(timings.AsSpan(sides.Count));
            Timing? swept = sides.Any(side => side.Peer == Torch.TorchJob.PeerName) ? ThreadSweep.BestWithMoreThreads(sides, effort) : null;
            return [.. Enumerable.Range(1, sides.Count - 1)
                .GroupBy(side => sides[side].Peer)
                .Select(peer => peer.MinBy(side => timings[side].Median))
                .Select(side => Row(scenario, sides[side], timings[0], timings[side], swept, errors[side], bytes, bound))];
        }
        finally
        {
            foreach (Side side in sides)
                side.Dispose();
        }
    }

    private static ComparisonRow Row(Scenario scenario, Side peer, Timing ours, Timing theirs, Timing? swept, double error, long bytes, MachineBound? bound)
    {
        Timing? moreThreads = peer.Peer == Torch.TorchJob.PeerName ? swept : null;
        double? sweptRatio = moreThreads is { } timing ? Math.Min(timing.Median, theirs.Median) / ours.Median : null;
        double? target = Targets.For(scenario, peer.Peer);
        double? least = target is not null && bound is { } limit ? Math.Max(limit.Seconds, limit.TrafficSeconds) : null;
        return new ComparisonRow(
            scenario.Job.ToString(), scenario.Network.Name, scenario.Batch, ours, peer.Peer, peer.Formulation, theirs,
            theirs.Median / ours.Median, moreThreads, sweptRatio, error, bytes, target, least, theirs.Median / least);
    }

    // Our own plain step is another job: there is nothing to compare its results with.
    private static double[]? Check(Scenario scenario, List<Side> sides, List<string> disagreements)
    {
        NamedResult[] ours = sides[0].Results();
        try
        {
            return [.. sides.Select(side => side.Peer == sides[0].Peer ? 0 : ResultCheck.Compare(scenario, side, ours, side.Results()))];
        }
        catch (InvalidOperationException disagreement)
        {
            disagreements.Add(disagreement.Message);
            return null;
        }
    }

    private static ReportTable Table(List<ComparisonRow> rows) => new(
        "NoiseRegGen and its peers",
        ["job", "network", "batch", "ours, us", "peer", "peer, us", "ratio", "aim", "at the bound", "all threads", "error", "bytes"],
        [.. rows.Select(row => new[]
        {
            row.Job, row.Network, row.Batch.ToString(), Format.MicrosWithRange(row.Ours),
            row.Formulation.Length == 0 ? row.Peer : $"{row.Peer}: {row.Formulation}", Format.MicrosWithRange(row.Theirs), Format.Ratio(row.Ratio),
            row.Target is { } target ? Format.Ratio(target) : string.Empty,
            row.RatioAtBound is { } atBound ? Format.Ratio(atBound) : string.Empty,
            row.SweptRatio is { } swept ? Format.Ratio(swept) : string.Empty,
            row.RelativeError.ToString("0e0"), row.BytesAllocated.ToString(),
        })]);

    private static List<string> Shortfalls(List<ComparisonRow> rows) =>
    [
        .. rows.Where(row => row.Ratio < row.Target).Select(row =>
            $"{row.Job} {row.Network} at batch {row.Batch} against {row.Peer}: {Format.Ratio(row.Ratio)}, aimed at {Format.Ratio(row.Target ?? 0)}; {Format.Ratio(row.RatioAtBound ?? 0)} at the bound of this machine"),
        .. rows.Where(row => row.BytesAllocated > 0)
            .Select(row => $"{row.Job} {row.Network} at batch {row.Batch} allocates {row.BytesAllocated} bytes").Distinct(),
    ];
}
