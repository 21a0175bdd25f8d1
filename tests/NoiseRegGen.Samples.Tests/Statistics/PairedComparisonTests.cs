using System;
using System.Collections.Generic;
using CompareRegularizers.Statistics;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Statistics;

public class PairedComparisonTests
{
    [Fact]
    public void A_pair_of_which_one_diverged_is_left_out_and_counted()
    {
        PairedSample sample = PairedSample.Of([1, double.NaN, 5, 7], [0.5, 1, double.PositiveInfinity, 6]);
        Assert.Equal([0.5, 1.0], sample.Differences);
        Assert.Equal(2, sample.Dropped);
    }

    [Fact]
    public void Values_without_a_partner_are_refused() =>
        Assert.StartsWith(
            "baseline must have as many elements as values, 2; it has 1.",
            Assert.Throws<ArgumentException>("baseline", () => PairedSample.Of([1, 2], [1])).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_comparison_holds_the_statistics_of_the_differences()
    {
        PairedComparison comparison = PairedComparison.Of(PublishedData.Before, PublishedData.After, seed: 1);
        // The mean of Hollander and Wolfe's differences is 3.887 / 9; the median is 0.49.
        Assert.Equal(3.887 / 9, comparison.Mean, 1e-14);
        Assert.Equal(0.49, comparison.Difference.Median, 1e-14);
        Assert.InRange(comparison.Mean, comparison.MeanInterval.Lower, comparison.MeanInterval.Upper);
        Assert.True(comparison.MeanInterval.ExcludesZero);
        Assert.Equal(10.0 / 256, comparison.AdjustedPValue, 1e-15);
    }

    [Fact]
    public void The_p_values_of_a_family_are_corrected_together()
    {
        PairedComparison depression = PairedComparison.Of(PublishedData.Before, PublishedData.After, seed: 1);
        PairedComparison plants = PairedComparison.Of(PublishedData.Darwin, new double[15], seed: 1);
        PairedComparison nothing = PairedComparison.Of([1, 2], [1, 2], seed: 1);
        IReadOnlyList<PairedComparison> family = PairedComparison.AdjustFamily([plants, nothing, depression]);
        // Three tests: the smallest three times, the next twice (but not below the first), the largest once.
        Assert.Equal(3 * 10.0 / 256, family[2].AdjustedPValue, 1e-15);
        Assert.Equal(3 * 10.0 / 256, family[0].AdjustedPValue, 1e-15);
        Assert.Equal(1, family[1].AdjustedPValue);
    }

    [Fact]
    public void Nothing_but_diverged_runs_is_no_fault()
    {
        PairedComparison comparison = PairedComparison.Of([double.NaN, double.NaN], [1, 2], seed: 1);
        Assert.Equal((2, 0, 1.0), (comparison.Sample.Dropped, comparison.Difference.Count, comparison.AdjustedPValue));
        Assert.True(double.IsNaN(comparison.Mean));
    }
}
