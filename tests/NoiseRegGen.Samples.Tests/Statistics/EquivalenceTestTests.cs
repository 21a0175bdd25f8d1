using System;
using CompareRegularizers.Statistics;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Statistics;

public class EquivalenceTestTests
{
    // R 4.2.2, t.test(d, mu = -m, alternative = "greater")$p.value and t.test(d, mu = m, alternative = "less")$p.value for the
    // differences of R's sleep; printed with 12 digits.
    [Theory]
    [InlineData(1, 0.914944114551, 4.77859569555e-05)]
    [InlineData(2, 0.154157235669, 3.55234415925e-06)]
    [InlineData(3, 0.00265557029266, 4.52269496583e-07)]
    public void The_two_p_values_are_those_of_R(double margin, double lower, double upper)
    {
        EquivalenceResult result = EquivalenceTest.Paired(PublishedData.Sleep, margin);
        Assert.Equal(lower, result.LowerPValue, 1e-11 * lower);
        Assert.Equal(upper, result.UpperPValue, 1e-11 * upper);
        Assert.Equal(result.LowerPValue, result.PValue);
        Assert.Equal(margin == 3, result.IsEquivalent);
    }

    [Fact]
    public void The_interval_is_Students_90_percent_interval()
    {
        // R 4.2.2, t.test(d, conf.level = 0.9)$conf.int.
        EquivalenceResult result = EquivalenceTest.Paired(PublishedData.Sleep, 2);
        Assert.Equal(-1.58, result.Mean, 1e-14);
        Assert.Equal(-2.293005267029, result.Interval.Lower, 1e-11);
        Assert.Equal(-0.866994732971, result.Interval.Upper, 1e-11);
    }

    [Theory]
    [InlineData(2.2930)]
    [InlineData(2.2931)]
    public void Equivalence_is_shown_just_when_the_interval_lies_within_the_margin(double margin)
    {
        EquivalenceResult result = EquivalenceTest.Paired(PublishedData.Sleep, margin);
        Assert.Equal(result.Interval.LiesWithin(margin), result.IsEquivalent);
        Assert.Equal(margin > 2.29301, result.IsEquivalent);
    }

    [Fact]
    public void A_difference_in_the_other_direction_is_judged_the_same()
    {
        double[] opposite = Array.ConvertAll(PublishedData.Sleep, x => -x);
        EquivalenceResult one = EquivalenceTest.Paired(PublishedData.Sleep, 2), two = EquivalenceTest.Paired(opposite, 2);
        Assert.Equal(one.PValue, two.PValue);
        Assert.Equal(one.LowerPValue, two.UpperPValue);
    }

    [Fact]
    public void Differences_that_are_all_the_same_are_judged_by_their_value()
    {
        Assert.True(EquivalenceTest.Paired([0, 0, 0], 0.1).IsEquivalent);
        Assert.True(EquivalenceTest.Paired([0.5, 0.5], 1).IsEquivalent);
        Assert.False(EquivalenceTest.Paired([1, 1], 1).IsEquivalent);
        Assert.False(EquivalenceTest.Paired([-2, -2], 1).IsEquivalent);
    }

    [Fact]
    public void One_pair_shows_nothing()
    {
        EquivalenceResult result = EquivalenceTest.Paired([0.0], 1);
        Assert.True(double.IsNaN(result.PValue));
        Assert.False(result.IsEquivalent);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_margin_has_to_be_above_0(double margin) =>
        Assert.Throws<ArgumentOutOfRangeException>("margin", () => EquivalenceTest.Paired(PublishedData.Sleep, margin));

    [Fact]
    public void The_number_of_pairs_follows_the_textbook()
    {
        // (1.644854 + 1.281552)^2 = 8.5638 for a margin of one deviation; of a tenth, 856.4.
        Assert.Equal(9, EquivalenceTest.RequiredPairs(deviation: 1, margin: 1));
        Assert.Equal(857, EquivalenceTest.RequiredPairs(deviation: 1, margin: 0.1));
    }
}
