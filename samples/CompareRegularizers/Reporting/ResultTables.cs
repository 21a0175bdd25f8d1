using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CompareRegularizers.Experiments;
using CompareRegularizers.Statistics;

namespace CompareRegularizers.Reporting;

/// <summary>The tables that end a comparison.</summary>
internal static class ResultTables
{
    private const string Equal = ", at equal computation";

    /// <summary>All of them, in the order to be read in.</summary>
    internal static IEnumerable<ResultTable> Of(ComparisonRecord record)
    {
        Summary summary = record.Summary;
        yield return Arms(summary, Budget.Steps, record);
        yield return Tuned(summary, Budget.Steps);
        if (summary.Tuned.Any(arm => arm.Budget == Budget.Compute))
        {
            yield return Arms(summary, Budget.Compute, record);
            yield return Tuned(summary, Budget.Compute);
        }

        if (summary.Pairs.Count > 0)
            yield return Pairs(summary);
    }

    private static ResultTable Arms(Summary summary, Budget budget, ComparisonRecord record) => new(
        budget == Budget.Steps ? null : "At equal computation: an arm whose step costs more takes as many fewer epochs.",
        ["arm", "eta", "test RMSE", "vs none [95 %]", "p (Holm)", "train RMSE", "mean P", "us/step"],
        [.. summary.Arms.Where(arm => arm.Arm == Arm.None || arm.Budget == budget).Select(arm => Row(arm, summary.Baseline))],
        budget == Budget.Steps ? Note(record) : null);

    private static string Note(ComparisonRecord record) => record.Settings.Repeats < 2
        ? $"RMSE in units of {record.Run.Data.Target}."
        : $"RMSE in units of {record.Run.Data.Target}, ± one standard deviation over the repeats; vs none: median paired difference and its "
            + "bootstrap interval; p: Wilcoxon's signed-rank test with Holm's correction over this run.";

    private static string[] Row(ArmSummary arm, ArmSummary baseline) =>
    [
        arm.Arm.Title,
        Figures.Eta(arm.Eta),
        arm.Diverged > 0 ? $"diverged: {arm.Diverged}" : PlusMinus(arm.Test),
        arm.Difference is { } difference ? Difference(difference, baseline.Test.Mean) : string.Empty,
        arm.Difference is { } tested ? Figures.PValue(tested.AdjustedPValue) : string.Empty,
        PlusMinus(arm.Train),
        Figures.Value(arm.Penalty.Mean),
        (1e6 * arm.SecondsPerStep).ToString("0.0", CultureInfo.InvariantCulture),
    ];

    private static ResultTable Tuned(Summary summary, Budget budget) => new(
        $"eta chosen in every repeat by the validation error (0, that is none, being a choice){(budget == Budget.Compute ? Equal : null)}:",
        ["arm", "median eta", "test RMSE", "vs none [95 %]", "p (Holm)"],
        [.. summary.Tuned.Where(arm => arm.Budget == budget).Select(arm => (string[])
        [
            arm.Arm.Title,
            Figures.Eta(arm.Eta),
            PlusMinus(arm.Test),
            Difference(arm.Difference, summary.Baseline.Test.Mean),
            Figures.PValue(arm.Difference.AdjustedPValue),
        ])],
        null);

    private static ResultTable Pairs(Summary summary) => new(
        "Do weight noise and the other arms do the same, at equal eta and steps?",
        ["weight noise and", "eta", "mean difference [90 %]", "margin", "p (TOST)", "same error?", "RMS of outputs' difference"],
        [.. summary.Pairs.Select(pair => (string[])
        [
            pair.Second.Title,
            Figures.Eta(pair.Eta),
            Interval(pair.Equivalence, summary.Baseline.Test.Mean),
            $"± {Figures.Value(pair.Equivalence.Margin)}",
            Figures.PValue(pair.Equivalence.PValue),
            pair.Equivalence.IsEquivalent ? "shown" : "not shown",
            Figures.Value(pair.Distance),
        ])],
        "Margin: 1 % of the RMSE of none (2 % of its square). \"not shown\" is not \"different\": it may be want of repeats. "
            + "The outputs' difference is in standardised units.");

    private static string PlusMinus(Spread spread) => Figures.PlusMinus(spread.Mean, spread.Deviation);

    private static string Interval(EquivalenceResult e, double scale) =>
        Figures.Interval(e.Mean, e.Interval.Lower, e.Interval.Upper, scale);

    private static string Difference(PairedComparison d, double scale) =>
        Figures.Interval(d.Difference.Median, d.MedianInterval.Lower, d.MedianInterval.Upper, scale);
}
