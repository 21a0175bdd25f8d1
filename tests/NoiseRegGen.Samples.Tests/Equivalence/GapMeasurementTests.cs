using System;
using System.Collections.Generic;
using System.Linq;
using CompareRegularizers.Data;
using CompareRegularizers.Equivalence;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Equivalence;

/// <summary>The measured gap against closed forms, at etas from the smallest of the command's grid to where no expansion holds.</summary>
public class GapMeasurementTests
{
    private const int Pairs = 2000;
    private static readonly double[] Etas = [1e-6, 1e-4, 1e-2, 1e-1, 1];

    [Fact]
    public void The_gap_of_one_hidden_tanh_layer_is_that_of_quadrature()
    {
        double[] parameters = Samples.Parameters((2 * 5) + 5 + 5 + 1);
        Part part = Samples.Data(2);
        GapStatistics statistics = Samples.Measure<OneHiddenTanh>(parameters, part, Etas, Pairs, out _);
        AssertGaps(statistics, eta => ExactGaps.OneHidden(parameters, part, eta, ExactGaps.Tanh));
    }

    [Fact]
    public void The_gap_of_one_hidden_relu_layer_is_the_closed_form_with_its_kinks()
    {
        double[] parameters = Samples.Parameters((2 * 5) + 5 + 5 + 1);
        Part part = Samples.Data(2);
        GapStatistics statistics = Samples.Measure<OneHiddenRelu>(parameters, part, Etas, Pairs, out _);
        AssertGaps(statistics, eta => ExactGaps.OneHidden(parameters, part, eta, ExactGaps.Relu));
    }

    [Fact]
    public void The_gap_of_a_deep_linear_network_is_that_of_the_recursion_of_moments()
    {
        double[] parameters = Samples.Parameters(9 + 16 + 5);
        Part part = Samples.Data(2);
        GapStatistics statistics = Samples.Measure<DeepLinear>(parameters, part, Etas, Pairs, out GapTarget<DeepLinear> target);
        AssertGaps(statistics, eta => ExactGaps.DeepLinear(parameters, [2, 3, 4, 1], part, eta));
        Assert.Equal(0, target.ResidualLaplacian);
    }

    [Fact]
    public void The_remainder_is_measured_with_the_same_relative_error_at_every_small_eta()
    {
        double[] etas = [1e-6, 1e-5, 1e-4, 1e-3];
        double[] parameters = Samples.Parameters(21, scale: 1.3);
        GapStatistics statistics = Samples.Measure<OneHiddenTanh>(parameters, Samples.Data(2), etas, 10 * Pairs, out _);
        // Mean and deviation are both of second order; what their ratio still moves by is of the order of eta times a curvature of
        // at most 10 or so. Without the control variate it would grow a thousandfold over this range.
        double[] relative = [.. statistics.Points.Select(point => point.StandardError / Math.Abs(point.Remainder))];
        Assert.All(relative, ratio => Assert.Equal(relative[0], ratio, 0.1 * relative[0]));
        Assert.InRange(relative[0], 0, 0.2);
    }

    [Fact]
    public void With_r_T_the_slope_is_2_and_without_it_1()
    {
        double[] etas = [1e-6, 1e-5, 1e-4, 1e-3];
        double[] parameters = Samples.Parameters(21, scale: 1.3);
        Part part = Samples.Data(2);
        GapStatistics statistics = Samples.Measure<OneHiddenTanh>(parameters, part, etas, 10 * Pairs, out GapTarget<OneHiddenTanh> target);
        Slope with = SlopeFit.Fit(etas, statistics.Remainders, 1)!;
        double[][] errors = [.. etas.Select((eta, e) => statistics.Remainders[e].Select(r => r + (eta * target.ResidualLaplacian)).ToArray())];
        Slope without = SlopeFit.Fit(etas, errors, 1)!;
        // The bounds for a quadrature-exact gap: what third and second order add below eta = 1e-3 is less than that.
        Assert.InRange(with.Value, 1.95 - (4 * with.StandardError), 2.05 + (4 * with.StandardError));
        Assert.InRange(without.Value, 0.97, 1.03);
    }

    [Fact]
    public void Each_example_has_its_own_gap_and_standard_error()
    {
        double[] parameters = Samples.Parameters(21);
        Part part = Samples.Data(2);
        var target = new GapTarget<OneHiddenTanh>(parameters, part, seed: 3);
        var draws = new GapDraws(1, Pairs, target.Count);
        (double[] sums, double[] squares) = new GapSampler<OneHiddenTanh>(target, [0.01], 0, seed: 7)
            .Sample(draws, 0, Pairs, TestContext.Current.CancellationToken);
        for (int i = 0; i < target.Count; i++)
        {
            double mean = sums[i] / Pairs, error = Math.Sqrt(((squares[i] / Pairs) - (mean * mean)) / Pairs);
            var one = new Part(part.Inputs[(2 * i)..(2 * (i + 1))], part.Targets[i..(i + 1)]);
            double exact = ExactGaps.OneHidden(parameters, one, 0.01, ExactGaps.Tanh);
            // Twelve comparisons at five standard errors.
            Assert.Equal(exact, (0.01 * (target.Penalties[i] + target.ResidualLaplacians[i])) + mean, 5 * error);
        }
    }

    // Five standard errors of five comparisons; the exact gap is a difference of numbers of order 1 with a few rounding errors each.
    private static void AssertGaps(GapStatistics statistics, Func<double, double> exact)
    {
        foreach (GapEstimate point in statistics.Points)
        {
            double expected = exact(point.Eta);
            Assert.Equal(expected, point.Gap, (5 * point.StandardError) + 1e-14);
            Assert.Equal(expected, point.PlainGap, (5 * point.PlainStandardError) + 1e-14);
        }

        Assert.InRange(statistics.ControlScore, -5, 5);
    }
}
