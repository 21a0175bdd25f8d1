using System;
using System.Linq;
using NoiseRegGen.Analysis;
using NoiseRegGen.Numerics.Tests.ClosedForms;
using NoiseRegGen.Numerics.Tests.Networks;
using NoiseRegGen.Numerics.Tests.Reference;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Noise;

/// <summary>Noise whose variance is not the same everywhere: factors for each layer's weights and biases, and layer-wise noise.</summary>
public class NoiseScalesTests
{
    private const double StandardErrors = 5;

    public static TheoryData<string> Doubles =>
        ["Activated.TanhDouble", "Activated.SiluDouble", "Activated.ReluDouble", "OracleNetworks.MixedDouble", "Shapes.LinearDouble", "Shapes.EightLayersDouble", "OneHidden.Gelu"];

    [Theory]
    [MemberData(nameof(Doubles))]
    public void Factors_scale_the_noise_of_their_layer_and_its_feedback(string name)
    {
        TestNetwork network = TestNetworks.Get(name);
        foreach (LayerScale[] scales in new[] { Mixed(network), network.Shape.Sizes.Skip(1).Select(_ => new LayerScale(1, 0)).ToArray(), network.Shape.Sizes.Skip(1).Select(_ => new LayerScale(0, 1)).ToArray() })
            Agree(network, new WeightNoise { Eta = 0.05, Seed = 301, Step = 302, FirstExample = 303, Scales = Scales(scales) }, scales);
    }

    [Theory]
    [MemberData(nameof(Doubles))]
    public void Layer_wise_noise_is_on_one_layer_with_the_variance_of_all(string name)
    {
        TestNetwork network = TestNetworks.Get(name);
        int layers = network.Shape.LayerCount;
        for (int step = 0; step <= layers; step++)
        {
            LayerScale[] one = Enumerable.Range(0, layers).Select(layer => layer == step % layers ? new LayerScale(layers, layers) : default).ToArray();
            Agree(network, new WeightNoise { Eta = 0.02, Seed = 304, Step = step, Sampling = NoiseSampling.LayerWise }, one);

            // Its factors multiply those of the layers.
            LayerScale[] mixed = Mixed(network), both = mixed.Zip(one, (left, right) => new LayerScale(left.Weights * right.Weights, left.Biases * right.Biases)).ToArray();
            Agree(network, new WeightNoise { Eta = 0.02, Seed = 304, Step = step, Sampling = NoiseSampling.LayerWise, Scales = Scales(mixed) }, both);
        }
    }

    [Theory]
    [InlineData("Shapes.DeepLinearDouble")]
    [InlineData("Shapes.DeepLinearSingle")]
    [InlineData("Activated.IdentityDouble")]
    public void A_deep_linear_network_has_the_moments_of_the_recursion_with_factors(string name)
    {
        const double Eta = 0.1;
        TestNetwork network = TestNetworks.Get(name);
        double[] w = TestData.Parameters(network.Shape, 305), x = TestData.Normals(network.Shape.InputSize, 306);
        LayerScale[] scales = Mixed(network);
        (double[] mean, double[,] covariance) = DeepLinear.Moments(network.Shape, w, x, Eta, scales);
        foreach (NoiseSampling sampling in Samplings.OfTheDefinition)
        {
            NoisyOutput[] moments = network.Create(w).EstimateMoments(x, new WeightNoise { Eta = Eta, Seed = 307, Step = 0, Sampling = sampling, Scales = Scales(scales) }, 6000);
            for (int k = 0; k < mean.Length; k++)
            {
                Close.Within(StandardErrors * moments[k].MeanStandardError, mean[k], moments[k].Mean, $"{sampling}: mean {k}");
                Close.Within(StandardErrors * moments[k].VarianceStandardError, covariance[k, k], moments[k].Variance, $"{sampling}: variance {k}");
            }
        }
    }

    [Theory]
    [InlineData("Shapes.DeepLinearDouble")]
    [InlineData("Shapes.DeepLinearSingle")]
    [InlineData("Activated.IdentityDouble")]
    public void Over_a_cycle_layer_wise_noise_has_the_variance_of_the_penalty_exactly(string name)
    {
        // Theory 1.7: for a deep linear network sum_k Var = eta P at any strength, where noise on all layers at once has products of layers' noise.
        const double Eta = 0.5;
        TestNetwork network = TestNetworks.Get(name);
        NetworkShape shape = network.Shape;
        double[] w = TestData.Parameters(shape, 308), x = TestData.Normals(shape.InputSize, 309);
        var reference = new ReferenceNetwork<Exact>(shape, w);
        double[,] all = DeepLinear.Moments(shape, w, x, Eta).Covariance;
        NoisyOutput[] moments = network.Create(w).EstimateMoments(
            x, new WeightNoise { Eta = Eta, Seed = 310, Step = 0, Sampling = NoiseSampling.LayerWise }, 4000 * shape.LayerCount);
        for (int k = 0; k < moments.Length; k++)
        {
            double penalty = reference.ParameterGradient(x, moments.Select((_, i) => i == k ? 1.0 : 0).ToArray()).Sum(g => g * g);
            Close.Within((StandardErrors * moments[k].MeanStandardError) + 1e-6, reference.Forward(x)[k], moments[k].Mean, $"mean {k}");
            Close.Within(StandardErrors * moments[k].VarianceStandardError, Eta * penalty, moments[k].Variance, $"variance {k}");
            Assert.True(all[k, k] > (Eta * penalty) + (2 * StandardErrors * moments[k].VarianceStandardError), "The other noise is no larger: nothing is shown.");
        }
    }

    [Theory]
    [InlineData("Activated.TanhDouble")]
    [InlineData("Activated.SoftplusDouble")]
    [InlineData("OracleNetworks.TwoHiddenTanhDouble")]
    public void Over_a_cycle_layer_wise_noise_has_the_same_first_order(string name)
    {
        // As in NoiseMeanTests; one number per cycle, since the layers differ. The second order is L times larger.
        const double Eta = 1e-4, SecondOrder = 0.03;
        const int Rows = 128, Cycles = 80;
        TestNetwork network = TestNetworks.Get(name);
        int layers = network.Shape.LayerCount;
        double[] w = TestData.Parameters(network.Shape, 311), x = TestData.Normals(network.Shape.InputSize, 312), target = TestData.Normals(network.Shape.OutputSize, 313);
        var truth = new ReferenceNetwork<Exact>(network.Shape, w);
        double penalty = truth.Penalty(x), residual = truth.ResidualLaplacian(x, target);
        INetworkInstance instance = network.Create(w);
        double[] rows = Enumerable.Repeat(x, Rows).SelectMany(row => row).ToArray(), targets = Enumerable.Repeat(target, Rows).SelectMany(row => row).ToArray();
        double noiseless = instance.Loss(rows, targets);
        var gap = new Statistics();
        for (int cycle = 0; cycle < Cycles; cycle++)
        {
            gap.Add(Enumerable.Range(cycle * layers, layers).Average(step => (instance.NoisyGradient(
                rows, targets, new WeightNoise { Eta = Eta, Seed = 314, Step = step, Sampling = NoiseSampling.LayerWise, Antithetic = true }).Loss - noiseless) / Eta));
        }

        Close.Within((StandardErrors * gap.StandardError) + (SecondOrder * (penalty + Math.Abs(residual))), penalty + residual, gap.Mean, "gap / eta");
    }

    [Theory]
    [InlineData("Activated.TanhSingle")]
    [InlineData("Activated.TanhDouble")]
    [InlineData("Shapes.LinearSingle")]
    public void Factors_of_one_change_no_bit_and_factors_of_zero_leave_no_noise(string name)
    {
        TestNetwork network = TestNetworks.Get(name);
        double[] w = TestData.Parameters(network.Shape, 315), x = TestData.Normals(3 * network.Shape.InputSize, 316), target = TestData.Normals(3 * network.Shape.OutputSize, 317);
        INetworkInstance instance = network.Create(w);
        double[] ones = Enumerable.Repeat(1.0, network.Shape.LayerCount).ToArray(), zeros = new double[network.Shape.LayerCount];
        foreach (NoiseSampling sampling in Enum.GetValues<NoiseSampling>())
        {
            var noise = new WeightNoise { Eta = 0.1, Seed = 318, Step = 1, Sampling = sampling };
            Close.Bitwise(instance.NoisyForward(x, noise), instance.NoisyForward(x, noise with { Scales = new(ones, ones) }), $"{sampling}: outputs");
            Close.Bitwise(instance.NoisyGradient(x, target, noise).Gradient, instance.NoisyGradient(x, target, noise with { Scales = new(ones, ones) }).Gradient, $"{sampling}: gradient");

            // The noisy passes add 0 times a draw: the last bits at most.
            double tolerance = network.IsDouble ? 1e-14 : 1e-6;
            Close.Relatively(tolerance, instance.Forward(x), instance.NoisyForward(x, noise with { Scales = new(zeros, zeros) }), $"{sampling}: outputs without noise");
            Close.Relatively(10 * tolerance, instance.Gradient(x, target).Gradient, instance.NoisyGradient(x, target, noise with { Scales = new(zeros, zeros) }).Gradient, $"{sampling}: gradient without noise");
        }
    }

    [Fact]
    public void Wrong_factors_are_refused()
    {
        Assert.Throws<ArgumentException>("weights", () => new NoiseScales([], []));
        Assert.Throws<ArgumentException>("biases", () => new NoiseScales([1, 1], [1]));
        foreach (double factor in new[] { -1e-9, double.NaN, double.PositiveInfinity })
        {
            Assert.Throws<ArgumentOutOfRangeException>("weights", () => new NoiseScales([1, factor], [1, 1]));
            Assert.Throws<ArgumentOutOfRangeException>("biases", () => new NoiseScales([1, 1], [factor, 1]));
        }

        INetworkInstance network = TestNetworks.Get("OneHidden.Tanh").Create(1);
        var noise = new WeightNoise { Eta = 0.1, Seed = 1, Step = 0, Scales = new([1, 1, 1], [1, 1, 1]) };
        Assert.Throws<ArgumentException>("noise", () => network.NoisyForward([1, 2], noise));
        Assert.Throws<ArgumentException>("noise", () => network.NoisyGradient([1, 2], [0], noise));
    }

    // Outputs, losses and gradients of the very noise drawn, single and antithetic: some hundred roundings of numbers of order one to ten.
    private static void Agree(TestNetwork network, WeightNoise noise, LayerScale[] scales)
    {
        NetworkShape shape = network.Shape;
        double[] w = TestData.Parameters(shape, 319), x = TestData.Normals(shape.InputSize, 320), target = TestData.Normals(shape.OutputSize, 321);
        var reference = new ReferenceNetwork<Exact>(shape, w);
        INetworkInstance instance = network.Create(w);
        double[] xi = DrawnNoise.Of(shape, noise, 1)[0], opposite = Array.ConvertAll(xi, value => -value);
        Close.Within(1e-11, reference.ReparameterizedForward(x, xi, noise.Eta, scales), instance.NoisyForward(x, noise), $"{network}, {noise}: outputs");
        (double loss, double[] gradient) = reference.ReparameterizedGradient(x, target, xi, noise.Eta, scales);
        (double otherLoss, double[] otherGradient) = reference.ReparameterizedGradient(x, target, opposite, noise.Eta, scales);
        (double actualLoss, double[] actual) = instance.NoisyGradient(x, target, noise);
        Close.Within(1e-10, loss, actualLoss, $"{network}, {noise}: loss");
        Close.Relatively(1e-10, gradient, actual, $"{network}, {noise}: gradient");
        (actualLoss, actual) = instance.NoisyGradient(x, target, noise with { Antithetic = true });
        Close.Within(1e-10, (loss + otherLoss) / 2, actualLoss, $"{network}, {noise}: loss of the pair");
        Close.Within(1e-10 * (1 + Norms.Norm(gradient)), gradient.Zip(otherGradient, (g, o) => (g + o) / 2).ToArray(), actual, $"{network}, {noise}: gradient of the pair");
    }

    private static LayerScale[] Mixed(TestNetwork network) =>
        Enumerable.Range(0, network.Shape.LayerCount).Select(layer => new LayerScale(new[] { 2, 0, 0.5 }[layer % 3], new[] { 0, 3, 0.25, 1 }[layer % 4])).ToArray();

    private static NoiseScales Scales(LayerScale[] scales) =>
        new(scales.Select(scale => scale.Weights).ToArray(), scales.Select(scale => scale.Biases).ToArray());
}
