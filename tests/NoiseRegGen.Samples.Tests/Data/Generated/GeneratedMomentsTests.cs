using System;
using System.Linq;
using CompareRegularizers.Data;
using MathNet.Numerics.Statistics;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Data;

public class GeneratedMomentsTests
{
    private const int Count = 200_000;

    // Mean, standard deviation and kurtosis of the noiseless functions. Friedman #2 and #3: Gauss-Legendre quadrature in Python with
    // 80 x 80 x 160 x 80 points (with 40 the last digit is the same); E f2^2 = 373552.92 in closed form agrees. Sine: mean 0,
    // variance 1/2 - sin(8)/16, fourth moment 3/8 - sin(8)/16 + sin(16)/128. A linear function of normal variables is normal.
    [Theory]
    [InlineData("friedman2", 479.5392, 378.9394, 3.1199, 5e-5)]
    [InlineData("friedman3", 1.323843, 0.316604, 7.3143, 5e-7)]
    [InlineData("sine", 0, 0.661941, 1.6194, 5e-7)]
    [InlineData("linear", 0, 1, 3, 0)]
    public void The_noiseless_function_has_the_moments_found_by_quadrature(
        string key, double mean, double deviation, double kurtosis, double rounding)
    {
        double[] targets = Draw(key, noise: 0).Targets;
        double error = deviation / Math.Sqrt(targets.Length);
        // Five standard errors: sigma / sqrt(n), and sigma sqrt((kurtosis - 1) / 4n) of the deviation.
        Assert.Equal(mean, targets.Mean(), (5 * error) + rounding);
        Assert.Equal(deviation, targets.StandardDeviation(), (5 * error * Math.Sqrt((kurtosis - 1) / 4)) + rounding);
    }

    [Theory]
    [InlineData("friedman1", 1)]
    [InlineData("friedman2", 125)]
    [InlineData("friedman3", 0.1)]
    [InlineData("sine", 0.3)]
    [InlineData("linear", 0.5)]
    public void Training_targets_carry_normal_noise_of_the_published_deviation(string key, double deviation)
    {
        Part train = Draw(key);
        TargetFunction function = FunctionOf(key);
        int inputs = train.Inputs.Length / Count;
        double[] noise = [.. train.Targets.Select((y, i) => (y - function(train.Inputs.AsSpan(i * inputs, inputs))) / deviation)];
        // Five standard errors of the first, second and fourth moment of a standard normal variable: variances 1, 2 and 96.
        Assert.Equal(0, noise.Mean(), 5 / Math.Sqrt(Count));
        Assert.Equal(1, noise.Average(e => e * e), 5 * Math.Sqrt(2.0 / Count));
        Assert.Equal(3, noise.Average(e => e * e * e * e), 5 * Math.Sqrt(96.0 / Count));
    }

    [Theory]
    [InlineData("friedman1")]
    [InlineData("friedman2")]
    [InlineData("friedman3")]
    [InlineData("sine")]
    [InlineData("linear")]
    public void Test_targets_and_those_told_so_carry_no_noise(string key)
    {
        Split split = DataRegistry.Find(key)!.Open(trainCount: 50, noise: 0).Draw(seed: 2, repeat: 1);
        TargetFunction function = FunctionOf(key);
        foreach (Part part in (Part[])[split.Train, split.Validation, split.Test])
        {
            int inputs = part.Inputs.Length / part.Count;
            for (int i = 0; i < part.Count; i++)
                Assert.Equal(function(part.Inputs.AsSpan(i * inputs, inputs)), part.Targets[i]);
        }
    }

    [Fact]
    public void The_circuits_inputs_fill_their_ranges()
    {
        Part part = Draw("friedman2");
        (double Low, double High)[] ranges = [(0, 100), (40 * Math.PI, 560 * Math.PI), (0, 1), (1, 11)];
        for (int j = 0; j < 4; j++)
        {
            double[] values = [.. part.Inputs.Where((_, i) => i % 4 == j)];
            (double low, double high) = ranges[j];
            Assert.All(values, value => Assert.InRange(value, low, high));
            // Five standard errors of a uniform variable's mean; its 200,000 values come within 1 % of both ends.
            Assert.Equal((low + high) / 2, values.Mean(), 5 * (high - low) / Math.Sqrt(12.0 * values.Length));
            Assert.InRange(values.Min(), low, low + (0.01 * (high - low)));
            Assert.InRange(values.Max(), high - (0.01 * (high - low)), high);
        }
    }

    [Theory]
    [InlineData("friedman2", new[] { 3.0, 2, 2.5, 0.5 }, 5)] // 2 * 2.5 - 1 / (2 * 0.5) = 4; sqrt(9 + 16).
    [InlineData("friedman3", new[] { 4.0, 2, 2.5, 0.5 }, Math.PI / 4)] // atan(4 / 4).
    [InlineData("sine", new[] { Math.PI / 8 }, 1)]
    [InlineData("linear", new[] { 1.0, 0, 0, 1, 0, 0, 0, 0, 0, 2 }, 1.1721885403065389)] // (-1 + 4 + 20) / sqrt(385).
    public void A_function_has_the_value_worked_out_by_hand(string key, double[] x, double value) =>
        // A few roundings.
        Assert.Equal(value, FunctionOf(key)(x), 1e-14);

    private static TargetFunction FunctionOf(string key) => key switch
    {
        "friedman1" => Friedman1.Evaluate,
        "friedman2" => Friedman2.Evaluate,
        "friedman3" => Friedman3.Evaluate,
        "sine" => NoisySine.Evaluate,
        "linear" => LinearFunction.Evaluate,
        _ => throw new ArgumentOutOfRangeException(nameof(key)),
    };

    // The registry's 5000 test examples would give coarse bounds; the training part is as large as one likes.
    private static Part Draw(string key, double? noise = null) =>
        DataRegistry.Find(key)!.Open(Count, noise).Draw(seed: 5, repeat: 0).Train;
}
