using System.Collections.Generic;
using System.Linq;
using CompareRegularizers.Experiments;
using MathNet.Numerics.Statistics;

namespace CompareRegularizers.Reporting;

/// <summary>What the repeats of a comparison come to.</summary>
/// <param name="Arms">By arm and eta, in the order of the plan.</param>
/// <param name="Tuned">By arm, without "none".</param>
internal sealed record Summary(IReadOnlyList<ArmSummary> Arms, IReadOnlyList<TunedSummary> Tuned)
{
    /// <summary>The arm without a regulariser.</summary>
    internal ArmSummary Baseline => Arms[0];

    /// <summary>Summarises the training runs of a comparison.</summary>
    internal static Summary Of(IReadOnlyList<CellOutcome> outcomes)
    {
        double[] baseline = [.. outcomes.Where(o => o.Result.Cell.Arm == Arm.None).Select(o => o.Result.TestRmse)];
        ArmSummary[] arms = [.. outcomes
            .GroupBy(o => (o.Result.Cell.Arm, o.Result.Cell.Eta))
            .Select(group => Summarise(group.Key.Arm, group.Key.Eta, [.. group], baseline))];
        TunedSummary[] tuned = [.. outcomes
            .Select(o => o.Result)
            .Where(r => r.Cell.Arm != Arm.None)
            .GroupBy(r => r.Cell.Arm)
            .Select(group => Tune(group.Key, group, baseline))];
        return new Summary(arms, tuned);
    }

    private static ArmSummary Summarise(Arm arm, double eta, CellOutcome[] outcomes, double[] baseline)
    {
        double[] test = [.. outcomes.Select(o => o.Result.TestRmse)];
        return new ArmSummary(
            arm,
            eta,
            Spread.Of(test),
            arm == Arm.None ? null : Spread.OfDifferences(test, baseline),
            Spread.Of(outcomes.Select(o => o.Result.TrainRmse)),
            Spread.Of(outcomes.Select(o => o.Result.Penalty)),
            outcomes.Select(o => o.SecondsPerStep).Median());
    }

    private static TunedSummary Tune(Arm arm, IEnumerable<CellResult> results, double[] baseline)
    {
        // A run that diverged has no validation error and is never chosen while another is there.
        CellResult[] chosen = [.. results
            .GroupBy(r => r.Cell.Repeat)
            .OrderBy(repeat => repeat.Key)
            .Select(repeat => repeat.MinBy(r => double.IsNaN(r.ValidationRmse) ? double.PositiveInfinity : r.ValidationRmse)!)];
        double[] test = [.. chosen.Select(r => r.TestRmse)];
        return new TunedSummary(arm, Spread.Of(test), Spread.OfDifferences(test, baseline), chosen.Select(r => r.Cell.Eta).Median());
    }
}
