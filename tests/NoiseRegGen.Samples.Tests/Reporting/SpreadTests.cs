using CompareRegularizers.Reporting;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Reporting;

public class SpreadTests
{
    [Fact]
    public void Mean_deviation_and_confidence_margin_are_those_of_the_textbook()
    {
        Spread spread = Spread.Of([1, 2, 3, 4, 5]);
        Assert.Equal(3, spread.Mean);
        // sqrt(10 / 4); Student's 0.975 quantile with 4 degrees of freedom is 2.776445 in the tables, times sqrt(2.5 / 5).
        Assert.Equal(1.5811388, spread.Deviation, 1e-7);
        Assert.Equal(2.776445 * 0.70710678, spread.Margin, 1e-6);
    }

    [Fact]
    public void What_pairs_have_in_common_drops_out_of_their_differences()
    {
        Spread spread = Spread.OfDifferences([101, 1002, 10003], [100, 1000, 10000]);
        Assert.Equal(2, spread.Mean);
        Assert.Equal(1, spread.Deviation, 1e-12);
    }

    [Fact]
    public void A_single_value_has_no_spread()
    {
        Spread spread = Spread.Of([7]);
        Assert.Equal(7, spread.Mean);
        Assert.True(double.IsNaN(spread.Deviation) && double.IsNaN(spread.Margin));
    }
}
