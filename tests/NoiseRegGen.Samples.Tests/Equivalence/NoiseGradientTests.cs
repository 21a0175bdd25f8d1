using System;
using System.Linq;
using CompareRegularizers.Equivalence;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Equivalence;

public class NoiseGradientTests
{
    private const int Dimension = 50;
    private const int Blocks = 20;

    [Fact]
    public void Blocks_without_spread_give_the_cosine_and_the_length_of_their_mean()
    {
        double[] n = [3, 4, 0], g = [3, 0, 4];
        var gradient = new NoiseGradient([n, n, n]);
        Alignment alignment = gradient.CompareWith(g);
        // A few roundings of numbers below 10.
        Assert.Equal(5, gradient.Length, 1e-13);
        Assert.Equal(9 / 25.0, alignment.Cosine, 1e-14);
        Assert.Equal(32 / 25.0, alignment.Unexplained, 1e-13);
        Assert.Equal(0, alignment.StandardError, 1e-7);
    }

    [Fact]
    public void What_Monte_Carlo_adds_is_taken_out()
    {
        // n has length 1, g length 1 and the cosine 0.6 to it; each block's noise has length sqrt(50), their mean's sqrt(50 / 20):
        // the raw cosine would be 0.6 / sqrt(3.5).
        double[] n = new double[Dimension], g = new double[Dimension];
        (n[0], g[0], g[1]) = (1, 0.6, 0.8);
        var random = new Random(3);
        Alignment[] alignments =
            [.. Enumerable.Range(0, 400).Select(_ => Estimate(n, random).CompareWith(g)).Where(a => double.IsFinite(a.Cosine))];
        double squared = Enumerable.Range(0, 400).Average(_ => Math.Pow(Finite(Estimate(n, random).Length), 2));
        // |mean|^2 less its bias has the variance (2 / 20)^2 Dimension / 2 + 4 / 20 = 0.45: over 400 a standard error of 0.034; the
        // square is cut off at 0 in one case of 15, which adds about 0.02.
        Assert.Equal(1, squared, 0.15);
        // The median is not moved by the few estimates of the length near 0.
        double median = alignments.Select(a => a.Cosine).Order().ElementAt(alignments.Length / 2);
        Assert.Equal(0.6, median, 0.1);

        static double Finite(double value) => double.IsNaN(value) ? 0 : value;
    }

    [Fact]
    public void The_standard_error_is_the_deviation_of_the_cosine()
    {
        double[] n = new double[Dimension], g = new double[Dimension];
        (n[0], g[0], g[1]) = (30, 0.6, 0.8);
        var random = new Random(5);
        Alignment[] alignments = [.. Enumerable.Range(0, 300).Select(_ => Estimate(n, random).CompareWith(g))];
        double deviation = Math.Sqrt(alignments.Average(a => Math.Pow(a.Cosine - 0.6, 2)));
        // The mean's noise of deviation 1 / sqrt(20) in each direction turns n by that over 30: only what lies along g counts, 0.8.
        double expected = 0.8 / (30 * Math.Sqrt(Blocks));
        // 300 squares are good to 1 / sqrt(600) = 4 %, taken fourfold; 19 degrees of freedom make the mean deviation 1.3 % small.
        Assert.Equal(expected, deviation, 0.16 * expected);
        Assert.Equal(expected, alignments.Average(a => a.StandardError), 0.05 * expected);
    }

    private static NoiseGradient Estimate(double[] n, Random random) => new(
        [.. Enumerable.Range(0, Blocks).Select(_ => Samples.Normals(random, Dimension, 1).Zip(n, (noise, value) => noise + value).ToArray())]);
}
