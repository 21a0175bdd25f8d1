using System;
using System.Linq;
using CompareRegularizers.Statistics;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Statistics;

public class WilcoxonSignedRankTests
{
    // A ratio of whole numbers: one rounding.
    private const double Exact = 1e-15;

    // Figures printed with 12 digits; the normal distribution function itself is good to more.
    private const double TwelveDigits = 1e-11;

    [Fact]
    public void Darwins_plants_have_the_p_value_of_SciPy_and_R()
    {
        // scipy.stats.wilcoxon (1.10.1): statistic 24 (the smaller sum), p 0.041259765625; R 4.2.2: V = 96, the same p.
        WilcoxonResult result = WilcoxonSignedRank.Test(PublishedData.Darwin);
        Assert.Equal((15, 0, 96.0, true), (result.Count, result.Zeros, result.PositiveRankSum, result.IsExact));
        Assert.Equal(0.041259765625, result.PValue, Exact);
    }

    [Fact]
    public void The_depression_scale_has_the_p_value_of_R()
    {
        // R's help page: V = 40, one-sided p = 0.01953, which is 5/256; here two-sided.
        PairedSample sample = PairedSample.Of(PublishedData.Before, PublishedData.After);
        WilcoxonResult result = WilcoxonSignedRank.Test(sample.Differences);
        Assert.Equal(40, result.PositiveRankSum);
        Assert.Equal(10.0 / 256, result.PValue, Exact);
    }

    // The p values by going through all 2^n sign patterns in Python.
    [Theory]
    [InlineData(new double[] { 2, 2, 2, 2, -1 }, 0, 14, 4.0 / 32)]
    [InlineData(new double[] { 1, -1, 2, 3, -2, 4, 5, 0, 3, -6, 7, 2 }, 1, 50.5, 252.0 / 2048)]
    public void Ties_share_their_rank_and_zeros_are_left_out(double[] differences, int zeros, double sum, double p)
    {
        WilcoxonResult result = WilcoxonSignedRank.Test(differences);
        Assert.Equal((zeros, sum), (result.Zeros, result.PositiveRankSum));
        Assert.Equal(p, result.PValue, Exact);
    }

    [Fact]
    public void Fifty_differences_still_have_the_exact_p_value()
    {
        // R 4.2.2, wilcox.test((1:50) * ifelse((1:50) %% 3 == 0, -1, 1), exact = TRUE): V = 867, p = 0.0261669681712.
        WilcoxonResult result = WilcoxonSignedRank.Test(EveryThirdNegative(50));
        Assert.Equal((867.0, true), (result.PositiveRankSum, result.IsExact));
        Assert.Equal(0.0261669681712, result.PValue, TwelveDigits);
    }

    [Fact]
    public void More_differences_have_the_normal_approximation_of_R()
    {
        // R 4.2.2, exact = FALSE, correct = TRUE: V = 1200, p = 0.0362264941788.
        WilcoxonResult result = WilcoxonSignedRank.Test(EveryThirdNegative(60));
        Assert.Equal((1200.0, false), (result.PositiveRankSum, result.IsExact));
        Assert.Equal(0.0362264941788, result.PValue, TwelveDigits);
    }

    [Fact]
    public void The_normal_approximation_allows_for_ties_as_R_does()
    {
        // R 4.2.2, six times the twelve numbers below, exact = FALSE, correct = TRUE: V = 1698, p = 0.000145831398478.
        double[] twelve = [1, -1, 2, 3, -2, 4, 5, 0, 3, -6, 7, 2];
        WilcoxonResult result = WilcoxonSignedRank.Test([.. Enumerable.Repeat(twelve, 6).SelectMany(x => x)]);
        Assert.Equal((66, 6, 1698.0), (result.Count, result.Zeros, result.PositiveRankSum));
        Assert.Equal(0.000145831398478, result.PValue, TwelveDigits);
    }

    [Fact]
    public void The_sign_of_the_differences_does_not_matter()
    {
        double[] opposite = Array.ConvertAll(PublishedData.Darwin, x => -x);
        Assert.Equal(WilcoxonSignedRank.Test(PublishedData.Darwin).PValue, WilcoxonSignedRank.Test(opposite).PValue);
    }

    [Theory]
    [InlineData(new double[0])]
    [InlineData(new double[] { 0, 0, 0 })]
    public void With_nothing_to_rank_nothing_is_significant(double[] differences) =>
        Assert.Equal(1, WilcoxonSignedRank.Test(differences).PValue);

    private static double[] EveryThirdNegative(int count) => [.. Enumerable.Range(1, count).Select(i => i % 3 == 0 ? -i : (double)i)];
}
