using System;
using NoiseRegGen.Numerics.Tests.Reference;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.ClosedForms;

/// <summary>The closed forms themselves, against each other and against the reference's expansion.</summary>
public class ClosedFormTests
{
    public static TheoryData<Activation> Smooth =>
        [Activation.Tanh, Activation.Sigmoid, Activation.Softplus, Activation.Silu, Activation.Gelu, Activation.Sin];

    [Theory]
    [MemberData(nameof(Smooth))]
    public void The_noisy_loss_leaves_the_expansion_at_second_order(Activation activation)
    {
        var shape = new NetworkShape([2, 5, 1], [activation, Activation.Identity]);
        double[] w = TestData.Parameters(shape, 7), x = [0.7, -1.1];
        const double Target = 0.4;
        var reference = new ReferenceNetwork<Exact>(shape, w);
        double loss = reference.Loss(x, [Target]), slope = reference.Penalty(x) + reference.ResidualLaplacian(x, [Target]);
        double Remainder(double eta) => OneHiddenLayer.Moments(shape, w, x, eta).SquaredError(Target) - loss - (eta * slope);

        // The remainder is C2 eta^2 + O(eta^3), so the ratio is 4 (1 + O(eta)); rounding is 1e-15 / 1e-8.
        Assert.InRange(Remainder(2e-4) / Remainder(1e-4), 3.95, 4.05);
    }

    [Fact]
    public void Rectified_moments_agree_with_quadrature()
    {
        (double first, double second) = OneHiddenLayer.ActivationMoments(Activation.Relu, 0.3, 0.7);
        double Relu(double xi) => Math.Max(0.3 + (0.7 * xi), 0);

        // Gauss-Legendre with 16 nodes in panels of width 1/2 is exact to rounding.
        Close.Relatively(1e-13, NormalExpectation.Of(Relu, -0.3 / 0.7), first, "mean");
        Close.Relatively(1e-13, NormalExpectation.Of(xi => Relu(xi) * Relu(xi), -0.3 / 0.7), second, "mean square");
    }

    [Fact]
    public void A_linear_hidden_layer_has_the_stated_gap()
    {
        // Theory 1.9: gap = eta P + eta^2 n_1 (||x||^2 + 1), exactly; by quadrature and by the covariance recursion.
        var shape = new NetworkShape([2, 4, 1], [Activation.Identity, Activation.Identity]);
        double[] w = TestData.Parameters(shape, 5), x = [0.7, -1.1];
        double stated = (0.5 * new ReferenceNetwork<Exact>(shape, w).Penalty(x)) + (0.25 * 4 * (0.49 + 1.21 + 1));

        // Some hundred roundings of 1e-16.
        Close.Relatively(1e-13, stated, OneHiddenLayer.Moments(shape, w, x, 0.5).Variance, "quadrature");
        Close.Relatively(1e-13, stated, DeepLinear.Moments(shape, w, x, 0.5).Covariance[0, 0], "recursion");
    }
}
