using System;
using System.Linq;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Reference;

/// <summary>The truth itself is tested: every derivative that the reference states, against finite differences of its forward pass.</summary>
public class ReferenceTests
{
    // Central differences with one Richardson step of 2e-3 on functions of order one: truncation 2e-3^4 / 100 = 2e-13 times
    // fifth derivatives of up to some hundreds, rounding 1e-16 / 2e-3 times the sums' lengths.
    private const double Step = 2e-3;
    private const double Tolerance = 1e-8;

    public static TheoryData<Activation> Activations => new(Enum.GetValues<Activation>());

    private static NetworkShape ShapeOf(Activation activation) => new([3, 5, 4, 2], [activation, activation, activation]);

    [Theory]
    [MemberData(nameof(Activations))]
    public void An_activation_is_the_integral_of_its_derivatives(Activation activation)
    {
        foreach (double z in new[] { -7.3, -2.1, -0.6, -0.05, 0.04, 0.7, 1.9, 6.8 })
        {
            foreach (int order in new[] { 0, 1, 2, 3 })
            {
                double difference = FiniteDifferences.Gradient(at => ActivationFunction.Derivative(activation, order, at[0]), [z], Step)[0];
                Close.Within(Tolerance, ActivationFunction.Derivative(activation, order + 1, z), difference, $"derivative {order + 1} at {z}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void An_activation_and_its_derivatives_are_finite_far_out(Activation activation)
    {
        foreach (double z in new[] { -1e5, -1e3, -40.5, 40.5, 1e3, 1e5 })
        {
            for (int order = 0; order <= 4; order++)
                Assert.True(double.IsFinite(ActivationFunction.Derivative(activation, order, z)), $"derivative {order} at {z}");
        }
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void Gradients_agree_with_finite_differences(Activation activation)
    {
        NetworkShape shape = ShapeOf(activation);
        double[] w = TestData.Parameters(shape, 1), x = TestData.Inputs(shape, w, 2, 2), target = TestData.Normals(4, 3);
        var reference = new ReferenceNetwork<Exact>(shape, w);
        double[] v = TestData.Normals(4, 5);

        double[] gradient = FiniteDifferences.Gradient(at => new ReferenceNetwork<Exact>(shape, at).Loss(x, target), w, Step);
        double[] penalty = FiniteDifferences.Gradient(at => new ReferenceNetwork<Exact>(shape, at).Penalty(x), w, Step);
        double[] input = FiniteDifferences.Gradient(at => reference.Forward(at).Zip(v, (y, factor) => y * factor).Sum(), x, Step);

        Close.Relatively(Tolerance, gradient, reference.Gradient(x, target), "gradient");
        Close.Relatively(Tolerance, penalty, reference.PenaltyGradient(x), "penalty gradient");
        Close.Relatively(Tolerance, input, reference.InputGradient(x, v), "input gradient");
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void The_Laplacian_is_the_divergence_of_the_gradient(Activation activation)
    {
        NetworkShape shape = ShapeOf(activation);
        double[] w = TestData.Parameters(shape, 1), x = TestData.Inputs(shape, w, 1, 2);
        var reference = new ReferenceNetwork<Exact>(shape, w);
        double[] divergence = new double[2];
        for (int k = 0; k < 2; k++)
        {
            double[] seed = k == 0 ? [1, 0] : [0, 1];
            divergence[k] = FiniteDifferences.Divergence(at => new ReferenceNetwork<Exact>(shape, at).ParameterGradient(x, seed), w, Step);
        }

        // The sum over 49 parameters adds up errors where the terms of both signs cancel (and is 0 for ReLU): not relative.
        Close.Within(Tolerance * 10, divergence, reference.Laplacians(x), "Laplacian by unit");
        Close.Within(Tolerance * 10, divergence, reference.LaplaciansByParameter(x), "Laplacian by parameter");
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void Noisy_gradients_agree_with_finite_differences(Activation activation)
    {
        NetworkShape shape = ShapeOf(activation);
        double[] w = TestData.Parameters(shape, 1), x = TestData.Normals(3, 2), target = TestData.Normals(2, 3);
        double[] xi = TestData.Normals(shape.UnitCount, 4), noise = TestData.Normals(shape.ParameterCount, 5);
        var reference = new ReferenceNetwork<Exact>(shape, w);

        // A smaller step than elsewhere, since the noise decides where the kinks lie: rounding 1e-16 / 2e-5.
        double[] reparameterized = FiniteDifferences.Gradient(
            at => new ReferenceNetwork<Exact>(shape, at).ReparameterizedForward(x, xi, 0.1).Zip(target, (y, t) => (y - t) * (y - t)).Sum(), w, 2e-5);
        double[] perturbed = FiniteDifferences.Gradient(
            at => new ReferenceNetwork<Exact>(shape, at).PerturbedForward(x, noise, 0.1).Zip(target, (y, t) => (y - t) * (y - t)).Sum(), w, 2e-5);

        Close.Relatively(Tolerance, reparameterized, reference.ReparameterizedGradient(x, target, xi, 0.1).Gradient, "LRT");
        Close.Relatively(Tolerance, perturbed, reference.PerturbedGradient(x, target, noise, 0.1).Gradient, "weight noise");
    }
}
