using System;
using NoiseRegGen.Numerics.Tests.Networks;
using NoiseRegGen.Numerics.Tests.Reference;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Noise;

/// <summary>Noise of variance 0 is no noise.</summary>
public class ZeroNoiseTests
{
    public static TheoryData<string> Networks => TestNetworks.Names;

    [Theory]
    [MemberData(nameof(Networks))]
    public void Eta_of_zero_is_the_noiseless_result_bit_for_bit(string name)
    {
        TestNetwork network = TestNetworks.Get(name);
        double[] w = TestData.Parameters(network.Shape, 41);
        INetworkInstance instance = network.Create(w);
        foreach (int batch in new[] { 1, network.LaneBlock + 1 })
        {
            double[] x = TestData.Normals(batch * network.Shape.InputSize, 42), target = TestData.Normals(batch * network.Shape.OutputSize, 43);
            (double loss, double[] gradient) = instance.Gradient(x, target);
            double[] y = instance.Forward(x);
            foreach (NoiseSampling sampling in Enum.GetValues<NoiseSampling>())
            {
                foreach (bool antithetic in new[] { false, true })
                {
                    var noise = new WeightNoise { Eta = 0, Seed = 5, Step = 6, FirstExample = 7, Sampling = sampling, Antithetic = antithetic };
                    string what = $"{name}, {batch} examples, {sampling}, antithetic {antithetic}";
                    (double noisyLoss, double[] noisyGradient) = instance.NoisyGradient(x, target, noise);
                    Close.Bitwise(y, instance.NoisyForward(x, noise), $"{what}: outputs");
                    Close.Bitwise([loss], [noisyLoss], $"{what}: loss");
                    Close.Bitwise(gradient, noisyGradient, $"{what}: gradient");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Noise_that_vanishes_leaves_the_noiseless_gradient(string name)
    {
        // sqrt(eta) = 1e-7 on every weight moves outputs and gradients by some 1e-7 times the root of the number of weights and
        // the network's second derivatives; float rounds by as much once more. A term that is missing is missing as a whole,
        // in the part of the gradient that belongs to one layer's weights or biases.
        TestNetwork network = TestNetworks.Get(name);
        NetworkShape shape = network.Shape;
        double[] w = TestData.Parameters(shape, 47);
        INetworkInstance instance = network.Create(w);
        foreach (int batch in new[] { 1, network.LaneBlock + 1 })
        {
            double[] x = TestData.Inputs(shape, w, batch, 48), target = TestData.Normals(batch * shape.OutputSize, 49);
            double[] gradient = instance.Gradient(x, target).Gradient, y = instance.Forward(x);
            foreach (NoiseSampling sampling in Enum.GetValues<NoiseSampling>())
            {
                foreach (bool antithetic in new[] { false, true })
                {
                    var noise = new WeightNoise { Eta = 1e-14, Seed = 5, Step = 6, FirstExample = 7, Sampling = sampling, Antithetic = antithetic };
                    double[] noisy = instance.NoisyGradient(x, target, noise).Gradient;
                    string what = $"{name}, {batch} examples, {sampling}, antithetic {antithetic}";
                    Close.Within(1e-4 * (1 + Norms.Norm(y)), y, instance.NoisyForward(x, noise), $"{what}: outputs");
                    for (int l = 1; l <= shape.LayerCount; l++)
                    {
                        Range weights = shape.WeightOffset(l)..shape.BiasOffset(l), biases = shape.BiasOffset(l)..(shape.BiasOffset(l) + shape.Sizes[l]);
                        Close.Within(1e-3 * Norms.Norm(gradient[weights]), gradient[weights], noisy[weights], $"{what}: weights of layer {l}");
                        Close.Within(1e-3 * Norms.Norm(gradient[biases]), gradient[biases], noisy[biases], $"{what}: biases of layer {l}");
                    }
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void An_eta_of_zero_in_the_penalty_leaves_the_loss(string name)
    {
        TestNetwork network = TestNetworks.Get(name);
        INetworkInstance instance = network.Create(TestData.Parameters(network.Shape, 44));
        double[] x = TestData.Normals(5 * network.Shape.InputSize, 45), target = TestData.Normals(5 * network.Shape.OutputSize, 46);
        (double loss, double[] gradient) = instance.Gradient(x, target);
        (PenalizedLoss<double> penalized, double[] penalizedGradient) = instance.PenalizedGradient(x, target, 0);

        // The merged sweep may add its zeros in another order: a few roundings per term.
        double unit = network.IsDouble ? 1e-15 : 1e-6;
        Close.Relatively(unit, loss, penalized.Loss, "loss");
        Close.Relatively(unit, loss, penalized.Total, "total");
        Close.Relatively(unit, gradient, penalizedGradient, "gradient");
    }
}
