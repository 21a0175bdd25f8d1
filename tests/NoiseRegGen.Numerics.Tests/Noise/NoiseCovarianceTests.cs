using System;
using System.Linq;
using NoiseRegGen.Numerics.Tests.ClosedForms;
using NoiseRegGen.Numerics.Tests.Networks;
using NoiseRegGen.Numerics.Tests.Reference;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Noise;

/// <summary>Covariances of noisy outputs: between the outputs of one example, and between examples.</summary>
public class NoiseCovarianceTests
{
    // A normal deviate beyond 5 has probability 6e-7; the seeds are fixed.
    private const double StandardErrors = 5;

    public static TheoryData<string> DeepLinear => ["Shapes.DeepLinearDouble", "Shapes.DeepLinearSingle", "Activated.IdentityDouble", "Activated.IdentitySingle"];

    public static TheoryData<string> OfEveryActivation => TestNetworks.OfEveryActivation;

    [Theory]
    [MemberData(nameof(DeepLinear))]
    public void A_deep_linear_network_has_the_moments_of_the_recursion(string name)
    {
        const double Eta = 0.1;
        TestNetwork network = TestNetworks.Get(name);
        double[] w = TestData.Parameters(network.Shape, 81), x = TestData.Normals(network.Shape.InputSize, 82);
        (double[] mean, double[,] covariance) = ClosedForms.DeepLinear.Moments(network.Shape, w, x, Eta);
        foreach (NoiseSampling sampling in Samplings.OfTheDefinition)
        {
            (Statistics First, Statistics Second, Statistics Product) moments = Moments(network.Create(w), x, Eta, sampling, mean);
            string what = $"{name}, {sampling}";
            Close.Within(StandardErrors * moments.First.StandardError, 0, moments.First.Mean, $"{what}: mean");
            Close.Within(StandardErrors * moments.Second.StandardError, 0, moments.Second.Mean, $"{what}: second mean");
            Close.Within(StandardErrors * moments.First.VarianceStandardError, covariance[0, 0], moments.First.Variance, $"{what}: variance");
            Close.Within(StandardErrors * moments.Second.VarianceStandardError, covariance[1, 1], moments.Second.Variance, $"{what}: second variance");
            Close.Within(StandardErrors * moments.Product.StandardError, covariance[0, 1], moments.Product.Mean, $"{what}: covariance");
        }
    }

    [Theory]
    [MemberData(nameof(OfEveryActivation))]
    public void Local_reparameterisation_has_the_law_of_real_weight_noise(string name)
    {
        // Strong noise, at which nothing is linear: all moments up to the second, of two independent samples.
        const double Eta = 0.2;
        TestNetwork network = TestNetworks.Get(name);
        double[] w = TestData.Parameters(network.Shape, 83), x = TestData.Normals(network.Shape.InputSize, 84);
        INetworkInstance instance = network.Create(w);
        double[] centre = instance.Forward(x);
        (Statistics First, Statistics Second, Statistics Product) local = Moments(instance, x, Eta, NoiseSampling.LocalReparameterization, centre);
        (Statistics First, Statistics Second, Statistics Product) real = Moments(instance, x, Eta, NoiseSampling.PerExample, centre);

        Same(local.First.Mean, real.First.Mean, local.First.StandardError, real.First.StandardError, "mean");
        Same(local.Second.Mean, real.Second.Mean, local.Second.StandardError, real.Second.StandardError, "second mean");
        Same(local.First.Variance, real.First.Variance, local.First.VarianceStandardError, real.First.VarianceStandardError, "variance");
        Same(local.Second.Variance, real.Second.Variance, local.Second.VarianceStandardError, real.Second.VarianceStandardError, "second variance");
        Same(local.Product.Mean, real.Product.Mean, local.Product.StandardError, real.Product.StandardError, "product");

        void Same(double left, double right, double leftError, double rightError, string what)
        {
            double error = Math.Sqrt((leftError * leftError) + (rightError * rightError));
            Close.Within(StandardErrors * error, right, left, $"{name}: {what}");
            Assert.True(error < 0.05 * (1 + Math.Abs(right)), $"{what}: the standard error {error:g3} proves nothing.");
        }
    }

    [Theory]
    [InlineData("Shapes.LinearDouble", NoiseSampling.LocalReparameterization, 0)]
    [InlineData("Shapes.LinearDouble", NoiseSampling.PerExample, 0)]
    [InlineData("Shapes.LinearDouble", NoiseSampling.PerBatch, 1)]
    [InlineData("Shapes.LinearSingle", NoiseSampling.LocalReparameterization, 0)]
    [InlineData("Shapes.LinearSingle", NoiseSampling.PerExample, 0)]
    [InlineData("Shapes.LinearSingle", NoiseSampling.PerBatch, 1)]
    public void Examples_are_independent_unless_one_draw_serves_the_batch(string name, NoiseSampling sampling, double shared)
    {
        // One linear layer: cov(yhat(x1), yhat(x2)) = eta (x1 . x2 + 1) under one draw of the weights, else 0.
        const double Eta = 0.3;
        TestNetwork network = TestNetworks.Get(name);
        int inputs = network.Shape.InputSize, outputs = network.Shape.OutputSize;
        double[] w = TestData.Parameters(network.Shape, 85), x = TestData.Normals(2 * inputs, 86);
        double expected = shared * Eta * (1 + x.Take(inputs).Zip(x.Skip(inputs), (a, b) => a * b).Sum());
        INetworkInstance instance = network.Create(w);
        double[] mean = instance.Forward(x);
        var product = new Statistics();
        for (int step = 0; step < 5000; step++)
        {
            double[] y = instance.NoisyForward(x, new WeightNoise { Eta = Eta, Seed = 87, Step = step, Sampling = sampling });
            product.Add((y[0] - mean[0]) * (y[outputs] - mean[outputs]));
        }

        Close.Within(StandardErrors * product.StandardError, expected, product.Mean, "covariance between examples");
    }

    private static (Statistics First, Statistics Second, Statistics Product) Moments(
        INetworkInstance network, double[] x, double eta, NoiseSampling sampling, double[] centre)
    {
        (Statistics First, Statistics Second, Statistics Product) moments = (new(), new(), new());
        int rows = sampling == NoiseSampling.PerBatch ? 1 : 256, calls = sampling == NoiseSampling.PerBatch ? 8192 : 64;
        double[] repeated = Enumerable.Repeat(x, rows).SelectMany(row => row).ToArray();
        for (int step = 0; step < calls; step++)
        {
            double[] y = network.NoisyForward(repeated, new WeightNoise { Eta = eta, Seed = 88, Step = step, Sampling = sampling });
            for (int i = 0; i < y.Length; i += centre.Length)
            {
                (double first, double second) = (y[i] - centre[0], y[i + 1] - centre[1]);
                moments.First.Add(first);
                moments.Second.Add(second);
                moments.Product.Add(first * second);
            }
        }

        return moments;
    }
}
