using CompareRegularizers.Statistics;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Statistics;

public class QuartilesTests
{
    // R 4.2.2, quantile(x).
    [Fact]
    public void Quartiles_are_those_of_R()
    {
        Assert.Equal(new Quartiles(15, 11, 24, 45), Quartiles.Of(PublishedData.Darwin));
        Quartiles sleep = Quartiles.Of(PublishedData.Sleep);
        Assert.Equal(-1.7, sleep.Lower, 1e-15);
        Assert.Equal(-1.3, sleep.Median, 1e-15);
        Assert.Equal(-1.05, sleep.Upper, 1e-15);
    }

    [Fact]
    public void Values_that_are_not_finite_are_left_out_and_not_counted() =>
        Assert.Equal(new Quartiles(3, 1.5, 2, 2.5), Quartiles.Of([3, double.NaN, 1, double.PositiveInfinity, 2]));

    [Fact]
    public void Of_no_values_there_is_nothing_to_say() => Assert.True(double.IsNaN(Quartiles.Of([]).Median));

    [Theory]
    [InlineData(new double[] { 3, 1, 2 }, 2)]
    [InlineData(new double[] { 4, 1, 3, 2 }, 2.5)]
    public void The_median_of_an_even_number_lies_between_two(double[] values, double median) =>
        Assert.Equal(median, Quartiles.MedianInPlace(values));
}
