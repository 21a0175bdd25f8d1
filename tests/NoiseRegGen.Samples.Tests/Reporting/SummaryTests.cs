using System;
using System.Linq;
using CompareRegularizers.Experiments;
using CompareRegularizers.Reporting;
using CompareRegularizers.Statistics;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Reporting;

public class SummaryTests
{
    private static readonly Summary Summary = Summary.Of(Sample.Outcomes, seed: 1);

    [Fact]
    public void Arms_come_in_the_order_of_the_plan() => Assert.Equal(
        [(Arm.None, 0), (Arm.WeightNoise, 0.001), (Arm.WeightNoise, 0.01), (Arm.GradientPenalty, 0.001), (Arm.GradientPenalty, 0.01)],
        Summary.Arms.Select(arm => (arm.Arm, arm.Eta)));

    [Fact]
    public void Differences_are_taken_within_a_repeat()
    {
        PairedComparison difference = Summary.Arms[1].Difference!;
        // -0.1 and -0.3.
        Assert.Equal([-0.1, -0.3], difference.Sample.Differences.Select(d => Math.Round(d, 12)));
        Assert.Equal(-0.2, difference.Difference.Median, 1e-12);
        Assert.Null(Summary.Baseline.Difference);
    }

    [Fact]
    public void Tuning_chooses_by_validation_in_every_repeat_and_never_a_run_that_diverged()
    {
        TunedSummary noise = Summary.Tuned[0], penalty = Summary.Tuned[1];
        Assert.Equal((1.5 + 2.7) / 2, noise.Test.Mean, 1e-12);
        Assert.Equal((0.01 + 0.001) / 2, noise.Eta, 1e-12);
        Assert.Equal((1.8 + 2.6) / 2, penalty.Test.Mean, 1e-12);
    }

    [Fact]
    public void Tuning_may_choose_no_regulariser()
    {
        CellOutcome[] outcomes = [.. Sample.Outcomes.Select(o => o.Result.Cell.Arm == Arm.None ? WithValidation(o, 0.1) : o)];
        TunedSummary tuned = Summary.Of(outcomes, seed: 1).Tuned[0];
        Assert.Equal((2.5, 0, 0), (tuned.Test.Mean, tuned.Difference.Difference.Median, tuned.Eta));
    }

    [Fact]
    public void The_time_of_a_step_is_that_of_the_fastest_repeat() => Assert.Equal(1e-5, Summary.Arms[1].SecondsPerStep);

    [Fact]
    public void A_run_that_diverged_makes_its_mean_diverge_too() => Assert.True(double.IsNaN(Summary.Arms[4].Test.Mean));

    [Fact]
    public void Weight_noise_and_penalty_are_compared_at_each_eta()
    {
        Assert.Equal([(Arm.GradientPenalty, 0.001), (Arm.GradientPenalty, 0.01)], Summary.Pairs.Select(pair => (pair.Second, pair.Eta)));
        PairSummary pair = Summary.Pairs[0];
        // 1.9 - 1.8 and 2.7 - 2.6; 1 % of (2 + 3) / 2.
        Assert.Equal(0.1, pair.Equivalence.Mean, 1e-12);
        Assert.Equal(0.025, pair.Equivalence.Margin, 1e-12);
        Assert.False(pair.Equivalence.IsEquivalent);
        // The outputs are the test errors, twice: sqrt((0.1^2 + 0.1^2) / 2), rounded to single precision.
        Assert.Equal(0.1, pair.Distance, 1e-6);
    }

    [Fact]
    public void P_values_are_corrected_for_their_number()
    {
        double[] plain = [.. Summary.Arms.Skip(1).Select(arm => arm.Difference!.Wilcoxon.PValue)];
        double[] adjusted = [.. Summary.Arms.Skip(1).Select(arm => arm.Difference!.AdjustedPValue)];
        Assert.All(plain.Zip(adjusted), p => Assert.True(p.Second >= p.First));
        Assert.Equal(1, adjusted.Max());
    }

    private static CellOutcome WithValidation(CellOutcome outcome, double rmse) =>
        outcome with { Result = outcome.Result with { ValidationRmse = rmse } };
}
