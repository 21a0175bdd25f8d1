using System;
using System.Collections.Generic;
using System.Linq;
using CompareRegularizers.Experiments;
using CompareRegularizers.Statistics;

namespace CompareRegularizers.Reporting;

/// <summary>Compares weight noise with the arms that might do the same, at equal eta.</summary>
internal static class PairComparison
{
    // Weight decay is another thing altogether; the rest samples the same objective or approximates it.
    private static readonly Arm[] Apart = [Arm.None, Arm.WeightDecay, Arm.WeightNoise];

    /// <summary>Compares them, by arm and eta.</summary>
    internal static IReadOnlyList<PairSummary> Of(IReadOnlyList<CellOutcome> outcomes, IReadOnlyList<CellResult> none)
    {
        var noise = outcomes
            .Select(o => o.Result)
            .Where(r => r.Cell.Arm == Arm.WeightNoise)
            .ToLookup(r => r.Cell.Eta);
        double error = none.Select(r => r.TestRmse).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average();
        return [.. outcomes
            .Select(o => o.Result)
            .Where(r => !Apart.Contains(r.Cell.Arm) && r.Cell.Budget == Budget.Steps && noise.Contains(r.Cell.Eta))
            .GroupBy(r => (r.Cell.Arm, r.Cell.Eta))
            .Where(_ => error > 0)
            .Select(group => Compare(group.Key.Arm, group.Key.Eta, [.. noise[group.Key.Eta]], [.. group], error))];
    }

    private static PairSummary Compare(Arm arm, double eta, CellResult[] noise, CellResult[] other, double error)
    {
        PairedSample sample = PairedSample.Of([.. noise.Select(r => r.TestRmse)], [.. other.Select(r => r.TestRmse)]);
        double[] squares = [.. noise.Zip(other).SelectMany(pair => pair.First.Predictions.Zip(pair.Second.Predictions, SquaredDifference))];
        double distance = squares.Length == 0 ? double.NaN : Math.Sqrt(squares.Average());
        return new PairSummary(
            Arm.WeightNoise, arm, eta, EquivalenceTest.Paired(sample.Differences, Summary.EquivalenceMargin * error), distance);
    }

    private static double SquaredDifference(float a, float b) => ((double)a - b) * ((double)a - b);
}
