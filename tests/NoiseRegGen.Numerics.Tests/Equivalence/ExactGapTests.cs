using System;
using System.Linq;
using NoiseRegGen.Numerics.Tests.ClosedForms;
using NoiseRegGen.Numerics.Tests.Networks;
using NoiseRegGen.Numerics.Tests.Reference;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Equivalence;

/// <summary>
/// Theory 3.5, tier A: the gap <c>E (yhat_eps - y)^2 - (yhat - y)^2</c> from closed forms and quadrature, with no sampling. The penalty
/// predicts it to first order only where T = 0; with the residual Laplacian the error is of second order. P and r T are those of
/// the generated networks' <c>ExpandNoise</c>.
/// </summary>
public class ExactGapTests
{
    // So far from the data that the Laplacian term is the larger one: r some -4.
    private const double Target = 4;

    private static readonly double[] Eta = LogLog.Grid(-6, -3);

    public static TheoryData<string> Curved => ["OneHidden.Tanh", "OneHidden.Sigmoid", "OneHidden.Softplus", "OneHidden.Silu", "OneHidden.Gelu", "OneHidden.Sin"];

    [Theory]
    [MemberData(nameof(Curved))]
    public void One_hidden_layer_needs_the_Laplacian_for_the_first_order(string name)
    {
        TestNetwork network = TestNetworks.Get(name);
        double[] w = TestData.Parameters(network.Shape, 145), x = [0.7, -1.1];
        NoiseExpansion<double> expansion = network.Create(w).ExpandNoise(x, [Target]);
        double Gap(double eta) => OneHiddenLayer.Moments(network.Shape, w, x, eta).SquaredError(Target) - expansion.Loss;

        // The intervals of theory 3.5: the next order changes a slope by C2 eta / (r T) <= 1 % and C3 eta / C2; rounding, 1e-15 of the
        // loss, is 0.1 % of the smallest second-order term.
        LogLog.SlopesIn(0.97, 1.03, Eta, eta => Gap(eta) - (eta * expansion.Penalty), "|gap - eta P|");
        LogLog.SlopesIn(1.95, 2.05, Eta, eta => Gap(eta) - (eta * (expansion.Penalty + expansion.ResidualLaplacian)), "|gap - eta (P + r T)|");

        // The second order itself, from fourth derivatives: relative to it, eta of the third order and 1e-15 / (C2 eta^2) of rounding.
        double c2 = new ReferenceNetwork<Exact>(network.Shape, w).SecondOrderCoefficient(x, [Target]);
        double remainder = Gap(1e-4) - (1e-4 * (expansion.Penalty + expansion.ResidualLaplacian));
        Close.Within((5e-3 * Math.Abs(c2)) + 1e-6, c2, remainder / 1e-8, "C2");
    }

    [Theory]
    [InlineData("Shapes.DeepLinearDouble")]
    [InlineData("Activated.IdentityDouble")]
    [InlineData("Shapes.ScalarChainDouble")]
    [InlineData("OneHidden.Identity")]
    public void A_deep_linear_network_needs_the_penalty_alone(string name)
    {
        TestNetwork network = TestNetworks.Get(name);
        NetworkShape shape = network.Shape;
        double[] w = TestData.Parameters(shape, 146), x = TestData.Normals(shape.InputSize, 147), target = TestData.Normals(shape.OutputSize, 148);
        NoiseExpansion<double> expansion = network.Create(w).ExpandNoise(x, target);
        Assert.Equal(0, expansion.ResidualLaplacian);

        // The mean output is the noiseless one, so that the gap is the total variance.
        double Gap(double eta)
        {
            double[,] covariance = DeepLinear.Moments(shape, w, x, eta).Covariance;
            return Enumerable.Range(0, shape.OutputSize).Sum(k => covariance[k, k]);
        }

        LogLog.SlopesIn(1.95, 2.05, Eta, eta => Gap(eta) - (eta * expansion.Penalty), "|gap - eta P|");
    }

    [Fact]
    public void At_no_residual_the_penalty_is_right_to_first_order_too()
    {
        // Why the book is right at the optimum (theory 3.5): r = 0 makes r T = 0.
        TestNetwork network = TestNetworks.Get("OneHidden.Tanh");
        double[] w = TestData.Parameters(network.Shape, 145), x = [0.7, -1.1], own = network.Create(w).Forward(x);
        NoiseExpansion<double> expansion = network.Create(w).ExpandNoise(x, own);
        Assert.Equal(0, expansion.ResidualLaplacian);
        LogLog.SlopesIn(1.95, 2.05, Eta, eta => OneHiddenLayer.Moments(network.Shape, w, x, eta).SquaredError(own[0]) - (eta * expansion.Penalty), "|gap - eta P|");
    }
}
