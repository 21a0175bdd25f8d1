using System;
using System.Linq;
using NoiseRegGen.Analysis;
using NoiseRegGen.Numerics.Tests.ClosedForms;
using NoiseRegGen.Numerics.Tests.Networks;
using NoiseRegGen.Numerics.Tests.Noise;
using NoiseRegGen.Numerics.Tests.Reference;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Analysis;

/// <summary>The estimated moments of noisy outputs: right, with honest standard errors, and a function of the row and the noise alone.</summary>
public class NoisyOutputEstimatorTests
{
    private const double StandardErrors = 5;

    [Theory]
    [InlineData("Shapes.DeepLinearDouble")]
    [InlineData("Shapes.DeepLinearSingle")]
    [InlineData("Activated.IdentityDouble")]
    public void A_deep_linear_network_has_the_moments_of_the_recursion(string name)
    {
        const double Eta = 0.1;
        TestNetwork network = TestNetworks.Get(name);
        NetworkShape shape = network.Shape;
        double[] w = TestData.Parameters(shape, 191), x = TestData.Normals(shape.InputSize, 192);
        (double[] mean, double[,] covariance) = DeepLinear.Moments(shape, w, x, Eta);
        NoisyOutput[] moments = network.Create(w).EstimateMoments(x, new WeightNoise { Eta = Eta, Seed = 193, Step = 0 }, 20_000);
        for (int k = 0; k < moments.Length; k++)
        {
            Close.Within(StandardErrors * moments[k].MeanStandardError, mean[k], moments[k].Mean, $"mean {k}");
            Close.Within(StandardErrors * moments[k].VarianceStandardError, covariance[k, k], moments[k].Variance, $"variance {k}");
            Assert.InRange(moments[k].VarianceStandardError / covariance[k, k], 0.002, 0.03);
        }
    }

    [Theory]
    [InlineData("Activated.TanhDouble", NoiseSampling.LocalReparameterization)]
    [InlineData("Activated.TanhDouble", NoiseSampling.PerExample)]
    [InlineData("Activated.TanhDouble", NoiseSampling.PerBatch)]
    [InlineData("OracleNetworks.MixedDouble", NoiseSampling.LocalReparameterization)]
    [InlineData("Activated.SiluSingle", NoiseSampling.LocalReparameterization)]
    public void Curved_networks_have_the_moments_of_the_definition(string name, NoiseSampling sampling)
    {
        // The reference with noise of its own really added to every parameter.
        const double Eta = 0.1;
        TestNetwork network = TestNetworks.Get(name);
        NetworkShape shape = network.Shape;
        double[] w = TestData.Parameters(shape, 194), x = TestData.Normals(shape.InputSize, 195);
        NoisyOutput[] moments = network.Create(w).EstimateMoments(x, new WeightNoise { Eta = Eta, Seed = 196, Step = 0, Sampling = sampling }, 5000);
        Statistics[] truth = moments.Select(_ => new Statistics()).ToArray();
        var reference = new ReferenceNetwork<Exact>(shape, w);
        var random = new Random(197);
        for (int i = 0; i < 40_000; i++)
        {
            double[] y = reference.PerturbedForward(x, w.Select(_ => TestData.Normal(random)).ToArray(), Eta);
            for (int k = 0; k < y.Length; k++)
                truth[k].Add(y[k]);
        }

        for (int k = 0; k < moments.Length; k++)
        {
            double meanError = Hypotenuse(moments[k].MeanStandardError, truth[k].StandardError);
            double varianceError = Hypotenuse(moments[k].VarianceStandardError, truth[k].VarianceStandardError);
            Close.Within(StandardErrors * meanError, truth[k].Mean, moments[k].Mean, $"mean {k}");
            Close.Within(StandardErrors * varianceError, truth[k].Variance, moments[k].Variance, $"variance {k}");
        }
    }

    [Theory]
    [InlineData("OneHidden.Tanh")]
    [InlineData("OneHidden.Relu")]
    [InlineData("OneHidden.Gelu")]
    public void The_standard_errors_are_the_spread_of_repeated_estimates(string name)
    {
        // The same question 400 times. The standardised errors against the closed form have variance 1, which 400 of them show to
        // sqrt(2 / 400) = 7 %; with 200 pairs the estimate of the error itself is another few percent off. Both sides: 5 times that.
        const double Eta = 0.2;
        TestNetwork network = TestNetworks.Get(name);
        double[] w = TestData.Parameters(network.Shape, 198), x = [0.7, -1.1];
        OutputMoments truth = ClosedForms.OneHiddenLayer.Moments(network.Shape, w, x, Eta);
        Statistics mean = new(), variance = new();
        NoisyOutput[] moments = network.Create(w).EstimateMoments(
            Enumerable.Repeat(x, 400).SelectMany(row => row).ToArray(), new WeightNoise { Eta = Eta, Seed = 199, Step = 0 }, 200);
        foreach (NoisyOutput own in moments)
        {
            mean.Add((own.Mean - truth.Mean) / own.MeanStandardError);
            variance.Add((own.Variance - truth.Variance) / own.VarianceStandardError);
        }

        Close.Within(StandardErrors * mean.StandardError, 0, mean.Mean, "standardised error of the mean");
        Assert.InRange(mean.Variance, 0.65, 1.45);

        // The variance's estimate is skew, and its standard error goes with it: a bias of some tenths in the standardised error.
        Assert.InRange(variance.Mean, -0.4, 0.2);
        Assert.InRange(variance.Variance, 0.65, 1.8);
    }

    [Fact]
    public void Pairs_estimate_what_their_two_members_would()
    {
        // By hand from three pairs, whose members are those of the noise that was drawn.
        const double Eta = 0.1;
        TestNetwork network = TestNetworks.Get("OneHidden.Tanh");
        double[] w = TestData.Parameters(network.Shape, 201), x = [0.7, -1.1];
        var reference = new ReferenceNetwork<Exact>(network.Shape, w);
        var noise = new WeightNoise { Eta = Eta, Seed = 202, Step = 203, FirstExample = 204 };
        double[][] pairs = Enumerable.Range(0, 3).Select(i =>
        {
            double[] xi = DrawnNoise.Of(network.Shape, noise with { Step = noise.Step + i }, 1)[0];
            return new[] { reference.ReparameterizedForward(x, xi, Eta)[0], reference.ReparameterizedForward(x, Array.ConvertAll(xi, value => -value), Eta)[0] };
        }).ToArray();
        double[] m = pairs.Select(pair => (pair[0] + pair[1]) / 2).ToArray(), d = pairs.Select(pair => (pair[0] - pair[1]) / 2).ToArray();
        double mean = m.Average(), sample = m.Sum(value => Math.Pow(value - mean, 2)) / 2;

        // Some hundred roundings.
        NoisyOutput moments = network.Create(w).EstimateMoments(x, noise, 3)[0];
        Close.Relatively(1e-12, mean, moments.Mean, "mean");
        Close.Relatively(1e-12, sample + d.Average(value => value * value), moments.Variance, "variance");
        Close.Relatively(1e-10, Math.Sqrt(sample / 3), moments.MeanStandardError, "standard error of the mean");
        double[] parts = m.Zip(d, (value, half) => Math.Pow(value - mean, 2) + (half * half)).ToArray();
        double spread = parts.Sum(part => Math.Pow(part - parts.Average(), 2)) / 2;
        Close.Relatively(1e-10, Math.Sqrt(spread / 3), moments.VarianceStandardError, "standard error of the variance");
    }

    [Theory]
    [InlineData("Activated.TanhSingle")]
    [InlineData("Activated.TanhDouble")]
    public void A_row_has_the_same_moments_in_any_batch(string name)
    {
        TestNetwork network = TestNetworks.Get(name);
        int inputs = network.Shape.InputSize, outputs = network.Shape.OutputSize;
        double[] w = TestData.Parameters(network.Shape, 205), x = TestData.Normals(300 * inputs, 206);
        var noise = new WeightNoise { Eta = 0.1, Seed = 207, Step = 5, FirstExample = 11 };
        NoisyOutput[] all = network.Create(w).EstimateMoments(x, noise, 4);
        foreach ((int first, int count) in new[] { (0, 1), (1, 130), (131, 169) })
        {
            NoisyOutput[] own = network.Create(w).EstimateMoments(x[(first * inputs)..((first + count) * inputs)], noise with { FirstExample = 11 + first }, 4);
            Assert.Equal(all[(first * outputs)..((first + count) * outputs)], own);
        }

        Assert.Equal(all, network.Create(w).EstimateMoments(x, noise with { Antithetic = true }, 4));
    }

    [Theory]
    [InlineData("Activated.GeluSingle")]
    [InlineData("Activated.GeluDouble")]
    public void No_noise_is_the_output_bit_for_bit(string name)
    {
        TestNetwork network = TestNetworks.Get(name);
        double[] w = TestData.Parameters(network.Shape, 208), x = TestData.Normals(3 * network.Shape.InputSize, 209);
        NoisyOutput[] moments = network.Create(w).EstimateMoments(x, new WeightNoise { Eta = 0, Seed = 1, Step = 0 }, 2);
        Assert.Equal(network.Create(w).Forward(x).Select(y => new NoisyOutput(y, 0)), moments);
    }

    [Fact]
    public void Wrong_arguments_are_refused_before_anything_is_written()
    {
        var estimator = new NoisyOutputEstimator<OneHidden.Tanh, double>(new OneHidden.Tanh(1));
        var moments = new NoisyOutput[2];
        Array.Fill(moments, new NoisyOutput(7, 7));
        var noise = new WeightNoise { Eta = 0.1, Seed = 1, Step = 0 };
        Assert.Throws<ArgumentNullException>("network", () => new NoisyOutputEstimator<OneHidden.Tanh, double>(null!));
        Assert.Throws<ArgumentException>("x", () => estimator.Estimate([], noise, 2, moments));
        Assert.Throws<ArgumentException>("x", () => estimator.Estimate(new double[3], noise, 2, moments));
        Assert.Throws<ArgumentException>("moments", () => estimator.Estimate(new double[2], noise, 2, moments));
        Assert.Throws<ArgumentOutOfRangeException>("pairs", () => estimator.Estimate(new double[4], noise, 1, moments));
        Assert.Throws<ArgumentOutOfRangeException>("noise", () => estimator.Estimate(new double[4], noise with { Eta = -1 }, 2, moments));
        Assert.Throws<ArgumentOutOfRangeException>("noise", () => estimator.Estimate(new double[4], noise with { Step = uint.MaxValue }, 2, moments));
        Assert.Throws<ArgumentOutOfRangeException>("noise", () => estimator.Estimate(new double[4], noise with { FirstExample = uint.MaxValue }, 2, moments));
        Assert.All(moments, value => Assert.Equal(new NoisyOutput(7, 7), value));
        estimator.Estimate(new double[4], noise with { Step = uint.MaxValue - 1 }, 2, moments);
        Assert.All(moments, value => Assert.NotEqual(7, value.Variance));
    }

    private static double Hypotenuse(double left, double right) => Math.Sqrt((left * left) + (right * right));
}
