using System;
using System.Linq;
using System.Threading;
using CompareRegularizers.Data;
using CompareRegularizers.Equivalence;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Equivalence;

public class VarianceProbeTests
{
    private const int Inputs = 2;
    private const int Hidden = 5;
    private const int Pairs = 300;

    // Relative errors of order eta x (width and curvature) are then far below the standard errors of a few per cent.
    private const double Eta = 1e-5;

    private static readonly double[] Parameters = Samples.Parameters(OneHiddenTanh.Create(1).Parameters.Length);

    [Theory]
    [InlineData("shared")]
    [InlineData("local")]
    [InlineData("antithetic")]
    public void On_copies_of_one_example_the_slopes_are_those_of_the_theory(string key)
    {
        // All Hessians are the same, so that eta ||mean H||^2 does not depend on the batch, and the means of independent terms fall as 1 / B.
        Part one = Samples.Data(Inputs);
        var copies = new Part(
            [.. Enumerable.Range(0, 64).SelectMany(_ => one.Inputs[..Inputs])], [.. Enumerable.Repeat(one.Targets[0], 64)]);
        VarianceCurve curve = Measure(Kind(key), copies);
        Assert.Equal([1, 2, 4, 8, 16, 32, 64], curve.Points.Select(point => point.Batch));
        AssertSlope(curve);
    }

    [Theory]
    [InlineData("local")]
    [InlineData("antithetic")]
    public void Fresh_noise_for_every_example_falls_as_one_over_the_batch_whatever_the_examples(string key) =>
        AssertSlope(Measure(Kind(key), Samples.Data(Inputs)));

    [Fact]
    public void One_draw_for_the_batch_has_the_variance_eta_times_the_square_of_the_batchs_Hessian()
    {
        Part part = Samples.Data(Inputs);
        foreach (GradientVariance point in Measure(NoiseKind.Shared, part).Points)
        {
            int batches = 8 / point.Batch;
            double[][] units = [.. Enumerable.Range(0, Parameters.Length).Select(i => Direction(i, 1))];
            double square = Enumerable.Range(0, batches)
                .Average(b => units.Sum(unit => SquaredHessian(part, b * point.Batch, point.Batch, unit)));
            // Four standard errors; the differences are good to 1e-7.
            Assert.Equal(Eta * square, point.Variance, 4 * point.StandardError);
        }
    }

    [Fact]
    public void Local_noise_has_the_variance_of_the_Hessian_along_the_layers_inputs()
    {
        Part part = Samples.Data(Inputs);
        foreach (GradientVariance point in Measure(NoiseKind.Local, part).Points)
        {
            // (eta / B^2) sum ||H_n Pi_n||^2 (theory 1.8), its mean over batches that make up the eight examples.
            double mean = Enumerable.Range(0, 8).Average(n => LayerInputs(part, n).Sum(d => SquaredHessian(part, n, 1, d)));
            Assert.Equal(Eta * mean / point.Batch, point.Variance, 4 * point.StandardError);
        }
    }

    [Fact]
    public void A_slope_has_the_standard_error_of_a_line_through_independent_points()
    {
        VarianceCurve curve = MadeUp.Variances(NoiseKind.Local, factor: 0.5);
        (double value, double standardError) = curve.Slope()!.Value;
        // Log variances with the deviation 0.1 at log 2 x (0, 1, 2, 3), whose squared distances from their mean sum to 5 log(2)^2.
        Assert.Equal(-1, value, 1e-12);
        Assert.Equal(0.1 / (Math.Log(2) * Math.Sqrt(5)), standardError, 1e-12);
    }

    [Fact]
    public void There_is_no_slope_without_two_points_or_with_a_variance_of_0()
    {
        Assert.Null(new VarianceCurve(NoiseKind.Local, Eta, [new(1, 1, 0.1)]).Slope());
        Assert.Null(new VarianceCurve(NoiseKind.Local, Eta, [new(1, 1, 0.1), new(2, 0, 0)]).Slope());
    }

    private static NoiseKind Kind(string key) => NoiseKind.All.Single(kind => kind.Key == key);

    private static VarianceCurve Measure(NoiseKind kind, Part part)
    {
        var probe = new VarianceProbe<OneHiddenTanh>(Parameters, part, Eta);
        return new VarianceCurve(kind, Eta, [.. VarianceProbe<OneHiddenTanh>.Batches(part.Count)
            .Select(batch => probe.Measure(kind, batch, seed: 40 + (ulong)batch, Pairs, CancellationToken.None))]);
    }

    private static void AssertSlope(VarianceCurve curve)
    {
        (double value, double standardError) = curve.Slope()!.Value;
        Assert.InRange(standardError, 0, 0.06);
        Assert.Equal(curve.Kind.ExpectedSlope, value, 4 * standardError);
    }

    // Central differences of the gradient, which no noise has touched.
    private static double SquaredHessian(Part part, int from, int count, double[] direction)
    {
        const double Step = 1e-5;
        double[] plus = Gradient(+Step), minus = Gradient(-Step);
        return plus.Zip(minus, (p, m) => Math.Pow((p - m) / (2 * Step), 2)).Sum();

        double[] Gradient(double step)
        {
            var gradient = new double[Parameters.Length];
            OneHiddenTanh.Create([.. Parameters.Zip(direction, (p, d) => p + (step * d))]).Gradient(
                part.Inputs.AsSpan(from * Inputs, count * Inputs),
                part.Targets.AsSpan(from, count),
                gradient,
                OneHiddenTanh.CreateWorkspace());
            return gradient;
        }
    }

    // Unit vectors along [h; 1] in the weights and the bias of each unit. Parameters: W1 by rows, b1, W2, b2.
    private static double[][] LayerInputs(Part part, int example)
    {
        const int FirstBias = Hidden * Inputs, Second = FirstBias + Hidden;
        double[] x = part.Inputs[(example * Inputs)..((example + 1) * Inputs)];
        double[] h = [.. Enumerable.Range(0, Hidden).Select(i => Math.Tanh(
            Parameters[FirstBias + i] + Enumerable.Range(0, Inputs).Sum(j => Parameters[(i * Inputs) + j] * x[j])))];
        return
        [
            .. Enumerable.Range(0, Hidden).Select(i => Normalised(Direction(i * Inputs, x), FirstBias + i)),
            Normalised(Direction(Second, h), Second + Hidden),
        ];
    }

    private static double[] Direction(int start, params double[] values)
    {
        var direction = new double[Parameters.Length];
        values.CopyTo(direction, start);
        return direction;
    }

    private static double[] Normalised(double[] direction, int bias)
    {
        direction[bias] = 1;
        double norm = Math.Sqrt(direction.Sum(value => value * value));
        return [.. direction.Select(value => value / norm)];
    }
}
