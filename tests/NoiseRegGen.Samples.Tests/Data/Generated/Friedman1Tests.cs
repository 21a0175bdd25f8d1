using System;
using System.Linq;
using CompareRegularizers.Data;
using MathNet.Numerics.Statistics;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Data;

public class Friedman1Tests
{
    private const int Count = 200_000;

    // By quadrature over the unit cube.
    private const double Mean = 14.4133;
    private const double Deviation = 4.8812;

    private static readonly Part Noiseless = new Friedman1(2, 2, Count).Draw(seed: 5, repeat: 0).Test;

    [Fact]
    public void The_function_has_the_value_worked_out_by_hand()
    {
        // sin(pi / 4) = 1 / sqrt(2), and the square vanishes: 10 / sqrt(2) + 5 + 2.5.
        double[] x = [.. Enumerable.Repeat(0.5, 10)];
        Assert.Equal((10 / Math.Sqrt(2)) + 7.5, Friedman1.Evaluate(x), 1e-13);
    }

    [Fact]
    public void The_noiseless_function_has_the_mean_found_by_quadrature() =>
        // Five standard errors; the figure is rounded at 5e-5.
        Assert.Equal(Mean, Noiseless.Targets.Mean(), (5 * Deviation / Math.Sqrt(Count)) + 5e-5);

    [Fact]
    public void The_noiseless_function_has_the_deviation_found_by_quadrature() =>
        // The standard error of a deviation is sigma sqrt((kurtosis - 1) / 4n): less than sigma / sqrt(2n), the kurtosis being below 3.
        Assert.Equal(Deviation, Noiseless.Targets.StandardDeviation(), (5 * Deviation / Math.Sqrt(2.0 * Count)) + 5e-5);

    [Fact]
    public void Test_targets_carry_no_noise()
    {
        for (int i = 0; i < 100; i++)
            Assert.Equal(Friedman1.Evaluate(Noiseless.Inputs.AsSpan(10 * i, 10)), Noiseless.Targets[i]);
    }

    [Fact]
    public void Training_targets_carry_standard_normal_noise()
    {
        Part train = new Friedman1(Count, 2, 2).Draw(seed: 5, repeat: 0).Train;
        double[] noise = [.. train.Targets.Select((y, i) => y - Friedman1.Evaluate(train.Inputs.AsSpan(10 * i, 10)))];
        // Five standard errors: 1 / sqrt(n) of the mean, sqrt(2 / n) of the variance of a normal variable.
        Assert.Equal(0, noise.Mean(), 5 / Math.Sqrt(Count));
        Assert.Equal(1, noise.Variance(), 5 * Math.Sqrt(2.0 / Count));
    }

    [Fact]
    public void Inputs_fill_the_unit_cube()
    {
        Assert.All(Noiseless.Inputs, x => Assert.InRange(x, 0, 1));
        // A uniform variable has variance 1/12 and fourth central moment 1/80: five standard errors over 10 n values.
        Assert.Equal(0.5, Noiseless.Inputs.Mean(), 5 * Math.Sqrt(1 / (12 * 10.0 * Count)));
        Assert.Equal(1 / 12.0, Noiseless.Inputs.Variance(), 5 * Math.Sqrt(((1 / 80.0) - (1 / 144.0)) / (10.0 * Count)));
    }

    [Fact]
    public void A_repeat_is_drawn_again_the_same_and_another_one_differently()
    {
        var source = new Friedman1(20, 20, 20);
        Assert.Equal(source.Draw(1, 3).Train.Inputs, source.Draw(1, 3).Train.Inputs);
        Assert.NotEqual(source.Draw(1, 3).Train.Inputs, source.Draw(1, 4).Train.Inputs);
        Assert.NotEqual(source.Draw(1, 3).Train.Inputs, source.Draw(2, 3).Train.Inputs);
    }
}
