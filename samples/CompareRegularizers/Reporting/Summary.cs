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
            .Select(group => Tune(group.Key, group, [.. outcomes.Select(o => o.Result).Where(r => r.Cell.Arm == Arm.None)]))];
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
            outcomes.Min(o => o.SecondsPerStep));
    }

    // Eta = 0 is a choice too: who tunes an arm on data that it cannot help should end without it.
    private static TunedSummary Tune(Arm arm, IEnumerable<CellResult> results, CellResult[] none)
    {
        CellResult[] chosen = [.. none
            .Concat(results)
            .GroupBy(r => r.Cell.Repeat)
            .OrderBy(repeat => repeat.Key)
            .Select(repeat => repeat.MinBy(ValidationError)!)];
        double[] test = [.. chosen.Select(r => r.TestRmse)];
        return new TunedSummary(
            arm, Spread.Of(test), Spread.OfDifferences(test, none.Select(r => r.TestRmse)), chosen.Select(r => r.Cell.Eta).Median());
    }

    // A run that diverged is never chosen while another is there.
    private static double ValidationError(CellResult result) =>
        double.IsNaN(result.ValidationRmse) ? double.PositiveInfinity : result.ValidationRmse;
}
