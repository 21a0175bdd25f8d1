using System;
using System.Collections.Generic;
using System.Linq;
using CompareRegularizers.Equivalence;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Equivalence;

public class SlopeFitTests
{
    private static readonly double[] Etas = [1e-6, 1e-5, 1e-4, 1e-3, 1e-2];

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, -0.7)]
    [InlineData(1.5, 1e9)]
    public void The_slope_of_a_power_is_its_exponent(double exponent, double factor)
    {
        // Every pair is off by a factor of its own, the same at all etas, as with common random numbers: the slope does not move.
        Slope slope = Fit((eta, pair) => factor * Math.Pow(eta, exponent) * (1 + (0.1 * Math.Sin(pair))))!;
        // Rounding of logarithms of order 10.
        Assert.Equal(exponent, slope.Value, 1e-12);
        Assert.Equal(0, slope.StandardError, 1e-12);
        Assert.Equal((1e-6, 1e-2, 5), (slope.FromEta, slope.ToEta, slope.Points));
    }

    [Fact]
    public void The_standard_error_is_that_of_a_regression_on_independent_errors()
    {
        double[] slopes = new double[200], errors = new double[200];
        var random = new Random(1);
        for (int i = 0; i < slopes.Length; i++)
        {
            Slope slope = Fit((eta, _) => eta * (1 + Samples.Normals(random, 1, 1)[0]), pairs: 400)!;
            (slopes[i], errors[i]) = (slope.Value, slope.StandardError);
        }

        // Each log has the deviation 1 / sqrt(400) = 0.05; the sum of squares of log eta about its mean is ln(10)^2 (4 + 1 + 0 + 1 + 4).
        double expected = 0.05 / (Math.Log(10) * Math.Sqrt(10));
        // A mean square of 200 slopes is good to 1 / sqrt(400) = 5 %, taken fourfold; the logarithm's curvature adds 0.1 %.
        Assert.Equal(expected, Math.Sqrt(slopes.Average(slope => (slope - 1) * (slope - 1))), 0.2 * expected);
        // The jackknife over 20 blocks is biased upwards by a few per cent.
        Assert.Equal(expected, errors.Average(), 0.1 * expected);
    }

    [Fact]
    public void Errors_within_four_standard_errors_of_0_do_not_count()
    {
        // Deviation 1e-4 over 100 pairs: standard error 1e-5. eta = 1e-6 and 1e-5 are below four of them.
        Slope slope = Fit((eta, pair) => eta + (pair % 2 == 0 ? 1e-4 : -1e-4))!;
        Assert.Equal((1e-4, 1e-2, 3), (slope.FromEta, slope.ToEta, slope.Points));
    }

    [Fact]
    public void The_fit_ends_where_the_error_changes_its_sign_or_at_the_limit()
    {
        Assert.Equal(1e-3, Fit((eta, _) => eta * (2e-3 - eta))!.ToEta);
        Assert.Equal(1e-4, Fit((eta, _) => eta, largestEta: 5e-4)!.ToEta);
    }

    [Fact]
    public void Two_errors_have_no_slope() => Assert.Null(Fit((eta, _) => eta, largestEta: 5e-5));

    private static Slope? Fit(Func<double, int, double> error, int pairs = 100, double largestEta = 1) => SlopeFit.Fit(
        Etas, [.. Etas.Select(eta => Enumerable.Range(0, pairs).Select(pair => error(eta, pair)).ToArray())], largestEta);
}
