using CompareRegularizers.Statistics;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Statistics;

public class HolmTests
{
    // R 4.2.2, p.adjust(p, "holm").
    [Theory]
    [InlineData(new[] { 0.01, 0.02, 0.03, 0.04, 0.05, double.NaN, 0.001 }, new[] { 0.05, 0.08, 0.09, 0.09, 0.09, double.NaN, 0.006 })]
    [InlineData(new[] { 0.013, 0.0004, 0.7, 0.021, 0.013, 0.3 }, new[] { 0.065, 0.0024, 0.7, 0.065, 0.065, 0.6 })]
    [InlineData(new[] { 0.6, 0.9 }, new[] { 1.0, 1.0 })]
    [InlineData(new double[0], new double[0])]
    public void Adjusted_p_values_are_those_of_R(double[] p, double[] expected)
    {
        double[] adjusted = Holm.Adjust(p);
        Assert.Equal(expected.Length, adjusted.Length);
        // One product.
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], adjusted[i], 1e-15);
    }
}
