using System;
using System.Linq;
using NoiseRegGen.Numerics.Tests.Networks;
using NoiseRegGen.Numerics.Tests.Reference;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Passes;

/// <summary>
/// Every derivative that a network in double precision returns against central differences of its own passes: independent of the
/// reference, and the direct proof that a returned gradient belongs to the returned value.
/// </summary>
public class FiniteDifferenceTests
{
    // One Richardson step of 2e-3: truncation 2e-3^4 / 100 = 2e-13 times fifth derivatives of up to some thousands for sums over
    // a few layers, rounding 1e-16 / 2e-3 times sums of some hundred terms; in the norm of the whole gradient.
    private const double Step = 2e-3;
    private const double Tolerance = 1e-8;

    // The noise moves the kinks of ReLU-like units to places that are not known here, so that a large step could cross one:
    // rounding 1e-16 / 2e-5 times sums of some hundred terms.
    private const double NoisyStep = 2e-5;
    private const double NoisyTolerance = 1e-8;

    private const int Batch = 3;

    public static TheoryData<string> Networks => TestNetworks.SmallDoubles;

    [Theory]
    [MemberData(nameof(Networks))]
    public void The_gradient_is_that_of_the_loss(string name)
    {
        (INetworkInstance network, double[] w, double[] x, double[] target) = Ask(name);
        double[] difference = Vary(network, w, () => network.Loss(x, target));
        Close.Relatively(Tolerance, difference, network.Gradient(x, target).Gradient, name);
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Vector_Jacobian_products_are_those_of_the_outputs(string name)
    {
        (INetworkInstance network, double[] w, double[] x, double[] v) = Ask(name);
        double[] toParameters = Vary(network, w, () => Dot(network.Forward(x), v));
        double[] toInput = FiniteDifferences.Gradient(at => Dot(network.Forward(at), v), x, Step);
        Close.Relatively(Tolerance, toParameters, network.ParameterGradient(x, v), $"{name}: to the parameters");
        Close.Relatively(Tolerance, toInput, network.InputGradient(x, v), $"{name}: to the input");
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void The_penalised_gradient_is_that_of_the_total(string name)
    {
        const double Eta = 0.3;
        (INetworkInstance network, double[] w, double[] x, double[] target) = Ask(name);
        double[] difference = Vary(network, w, () => network.Loss(x, target) + (Eta * network.SquaredGradientNorms(x).Average()));
        (PenalizedLoss<double> loss, double[] gradient) = network.PenalizedGradient(x, target, Eta);
        Close.Relatively(Tolerance, difference, gradient, name);
        Close.Relatively(1e-14, loss.Loss + (Eta * loss.Penalty), loss.Total, "total"); // One fused or two plain roundings.
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Squared_gradient_norms_are_those_of_single_examples_gradients(string name)
    {
        (INetworkInstance network, _, double[] x, _) = Ask(name);
        int inputs = x.Length / Batch, outputs = network.Forward(x).Length / Batch;
        double[] norms = network.SquaredGradientNorms(x);
        for (int example = 0; example < Batch; example++)
        {
            double sum = 0;
            for (int k = 0; k < outputs; k++)
            {
                var seed = new double[outputs];
                seed[k] = 1;
                sum += Math.Pow(Norms.Norm(network.ParameterGradient(x.AsSpan(example * inputs, inputs).ToArray(), seed)), 2);
            }

            Close.Relatively(1e-12, sum, norms[example], name); // Positive terms only: the roundings of some hundred additions.
        }
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Laplacians_are_the_divergence_of_the_gradients(string name)
    {
        (INetworkInstance network, double[] w, double[] x, _) = Ask(name);
        int inputs = x.Length / Batch, outputs = network.Forward(x).Length / Batch;
        double[] laplacians = network.Laplacians(x);
        double[] row = x.AsSpan(inputs, inputs).ToArray();
        for (int k = 0; k < outputs; k++)
        {
            var seed = new double[outputs];
            seed[k] = 1;
            double divergence = FiniteDifferences.Divergence(at => At(network, at, () => network.ParameterGradient(row, seed)), w, Step);

            // Up to 200 terms that may cancel (to 0 for ReLU): not relative to their sum.
            Close.Within(50 * Tolerance, divergence, laplacians[outputs + k], $"{name}, output {k}");
        }
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void The_noisy_gradient_is_that_of_the_noisy_loss_with_the_noise_held(string name)
    {
        (INetworkInstance network, double[] w, double[] x, double[] target) = Ask(name);
        foreach (NoiseSampling sampling in Enum.GetValues<NoiseSampling>())
        {
            foreach (bool antithetic in new[] { false, true })
            {
                var noise = new WeightNoise { Eta = 0.05, Seed = 7, Step = 3, FirstExample = 40, Sampling = sampling, Antithetic = antithetic };
                double[] difference = FiniteDifferences.Gradient(
                    at => At(network, at, () => network.NoisyGradient(x, target, noise).Loss), w, NoisyStep);
                network.Parameters = w;
                Close.Relatively(NoisyTolerance, difference, network.NoisyGradient(x, target, noise).Gradient, $"{name}, {sampling}, antithetic {antithetic}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void The_noisy_loss_is_that_of_the_noisy_outputs(string name)
    {
        (INetworkInstance network, _, double[] x, double[] target) = Ask(name);
        foreach (NoiseSampling sampling in Enum.GetValues<NoiseSampling>())
        {
            var noise = new WeightNoise { Eta = 0.05, Seed = 7, Step = 3, FirstExample = 40, Sampling = sampling };
            double loss = network.NoisyForward(x, noise).Zip(target, (y, t) => (y - t) * (y - t)).Sum() / Batch;

            // The same outputs, squared and added in another order: some ten roundings.
            Close.Relatively(1e-14, loss, network.NoisyGradient(x, target, noise).Loss, $"{name}, {sampling}");
        }
    }

    private static (INetworkInstance Network, double[] W, double[] X, double[] Target) Ask(string name)
    {
        TestNetwork network = TestNetworks.Get(name);
        double[] w = TestData.Parameters(network.Shape, 21);
        return (network.Create(w), w, TestData.Inputs(network.Shape, w, Batch, 22), TestData.Normals(Batch * network.Shape.OutputSize, 23));
    }

    private static double[] Vary(INetworkInstance network, double[] w, Func<double> function)
    {
        double[] difference = FiniteDifferences.Gradient(at => At(network, at, function), w, Step);
        network.Parameters = w;
        return difference;
    }

    private static TResult At<TResult>(INetworkInstance network, double[] parameters, Func<TResult> function)
    {
        network.Parameters = parameters;
        return function();
    }

    private static double Dot(double[] left, double[] right) => left.Zip(right, (l, r) => l * r).Sum();
}
