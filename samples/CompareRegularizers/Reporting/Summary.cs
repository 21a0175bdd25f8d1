using System.Collections.Generic;
using System.Linq;
using CompareRegularizers.Experiments;
using CompareRegularizers.Statistics;
using MathNet.Numerics.Statistics;

namespace CompareRegularizers.Reporting;

/// <summary>What the repeats of a comparison come to.</summary>
/// <param name="Arms">By arm, budget and eta, in the order of the plan.</param>
/// <param name="Tuned">By arm and budget, without "none".</param>
/// <param name="Pairs">Weight noise against the arms that might do the same, by arm and eta.</param>
internal sealed record Summary(IReadOnlyList<ArmSummary> Arms, IReadOnlyList<TunedSummary> Tuned, IReadOnlyList<PairSummary> Pairs)
{
    /// <summary>What counts as the same error, in parts of the error without a regulariser: 1 % of the root is 2 % of the square.</summary>
    internal const double EquivalenceMargin = 0.01;

    /// <summary>The arm without a regulariser.</summary>
    internal ArmSummary Baseline => Arms[0];

    /// <summary>Summarises the training runs of a comparison.</summary>
    /// <param name="outcomes">The runs, in the order of the plan.</param>
    /// <param name="seed">The seed of the bootstrap.</param>
    internal static Summary Of(IReadOnlyList<CellOutcome> outcomes, ulong seed)
    {
        CellResult[] none = [.. outcomes.Select(o => o.Result).Where(r => r.Cell.Arm == Arm.None)];
        ArmSummary[] arms = [.. outcomes
            .GroupBy(o => (o.Result.Cell.Arm, o.Result.Cell.Eta, o.Result.Cell.Budget))
            .Select(group => Summarise([.. group], none, seed))];
        TunedSummary[] tuned = [.. outcomes
            .Select(o => o.Result)
            .Where(r => r.Cell.Arm != Arm.None)
            .GroupBy(r => (r.Cell.Arm, r.Cell.Budget))
            .Select(group => Tune(group.Key.Arm, group.Key.Budget, group, none, seed))];
        return new Summary(AdjustArms(arms), AdjustTuned(tuned), PairComparison.Of(outcomes, none));
    }

    private static ArmSummary Summarise(CellOutcome[] outcomes, CellResult[] none, ulong seed)
    {
        CellResult[] results = [.. outcomes.Select(o => o.Result)];
        Cell cell = results[0].Cell;
        double[] test = TestErrors(results);
        return new ArmSummary(
            cell.Arm,
            cell.Eta,
            cell.Budget,
            Spread.Of(test),
            cell.Arm == Arm.None ? null : PairedComparison.Of(test, TestErrors(none), seed),
            Spread.Of(results.Select(r => r.TrainRmse)),
            Spread.Of(results.Select(r => r.Penalty)),
            outcomes.Min(o => o.SecondsPerStep))
        {
            ResidualLaplacian = Spread.Of(results.Select(r => r.ResidualLaplacian)),
            InputGradient = Spread.Of(results.Select(r => r.InputGradient)),
            Diverged = test.Count(double.IsNaN),
            NoisyTest = MeanNoisyTest([.. results.Where(r => r.NoisyTestRmse.Length > 0)]),
        };
    }

    // Eta = 0 is a choice too: who tunes an arm on data that it cannot help should end without it.
    private static TunedSummary Tune(Arm arm, Budget budget, IEnumerable<CellResult> results, CellResult[] none, ulong seed)
    {
        CellResult[] chosen = [.. none
            .Concat(results)
            .GroupBy(r => r.Cell.Repeat)
            .OrderBy(repeat => repeat.Key)
            .Select(repeat => repeat.MinBy(ValidationError)!)];
        double[] test = TestErrors(chosen);
        return new TunedSummary(
            arm, budget, Spread.Of(test), PairedComparison.Of(test, TestErrors(none), seed), chosen.Select(r => r.Cell.Eta).Median());
    }

    // A run that diverged is never chosen while another is there.
    private static double ValidationError(CellResult result) =>
        double.IsNaN(result.ValidationRmse) ? double.PositiveInfinity : result.ValidationRmse;

    private static double[] TestErrors(IEnumerable<CellResult> results) => [.. results.Select(r => r.TestRmse)];

    private static double[] MeanNoisyTest(CellResult[] results) => results.Length == 0
        ? []
        : [.. Enumerable.Range(0, results[0].NoisyTestRmse.Length)
            .Select(i => System.Math.Sqrt(results.Average(r => r.NoisyTestRmse[i] * r.NoisyTestRmse[i])))];

    // The family of Holm's correction: all arms at all etas of the run.
    private static ArmSummary[] AdjustArms(ArmSummary[] arms)
    {
        var adjusted = new Queue<PairedComparison>(
            PairedComparison.AdjustFamily([.. arms.Where(arm => arm.Difference is not null).Select(arm => arm.Difference!)]));
        return [.. arms.Select(arm => arm.Difference is null ? arm : arm with { Difference = adjusted.Dequeue() })];
    }

    private static TunedSummary[] AdjustTuned(TunedSummary[] tuned)
    {
        IReadOnlyList<PairedComparison> adjusted = PairedComparison.AdjustFamily([.. tuned.Select(arm => arm.Difference)]);
        return [.. tuned.Select((arm, i) => arm with { Difference = adjusted[i] })];
    }
}
