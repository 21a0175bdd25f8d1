using System;
using System.Linq;
using CompareRegularizers.Data;
using CompareRegularizers.Experiments;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Experiments;

public class NoiseGapProbeTests
{
    private static readonly Part Data = RepeatData.Prepare(new Friedman1(40, 20, 20), seed: 3, repeat: 0).Train;

    [Theory]
    [InlineData(1e-9)]
    [InlineData(1e-3)]
    [InlineData(10)]
    public void For_a_linear_network_the_gap_is_eta_times_the_mean_squared_norm_of_the_input(double eta)
    {
        (double gap, double standardError) = Probe(residual: 3).Measure(eta, draws: 400, TestContext.Current.CancellationToken);
        // yhat + eps^T [x; 1] has exactly the variance eta (|x|^2 + 1) and no shift, whatever the residual. Five standard errors.
        Assert.Equal(eta * MeanSquaredNorm(), gap, 5 * standardError);
    }

    [Fact]
    public void The_standard_error_is_the_one_of_squares_of_normal_variables()
    {
        (_, double standardError) = Probe(residual: 3).Measure(0.01, draws: 4000, TestContext.Current.CancellationToken);
        // Var of (1/n) sum eta s_i xi_i^2 is (2 eta^2 / n^2) sum s_i^2. The estimate of a deviation from 4000 draws has a relative
        // error of about sqrt((kurtosis - 1) / 16000), and a mean of 40 squares a kurtosis below 4: five times 1.4 %.
        double squares = Data.Inputs.Chunk(10).Select(x => Math.Pow(SquaredNorm(x), 2)).Sum();
        double expected = 0.01 * Math.Sqrt(2 * squares / 4000) / Data.Count;
        Assert.Equal(expected, standardError, 0.07 * expected);
    }

    [Fact]
    public void The_expansion_of_a_linear_network_has_no_laplacian()
    {
        (double Penalty, double ResidualLaplacian) expansion = Probe(residual: 3).Expand();
        // Sums of 40 numbers of order 10.
        Assert.Equal(MeanSquaredNorm(), expansion.Penalty, 1e-12);
        Assert.Equal(0, expansion.ResidualLaplacian);
    }

    // A constant network, off every target by about the residual.
    private static NoiseGapProbe<LinearNetworkDouble> Probe(double residual) =>
        new(new LinearNetworkDouble([.. new double[10], residual]), Data, seed: 1);

    private static double MeanSquaredNorm() => Data.Inputs.Chunk(10).Select(SquaredNorm).Average();

    private static double SquaredNorm(double[] x) => x.Sum(value => value * value) + 1;
}
