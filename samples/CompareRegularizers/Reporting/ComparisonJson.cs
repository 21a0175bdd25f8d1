using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using CompareRegularizers.Experiments;
using CompareRegularizers.Runs;
using CompareRegularizers.Statistics;

namespace CompareRegularizers.Reporting;

/// <summary>A comparison as one JSON document; its members are listed in the README.</summary>
internal static class ComparisonJson
{
    /// <summary>The kind and version of the document.</summary>
    internal const string Schema = "noisereggen/compare-summary/1";

    /// <summary>Writes the document.</summary>
    internal static string Text(ComparisonRecord record, string folder, IReadOnlyList<string> files)
    {
        Summary summary = record.Summary;
        var document = new
        {
            Schema,
            record.Run,
            Folder = folder,
            Files = files,
            Arms = summary.Arms.Select(arm => new
            {
                Arm = arm.Arm.Key,
                arm.Eta,
                Equal = Equal(arm.Budget),
                TestRmse = Of(arm.Test),
                VersusNone = Of(arm.Difference),
                TrainRmse = Of(arm.Train),
                MeanPenalty = Of(arm.Penalty),
                arm.Diverged,
                arm.SecondsPerStep,
            }),
            Tuned = summary.Tuned.Select(arm => new
            {
                Arm = arm.Arm.Key,
                Equal = Equal(arm.Budget),
                MedianEta = arm.Eta,
                TestRmse = Of(arm.Test),
                VersusNone = Of(arm.Difference),
            }),
            Equivalence = summary.Pairs.Select(pair => new
            {
                First = pair.First.Key,
                Second = pair.Second.Key,
                pair.Eta,
                pair.Equivalence.Mean,
                Interval90 = (double[])[pair.Equivalence.Interval.Lower, pair.Equivalence.Interval.Upper],
                pair.Equivalence.Margin,
                pair.Equivalence.PValue,
                pair.Equivalence.IsEquivalent,
                OutputDistance = pair.Distance,
            }),
        };
        return JsonSerializer.Serialize(document, RunJson.Options);
    }

    private static string Equal(Budget budget) => budget.ToString().ToLowerInvariant();

    private static object Of(Spread spread) => new { spread.Mean, spread.Deviation };

    private static object? Of(PairedComparison? d) => d is null ? null : new
    {
        Median = d.Difference.Median,
        Interval95 = (double[])[d.MedianInterval.Lower, d.MedianInterval.Upper],
        WilcoxonPValue = d.Wilcoxon.PValue,
        HolmPValue = d.AdjustedPValue,
        DroppedPairs = d.Sample.Dropped,
    };
}
