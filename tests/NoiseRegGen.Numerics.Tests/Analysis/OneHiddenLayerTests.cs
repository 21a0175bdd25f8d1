using System;
using System.Linq;
using System.Numerics;
using NoiseRegGen.Analysis;
using NoiseRegGen.Numerics.Tests.ClosedForms;
using NoiseRegGen.Numerics.Tests.Networks;
using NoiseRegGen.Numerics.Tests.Reference;
using Xunit;
using OneHiddenLayer = NoiseRegGen.Analysis.OneHiddenLayer;

namespace NoiseRegGen.Numerics.Tests.Analysis;

/// <summary>The closed form of the noisy output's mean and variance in the library, against the tests' own quadrature and against sampling.</summary>
public class OneHiddenLayerTests
{
    public static TheoryData<string> OneHiddenNetworks => new(Enum.GetNames<Activation>().Select(name => $"{nameof(OneHidden)}.{name}"));

    public static TheoryData<string> OtherNetworks => ["Shapes.LinearDouble", "Shapes.TwoHiddenDouble", "OracleNetworks.SquashedOutputDouble", "Activated.ReluSingle"];

    [Theory]
    [MemberData(nameof(OneHiddenNetworks))]
    public void Moments_agree_with_an_adaptive_quadrature_at_any_strength(string name)
    {
        TestNetwork network = TestNetworks.Get(name);
        double[] w = TestData.Parameters(network.Shape, 181), x = [0.7, -1.1];
        foreach (double eta in new[] { 1e-8, 1e-4, 0.01, 0.08, 0.3, 2, 30 })
        {
            NoisyOutput moments = network.Create(w).Moments(x, eta)[0];
            OutputMoments truth = ClosedForms.OneHiddenLayer.Moments(network.Shape, w, x, eta);

            // Some hundred roundings of values of order one; the truth's variance is a difference of squares of order one, and its panels are too wide
            // for more than 13 digits at the strongest noise.
            double scale = 1 + Math.Sqrt(eta);
            Close.Within(1e-13 * scale, truth.Mean, moments.Mean, $"mean at eta {eta}");
            Close.Within((eta > 1 ? 1e-12 : 1e-13) * scale * scale, truth.Variance, moments.Variance, $"variance at eta {eta}");
            Assert.Equal((0, 0), (moments.MeanStandardError, moments.VarianceStandardError));
            Close.Relatively(1e-15, Math.Pow(moments.Mean - 0.4, 2) + moments.Variance, moments.SquaredError(0.4), "squared error");
        }
    }

    [Theory]
    [MemberData(nameof(OneHiddenNetworks))]
    public void Weak_noise_gives_the_first_order_to_many_digits(string name)
    {
        // Var = eta P (1 + O(eta)) and ybar = yhat + eta T / 2 (1 + O(eta)); the shift is a difference of numbers of order one, 1e-16 of which is
        // 1e-10 eta. A kinked unit at distance |z| > 1e-2 is 10 standard deviations away.
        const double Eta = 1e-7;
        TestNetwork network = TestNetworks.Get(name);
        double[] w = TestData.Parameters(network.Shape, 182), x = TestData.Inputs(network.Shape, w, 1, 183);
        var reference = new ReferenceNetwork<Exact>(network.Shape, w);
        NoisyOutput moments = network.Create(w).Moments(x, Eta)[0];
        Close.Relatively(1e-5, reference.Penalty(x), moments.Variance / Eta, "variance / eta");
        Close.Within(1e-5 * (1 + Math.Abs(reference.Laplacians(x)[0])), reference.Laplacians(x)[0] / 2, (moments.Mean - network.Create(w).Forward(x)[0]) / Eta, "shift / eta");
    }

    [Theory]
    [InlineData("Shapes.WideHiddenSingle", "Shapes.WideHiddenDouble")]
    [InlineData("OracleNetworks.VectorOutputSingle", "OracleNetworks.VectorOutputDouble")]
    public void Both_precisions_of_many_rows_and_outputs_agree_with_single_rows_and_sampling(string single, string other)
    {
        const double Eta = 0.05;
        const int Rows = 5;
        TestNetwork network = TestNetworks.Get(other);
        NetworkShape shape = network.Shape;
        double[] w = TestData.Parameters(shape, 184), x = TestData.Normals(Rows * shape.InputSize, 185);
        NoisyOutput[] moments = network.Create(w).Moments(x, Eta);
        Assert.Equal(Rows * shape.OutputSize, moments.Length);

        // Parameters and inputs are exact in float and all arithmetic is double: the same bits.
        Assert.Equal(moments, TestNetworks.Get(single).Create(w).Moments(x, Eta));
        for (int row = 0; row < Rows; row++)
        {
            NoisyOutput[] own = network.Create(w).Moments(x[(row * shape.InputSize)..((row + 1) * shape.InputSize)], Eta);
            Assert.Equal(own, moments[(row * shape.OutputSize)..((row + 1) * shape.OutputSize)]);
        }

        // The generated network's noise, antithetic: 5 standard errors.
        NoisyOutput[] sampled = network.Create(w).EstimateMoments(x, new WeightNoise { Eta = Eta, Seed = 186, Step = 0 }, 4000);
        for (int i = 0; i < moments.Length; i++)
        {
            Close.Within(5 * sampled[i].MeanStandardError, moments[i].Mean, sampled[i].Mean, $"mean {i}");
            Close.Within(5 * sampled[i].VarianceStandardError, moments[i].Variance, sampled[i].Variance, $"variance {i}");
        }
    }

    [Theory]
    [MemberData(nameof(OneHiddenNetworks))]
    public void No_noise_is_the_output_and_strong_noise_is_finite(string name)
    {
        TestNetwork network = TestNetworks.Get(name);
        double[] w = TestData.Parameters(network.Shape, 187), x = [0.7, -1.1];
        NoisyOutput still = network.Create(w).Moments(x, 0)[0];
        Assert.Equal(0, still.Variance);
        Close.Within(1e-14, network.Create(w).Forward(x)[0], still.Mean, "mean without noise");

        // Unscaled inputs and absurd variances cost a logarithm, not for ever; bounded activations keep bounded moments.
        foreach (double eta in new[] { 1e6, 1e20, 1e60 })
        {
            NoisyOutput moments = network.Create(w).Moments([1e3, -1e3], eta)[0];
            Assert.True(double.IsFinite(moments.Mean) && moments.Variance >= eta, $"{moments} at eta {eta}");
        }
    }

    [Theory]
    [InlineData(Activation.Tanh, 0)]
    [InlineData(Activation.Sigmoid, 0.5)]
    [InlineData(Activation.Softsign, 0)]
    public void Under_very_strong_noise_a_bounded_unit_is_a_coin(Activation activation, double mean)
    {
        // sigma(z + rho xi) is +-1 (or 0 and 1) for all but 1 / rho of the draws: f = b + w sigma summed over the units has their mean, and with E2
        // of each the variance eta (1 + sum E2) + sum w^2 Var, up to log(rho) / rho.
        TestNetwork network = TestNetworks.Get($"{nameof(OneHidden)}.{activation}");
        double[] w = TestData.Parameters(network.Shape, 188), v = w[15..20];
        double variance = activation == Activation.Sigmoid ? 0.25 : 1;
        const double Eta = 1e12;
        NoisyOutput moments = network.Create(w).Moments([0.7, -1.1], Eta)[0];
        Close.Within(1e-5, w[20] + (mean * v.Sum()), moments.Mean, "mean");
        Close.Relatively(1e-4, Eta * (1 + (5 * (variance + (mean * mean)))), moments.Variance, "variance");
    }

    [Theory]
    [MemberData(nameof(OtherNetworks))]
    public void Other_networks_are_refused_by_one_error_and_nothing_is_written(string name)
    {
        TestNetwork network = TestNetworks.Get(name);
        var error = Assert.Throws<NotSupportedException>(() => network.Create(1).Moments(new double[network.Shape.InputSize], 0.1));
        Assert.Contains("one hidden layer and identity output", error.Message, StringComparison.Ordinal);
        Assert.Contains($"{network.Shape.LayerCount - 1} hidden layers", error.Message, StringComparison.Ordinal);
        Assert.Contains(network.Name.Split('.')[1], error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_arguments_are_refused_before_anything_is_written()
    {
        var network = new OneHidden.Tanh(1);
        var moments = new NoisyOutput[2];
        Array.Fill(moments, new NoisyOutput(7, 7));
        Assert.Throws<ArgumentNullException>("network", () => OneHiddenLayer.Moments<OneHidden.Tanh, double>(null!, new double[4], 0.1, moments));
        Assert.Throws<ArgumentException>("x", () => OneHiddenLayer.Moments<OneHidden.Tanh, double>(network, [], 0.1, moments));
        Assert.Throws<ArgumentException>("x", () => OneHiddenLayer.Moments<OneHidden.Tanh, double>(network, new double[3], 0.1, moments));
        Assert.Throws<ArgumentException>("moments", () => OneHiddenLayer.Moments<OneHidden.Tanh, double>(network, new double[2], 0.1, moments));
        foreach (double eta in new[] { -1e-9, double.NaN, double.PositiveInfinity })
            Assert.Throws<ArgumentOutOfRangeException>("eta", () => OneHiddenLayer.Moments<OneHidden.Tanh, double>(network, new double[4], eta, moments));
        Assert.All(moments, value => Assert.Equal(new NoisyOutput(7, 7), value));
    }

    [Fact]
    public void Not_a_number_in_one_row_spoils_that_row_alone()
    {
        NoisyOutput[] moments = TestNetworks.Get("OneHidden.Gelu").Create(1).Moments([1, 2, double.NaN, 1, double.PositiveInfinity, 0, 3, 4], 0.1);
        Assert.True(double.IsFinite(moments[0].Mean) && double.IsNaN(moments[1].Mean) && double.IsNaN(moments[2].Mean) && double.IsFinite(moments[3].Variance));
    }
}
