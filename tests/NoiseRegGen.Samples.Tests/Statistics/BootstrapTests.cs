using System;
using System.Linq;
using CompareRegularizers.Statistics;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Statistics;

public class BootstrapTests
{
    private const int Many = 999_999;

    [Fact]
    public void The_interval_of_a_mean_is_the_BCa_interval_of_R()
    {
        // R 4.2.2, boot.ci(boot(x, function(x, i) mean(x[i]), R = 99999), type = "bca"), mean and standard error of 20 such
        // runs: -1.744 (0.042 for 10^6 draws), 36.283 (0.020). Five standard errors of the difference of two runs of 10^6.
        ConfidenceInterval interval = Bootstrap.OfMean(PublishedData.Darwin, seed: 1, resamples: Many);
        Assert.Equal(-1.744, interval.Lower, 5 * Math.Sqrt(2) * 0.042);
        Assert.Equal(36.283, interval.Upper, 5 * Math.Sqrt(2) * 0.020);
    }

    [Fact]
    public void A_skewed_sample_has_the_skewed_interval_of_R()
    {
        // As above: 0.6515 (0.0015), 4.058 (0.0079), where the plain percentiles are 0.47 and 3.29.
        ConfidenceInterval interval = Bootstrap.OfMean(PublishedData.Skewed, seed: 1, resamples: Many);
        Assert.Equal(0.6515, interval.Lower, 5 * Math.Sqrt(2) * 0.0015);
        Assert.Equal(4.058, interval.Upper, 5 * Math.Sqrt(2) * 0.0079);
    }

    [Fact]
    public void The_interval_of_a_mean_of_many_values_is_the_normal_one()
    {
        // The deviation of k/400 over k = -200..200, which are symmetric, is 0.2894; the mean of 401 of them is normal. The tail
        // of 2.5 % of 9999 draws, and the bias as well, move the end by (0.0016 + 0.0015) / 0.0584 deviations: four times that.
        double[] values = [.. Enumerable.Range(-200, 401).Select(k => k / 400.0)];
        double error = Math.Sqrt(values.Sum(x => x * x) / 401) / Math.Sqrt(401);
        ConfidenceInterval interval = Bootstrap.OfMean(values, seed: 3);
        Assert.Equal(-1.96 * error, interval.Lower, 0.22 * error);
        Assert.Equal(1.96 * error, interval.Upper, 0.22 * error);
    }

    [Fact]
    public void The_interval_of_a_median_has_its_ends_where_the_binomial_distribution_puts_them()
    {
        // Of 11 distinct values, the median of a resample is at most the k-th with probability P(Bin(11, k/11) >= 6): 0.007 for
        // k = 2, 0.051 for 3, 0.949 for 8, 0.993 for 9 (R: 1 - pbinom(5, 11, k/11)); 0.0016 is a standard error.
        double[] values = [5, 1, 9, 3, 11, 7, 2, 10, 4, 8, 6];
        Assert.Equal(new ConfidenceInterval(3, 9, 0.95), Bootstrap.OfMedian(values, seed: 1));
    }

    [Fact]
    public void The_same_seed_gives_the_same_interval_and_another_one_nearly_the_same()
    {
        ConfidenceInterval one = Bootstrap.OfMean(PublishedData.Sleep, seed: 1);
        Assert.Equal(one, Bootstrap.OfMean(PublishedData.Sleep, seed: 1));
        ConfidenceInterval two = Bootstrap.OfMean(PublishedData.Sleep, seed: 2);
        Assert.NotEqual(one, two);
        // The deviation of the mean is 0.39; the ends vary by about 0.06 of it (see above), more in the longer tail.
        Assert.Equal(one.Lower, two.Lower, 0.3);
        Assert.Equal(one.Upper, two.Upper, 0.3);
    }

    [Fact]
    public void Values_that_are_all_the_same_have_an_interval_of_no_width()
    {
        Assert.Equal((0.5, 0.5), Ends(Bootstrap.OfMean([0.5, 0.5, 0.5], seed: 1)));
        Assert.Equal((0.5, 0.5), Ends(Bootstrap.OfMedian([0.5, 0.5, 0.5], seed: 1)));
    }

    [Fact]
    public void One_value_has_no_interval()
    {
        Assert.Equal((double.NaN, double.NaN), Ends(Bootstrap.OfMean([1], seed: 1)));
        Assert.Equal((double.NaN, double.NaN), Ends(Bootstrap.OfMedian([1], seed: 1)));
    }

    private static (double Lower, double Upper) Ends(ConfidenceInterval interval) => (interval.Lower, interval.Upper);
}
