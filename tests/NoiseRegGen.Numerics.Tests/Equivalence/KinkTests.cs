using System;
using System.Linq;
using NoiseRegGen.Numerics.Tests.ClosedForms;
using NoiseRegGen.Numerics.Tests.Networks;
using NoiseRegGen.Numerics.Tests.Reference;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Equivalence;

/// <summary>
/// What a kink does to the equivalence (the caveat of theory 1.5). T = 0 for every example, and for an example away from the kinks the
/// expansion holds; but averaged over inputs that cross a kink, the mean output moves by <c>(eta / 2) w s p_z(0)</c>, as if sigma'' were a
/// Dirac mass: of first order again, and in no derivative at any example.
/// </summary>
public class KinkTests
{
    // One ReLU unit z = A u + B behind the weight W; the other four are shut, z = -4, without weight. Inputs (u, 0) with u uniform on (-2, 2).
    private const double A = 0.5, B = -0.25, W = 1.5, C = 0.125, Target = 2;
    private const double Kink = -B / A;

    // sigma'' as a Dirac mass of the population: s at the kink times the density of z there.
    private const double Mass = ((Kink * Kink) + 1) / (4 * A);

    // Midpoints of cells, of which one ends at the kink: no cell is cut by it.
    private const int Cells = 16_000;

    private static readonly TestNetwork Network = TestNetworks.Get("OneHidden.Relu");
    private static readonly double[] Parameters = [A, 0, 0, 0, 0, 0, 0, 0, 0, 0, B, -4, -4, -4, -4, W, 0, 0, 0, 0, C];
    private static readonly double[] Inputs = Enumerable.Range(0, Cells).SelectMany(i => new[] { -2 + ((i + 0.5) * 4 / Cells), 0 }).ToArray();
    private static readonly double[] Targets = Enumerable.Repeat(Target, Cells).ToArray();

    [Fact]
    public void Away_from_its_kinks_a_rectified_network_obeys_the_expansion()
    {
        // z = 0.75, at least 10 standard deviations of the noise, sqrt(5 eta).
        double[] x = [2, 0];
        NoiseExpansion<double> expansion = Network.Create(Parameters).ExpandNoise(x, [Target]);
        LogLog.SlopesIn(1.95, 2.05, LogLog.Grid(-6, -3), eta => Moments(x, eta).SquaredError(Target) - expansion.Predict(eta), "gap - eta P");
    }

    [Fact]
    public void Over_inputs_that_cross_a_kink_the_mean_output_moves_at_first_order()
    {
        // By the closed form, whose next order is eta.
        const double Weak = 1e-4;
        double[] y = Network.Create(Parameters).Forward(Inputs);
        double shift = Enumerable.Range(0, Cells).Average(i => Moments(i, Weak).Mean - y[i]);
        Close.Relatively(1e-3, 0.5 * W * Mass, shift / Weak, "closed form: shift of the mean / eta");
        Assert.All(Network.Create(Parameters).Laplacians(Inputs), t => Assert.Equal(0, t));

        // By the network's own noise, within 5 standard errors and the next orders, of relative size eta.
        const double Eta = 1e-2;
        var sampled = new Statistics();
        for (int step = 0; step < 20; step++)
        {
            double[] noisy = Network.Create(Parameters).NoisyForward(Inputs, new WeightNoise { Eta = Eta, Seed = 171, Step = step, Antithetic = true });
            for (int i = 0; i < Cells; i++)
                sampled.Add((noisy[i] - y[i]) / Eta);
        }

        Close.Within((5 * sampled.StandardError) + (2 * Eta * W * Mass), 0.5 * W * Mass, sampled.Mean, "noise: shift of the mean / eta");
        Assert.True(10 * sampled.StandardError < 0.5 * W * Mass, "The standard error proves nothing.");
    }

    [Fact]
    public void Over_inputs_that_cross_a_kink_the_expansion_misses_a_term_of_first_order()
    {
        NoiseExpansion<double> expansion = Network.Create(Parameters).ExpandNoise(Inputs, Targets);
        Assert.Equal(0, expansion.ResidualLaplacian);
        double missing = (C - Target) * W * Mass;
        double Remainder(double eta) => Enumerable.Range(0, Cells).Average(i => Moments(i, eta).SquaredError(Target)) - expansion.Predict(eta);

        // With the residual at the kink times the mass, only the second order is left.
        double[] grid = LogLog.Grid(-4, -3);
        LogLog.SlopesIn(0.95, 1.05, grid, Remainder, "gap - eta (P + r T)");
        LogLog.SlopesIn(1.95, 2.05, grid, eta => Remainder(eta) - (eta * missing), "gap - eta (P + r T + kink)");
    }

    private static OutputMoments Moments(int i, double eta) => Moments([Inputs[2 * i], 0], eta);

    private static OutputMoments Moments(double[] x, double eta) => OneHiddenLayer.Moments(Network.Shape, Parameters, x, eta);
}
