using System;
using System.Linq;
using NoiseRegGen.Numerics.Tests.Networks;
using NoiseRegGen.Numerics.Tests.Reference;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.ClosedForms;

/// <summary>Generated networks against formulas on paper.</summary>
public class NetworkClosedFormTests
{
    // Some ten roundings.
    private const double DoubleTolerance = 1e-14;

    [Theory]
    [InlineData("Shapes.LinearDouble")]
    [InlineData("OracleNetworks.ScalarLinearDouble")]
    public void A_linear_models_penalty_is_constant_and_its_gradient_zero(string name)
    {
        // Theory 1.2: P = K (||x||^2 + 1) whatever the parameters: neither regulariser does anything.
        TestNetwork network = TestNetworks.Get(name);
        INetworkInstance instance = network.Create(TestData.Parameters(network.Shape, 141));
        double[] x = TestData.Normals(network.Shape.InputSize, 142), own = instance.Forward(x);
        Close.Relatively(DoubleTolerance, network.Shape.OutputSize * (1 + x.Sum(value => value * value)), instance.SquaredGradientNorms(x)[0], "penalty");
        Assert.All(instance.PenalizedGradient(x, own, 1).Gradient, g => Assert.Equal(0, g));
        Assert.All(instance.Laplacians(x), t => Assert.Equal(0, t));
    }

    [Theory]
    [InlineData("Shapes.DeepLinearDouble")]
    [InlineData("Activated.IdentityDouble")]
    [InlineData("Activated.ReluDouble")]
    [InlineData("Activated.LeakyReluDouble")]
    [InlineData("Activated.IdentitySingle")]
    [InlineData("Activated.ReluSingle")]
    [InlineData("Activated.LeakyReluSingle")]
    [InlineData("OneHidden.Relu")]
    [InlineData("OneHidden.LeakyRelu")]
    [InlineData("OracleNetworks.ReluDouble")]
    [InlineData("OracleNetworks.ReluSingle")]
    public void Networks_affine_in_every_parameter_have_no_Laplacian(string name)
    {
        TestNetwork network = TestNetworks.Get(name);
        double[] w = TestData.Parameters(network.Shape, 143);
        INetworkInstance instance = network.Create(w);
        double[] x = TestData.Inputs(network.Shape, w, 20, 144);
        Assert.All(instance.Laplacians(x), t => Assert.Equal(0, t));
        Assert.Equal(0, instance.ExpandNoise(x, TestData.Normals(20 * network.Shape.OutputSize, 145)).ResidualLaplacian);
    }

    [Theory]
    [InlineData("Shapes.ScalarChainDouble", 1e-14)]
    [InlineData("Shapes.ScalarChainSingle", 1e-6)]
    public void A_product_of_two_parameters_has_the_penalty_on_paper(string name, double tolerance)
    {
        // f = a (b x + c) + d: grad f = (b x + c, a x, a, 1) and the exact gap is eta P + eta^2 (x^2 + 1) (theory 1.9).
        const double B = 0.75, C = -0.25, A = 1.5, D = 0.125, X = 2;
        INetworkInstance network = TestNetworks.Get(name).Create([B, C, A, D]);
        double h = (B * X) + C;
        Close.Relatively(tolerance, (A * h) + D, network.Forward([X])[0], "output");
        Close.Relatively(tolerance, (h * h) + (A * A * ((X * X) + 1)) + 1, network.SquaredGradientNorms([X])[0], "penalty");

        // P = (b x + c)^2 + a^2 (x^2 + 1) + 1.
        double[] own = network.Forward([X]);
        double[] gradient = network.PenalizedGradient([X], own, 1).Gradient;
        Close.Relatively(tolerance, [2 * h * X, 2 * h, 2 * A * ((X * X) + 1), 0], gradient, "penalty gradient");
    }

    [Theory]
    [InlineData(1.5, 1.2, 0.1)]
    [InlineData(-0.8, 0.7, 0.25)]
    [InlineData(0.4, -2, 0.05)]
    [InlineData(0.3, 1, 0.5)]
    public void Two_parameters_meet_the_soft_threshold(double y, double x, double eta)
    {
        // With both biases kept at 0, P = (b x)^2 + a^2 (x^2 + 1) + 1, hence with u = |b x| and v = |a| sqrt(x^2 + 1) the product
        // f = u v / sqrt(x^2 + 1) is bought for eta (u^2 + v^2) >= 2 eta u v: the minimum lies at
        // f = sign(y) max(0, |y| - eta sqrt(x^2 + 1)), the soft threshold of theory 1.3 with the biases' share in it.
        INetworkInstance network = TestNetworks.Get("Shapes.ScalarChainDouble").Create([0.5, 0, 0.5 * Math.Sign(x * y), 0]);
        for (int step = 0; step < 20_000; step++)
        {
            double[] w = network.Parameters, gradient = network.PenalizedGradient([x], [y], eta).Gradient;
            w[0] -= 0.02 * gradient[0];
            w[2] -= 0.02 * gradient[2];
            network.Parameters = w;
        }

        // Gradient descent converges linearly here, to the rounding of the gradient divided by the curvature.
        double threshold = Math.Sign(y) * Math.Max(0, Math.Abs(y) - (eta * Math.Sqrt((x * x) + 1)));
        Close.Within(1e-8, threshold, network.Forward([x])[0], "minimiser");
    }

    [Theory]
    [InlineData("OneHidden.Identity")]
    [InlineData("OneHidden.Tanh")]
    [InlineData("OneHidden.Sigmoid")]
    [InlineData("OneHidden.Softplus")]
    [InlineData("OneHidden.Silu")]
    [InlineData("OneHidden.Gelu")]
    [InlineData("OneHidden.Sin")]
    public void The_expansion_leaves_the_closed_form_at_second_order_and_the_penalty_alone_at_first(string name)
    {
        const double Target = 0.4;
        TestNetwork network = TestNetworks.Get(name);
        double[] w = TestData.Parameters(network.Shape, 145), x = [0.7, -1.1];
        NoiseExpansion<double> expansion = network.Create(w).ExpandNoise(x, [Target]);
        double Gap(double eta) => OneHiddenLayer.Moments(network.Shape, w, x, eta).SquaredError(Target) - expansion.Loss;
        double Remainder(double eta) => Gap(eta) - (eta * (expansion.Penalty + expansion.ResidualLaplacian));

        // The remainder is C2 eta^2 (1 + O(eta)) and rounding 1e-15 / 1e-8; without r T the quotient of the gaps' errors is 2.
        Assert.InRange(Remainder(2e-4) / Remainder(1e-4), 3.95, 4.05);
        if (name != "OneHidden.Identity")
            Assert.InRange((Gap(2e-4) - (2e-4 * expansion.Penalty)) / (Gap(1e-4) - (1e-4 * expansion.Penalty)), 1.98, 2.02);
    }
}
