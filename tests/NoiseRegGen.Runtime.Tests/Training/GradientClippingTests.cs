using System;
using NoiseRegGen.Training;
using Xunit;

namespace NoiseRegGen.Runtime.Tests.Training;

public class GradientClippingTests
{
    [Fact]
    public void A_long_gradient_is_shortened_and_keeps_its_direction()
    {
        double[] g = [3, 0, -4];
        Assert.Equal(5, GradientClipping.ByNorm(g.AsSpan(), 1));
        // One rounding of the factor and one of the product.
        Assert.Equal(0.6, g[0], 15);
        Assert.Equal(0, g[1]);
        Assert.Equal(-0.8, g[2], 15);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public void A_gradient_within_the_bound_stays_bit_for_bit(double maxNorm)
    {
        float[] g = [3, 0, -4];
        Assert.Equal(5, GradientClipping.ByNorm(g.AsSpan(), maxNorm));
        Assert.Equal([3, 0, -4], g);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(37)]
    [InlineData(1000)]
    public void The_norm_of_singles_is_that_of_double_arithmetic(int count)
    {
        float[] g = Numbers.Normals<float>(3, count);
        double sum = 0;
        foreach (float value in g)
            sum += (double)value * value;
        // A sum of n positive terms: relative error below n u in either order.
        double expected = Math.Sqrt(sum), bound = expected * count * Math.Pow(2, -53);
        Assert.InRange(GradientClipping.Norm<float>(g), expected - bound, expected + bound);
    }

    [Theory]
    [InlineData(1e200)]
    [InlineData(1e-200)]
    public void Squares_that_overflow_or_vanish_are_not_lost(double unit)
    {
        double[] g = [3 * unit, -4 * unit];
        // A handful of roundings.
        Assert.InRange(GradientClipping.Norm<double>(g) / (5 * unit), 1 - 1e-15, 1 + 1e-15);
    }

    [Fact]
    public void A_zero_gradient_has_norm_zero() => Assert.Equal(0, GradientClipping.ByNorm(new float[9].AsSpan(), 1));

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    public void A_gradient_that_is_not_finite_is_reported_and_left_alone(float bad)
    {
        float[] g = [1, bad, 2];
        Assert.False(double.IsFinite(GradientClipping.ByNorm(g.AsSpan(), 0.5)));
        Assert.Equal([1, bad, 2], g);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(double.NaN)]
    public void The_bound_must_be_above_zero(double maxNorm) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => GradientClipping.ByNorm(new float[1].AsSpan(), maxNorm));
}
