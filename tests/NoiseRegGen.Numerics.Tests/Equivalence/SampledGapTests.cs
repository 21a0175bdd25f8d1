using System;
using System.Linq;
using NoiseRegGen.Numerics.Tests.Networks;
using NoiseRegGen.Numerics.Tests.Noise;
using NoiseRegGen.Numerics.Tests.Reference;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Equivalence;

/// <summary>
/// Theory 3.5, tier B: the gap of deep networks by antithetic local reparameterisation. From every pair's loss the first-order jet of the
/// same noise is taken away, whose mean P + r T is known: what is left is of second order for each pair, so that the sampling error
/// of the second-order remainder is relative to the remainder, at any eta.
/// </summary>
public class SampledGapTests
{
    private const int Rows = 500;
    private const int Calls = 40;

    // Up to where the third order is a few percent of the second: some 40 eta for these weights, of variance 1.5 / inputs.
    private static readonly double[] Eta = LogLog.Grid(-5, -3);

    // The second residual is chosen where the Laplacian terms of the two outputs would almost cancel.
    [Theory]
    [InlineData("Activated.TanhDouble", -2)]
    [InlineData("Activated.SigmoidDouble", -2)]
    [InlineData("Activated.SoftplusDouble", -2)]
    [InlineData("Activated.SiluDouble", -2)]
    [InlineData("Activated.GeluDouble", -2)]
    [InlineData("Activated.SinDouble", -2)]
    [InlineData("OracleNetworks.MixedDouble", -1)]
    [InlineData("Shapes.EightLayersDouble", -2)]
    public void A_deep_network_needs_the_Laplacian_for_the_first_order(string name, double secondResidual)
    {
        TestNetwork network = TestNetworks.Get(name);
        NetworkShape shape = network.Shape;
        double[] w = TestData.Parameters(shape, 151), x = TestData.Normals(shape.InputSize, 152);
        double[] target = network.Create(w).Forward(x).Select((y, k) => y - (k == 0 ? -2 : secondResidual)).ToArray();
        NoiseExpansion<double> expansion = network.Create(w).ExpandNoise(x, target);
        Statistics[] remainder = Eta.Select(_ => new Statistics()).ToArray();
        for (int call = 0; call < Calls; call++)
            Sample(network, w, x, target, call, remainder);

        // The variate's mean is the definition's, the prediction the network's own.
        var reference = new ReferenceNetwork<Exact>(shape, w);
        double known = reference.Penalty(x) + reference.ResidualLaplacian(x, target);
        double E2(double eta) => remainder[Array.IndexOf(Eta, eta)].Mean + (eta * (known - expansion.Penalty - expansion.ResidualLaplacian));
        double c2 = reference.SecondOrderCoefficient(x, target);
        LogLog.SlopesIn(0.95, 1.05, Eta, eta => E2(eta) + (eta * expansion.ResidualLaplacian), $"{name}: |gap - eta P|");
        LogLog.SlopesIn(1.95, 2.05, Eta, E2, $"{name}: |gap - eta (P + r T)|");

        // Theory 3.5: within 4 standard errors; the third order is 4e-4 of it here.
        double smallest = Eta[0];
        Close.Within(4 * remainder[0].StandardError / (smallest * smallest), c2, E2(smallest) / (smallest * smallest), $"{name}: C2");
        Assert.True(remainder[0].StandardError / (smallest * smallest) < 0.2 * Math.Abs(c2), $"{name}: the standard error of C2 proves nothing.");
    }

    private static void Sample(TestNetwork network, double[] w, double[] x, double[] target, int call, Statistics[] remainder)
    {
        INetworkInstance instance = network.Create(w);
        double[] rows = Enumerable.Repeat(x, Rows).SelectMany(row => row).ToArray(), noiseless = instance.Forward(x);
        double loss = SquaredError(noiseless, target, 0);
        var noise = new WeightNoise { Eta = 0, Seed = 153, Step = call };
        double[][] xi = DrawnNoise.Of(network.Shape, noise, Rows);
        var reference = new ReferenceNetwork<Exact>(network.Shape, w);
        (double[] First, double[] Second)[] jets = xi.Select(numbers => reference.NoiseJet(x, numbers)).ToArray();
        for (int i = 0; i < Eta.Length; i++)
        {
            double eta = Eta[i];
            double[] plus = instance.NoisyForward(rows, noise with { Eta = eta });
            double[] mean = instance.NoisyForward(rows, noise with { Eta = eta, Antithetic = true });
            double[] minus = mean.Zip(plus, (m, y) => (2 * m) - y).ToArray();
            for (int row = 0; row < Rows; row++)
            {
                // The pair's first order: eta sum_k (First_k^2 + r_k Second_k), with mean eta (P + r T).
                double order = jets[row].First.Sum(d => d * d) + jets[row].Second.Select((d, k) => d * (noiseless[k] - target[k])).Sum();
                double pair = (SquaredError(plus, target, row) + SquaredError(minus, target, row)) / 2;
                remainder[i].Add(pair - loss - (eta * order));
            }

            // The jets are those of the noise that was drawn: outputs of order one, some hundred roundings.
            Close.Within(1e-12, reference.ReparameterizedForward(x, xi[^1], eta), plus[^target.Length..], "the noise");
        }
    }

    private static double SquaredError(double[] y, double[] target, int row)
    {
        double sum = 0;
        for (int k = 0; k < target.Length; k++)
            sum += (y[(row * target.Length) + k] - target[k]) * (y[(row * target.Length) + k] - target[k]);
        return sum;
    }
}
