using System;
using System.Collections.Generic;
using NoiseRegGen.PeerBenchmarks.Jobs;
using NoiseRegGen.PeerBenchmarks.Measuring;
using NoiseRegGen.PeerBenchmarks.Reports;

namespace NoiseRegGen.PeerBenchmarks.Commands;

/// <summary>Compares the results of every scenario and times nothing.</summary>
internal static class CheckCommand
{
    private const string Notes = "Largest relative error of the results in the Euclidean norm; allowed is 1e-4, and 1e-3 for ReLU networks.";

    internal static Report Run(Settings settings)
    {
        MachineInfo machine = MachineInfo.Current(settings.CommandLine);
        List<CheckRow> rows = [];
        List<string> failures = [];
        foreach (Scenario scenario in settings.Scenarios(Enum.GetValues<JobKind>()))
        {
            List<Side> sides = Sides.For(scenario, new BatchData(scenario.Network, scenario.Batch));
            NamedResult[] ours = sides[0].Results();
            foreach (Side side in sides)
            {
                if (side.Peer != sides[0].Peer)
                    Check(scenario, side, ours, rows, failures);
                side.Dispose();
            }
        }

        return new Report(machine with { LoadAfter = MachineInfo.Load() }, Notes, Table(rows), failures, rows);
    }

    private static void Check(Scenario scenario, Side side, NamedResult[] ours, List<CheckRow> rows, List<string> failures)
    {
        try
        {
            double error = ResultCheck.Compare(scenario, side, ours, side.Results());
            rows.Add(new CheckRow(scenario.Job.ToString(), scenario.Network.Name, scenario.Batch, side.Peer, side.Formulation, error));
        }
        catch (InvalidOperationException disagreement)
        {
            failures.Add(disagreement.Message);
        }
    }

    private static ReportTable Table(List<CheckRow> rows) => new(
        "Agreement of the results",
        ["job", "network", "batch", "peer", "formulation", "relative error"],
        [.. rows.ConvertAll(row => new[]
        {
            row.Job, row.Network, row.Batch.ToString(), row.Peer, row.Formulation, row.RelativeError.ToString("0e0"),
        })]);
}
