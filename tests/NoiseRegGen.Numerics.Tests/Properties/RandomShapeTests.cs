using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using NoiseRegGen.Numerics.Tests.Networks;
using NoiseRegGen.Numerics.Tests.Passes;
using NoiseRegGen.Numerics.Tests.Reference;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Properties;

/// <summary>Random layer sizes and activations, generated and compiled in this process: new ones in every run.</summary>
public class RandomShapeTests
{
    // Mostly narrow, for speed; now and then just at or beyond what a tile or a vector holds.
    private static readonly Gen<int> Sizes = Gen.Frequency((6, Gen.Int[1, 12]), (2, Gen.Int[13, 25]), (1, Gen.OneOf(31, 32, 33, 48)));

    private static readonly Gen<NetworkShape> Shapes =
        from layers in Gen.Int[1, 6]
        from sizes in Sizes.Array[layers + 1]
        from activations in Gen.Enum<Activation>().Array[layers]
        select new NetworkShape(sizes, activations);

    [Fact]
    public void Networks_of_random_shapes_agree_with_the_reference() => Shapes.Array[6].Sample(
        shapes =>
        {
            IReadOnlyList<TestNetwork> networks = CompiledNetworks.Of(shapes);
            for (int i = 0; i < networks.Count; i++)
                Check(networks[i], shapes[i], seed: i);
        },
        iter: 1, // One compilation, of six networks.
        threads: 1);

    private static void Check(TestNetwork network, NetworkShape shape, int seed)
    {
        foreach (int batch in new[] { 1, network.LaneBlock + 2 })
        {
            var question = new Question(network, batch, 1000 + seed);
            INetworkInstance instance = network.Create(question.Parameters);
            try
            {
                AllPasses.Agree(question, instance);
                if (network.IsDouble)
                    CheckNoisyGradient(instance, question);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                throw new InvalidOperationException($"{string.Join('-', shape.Sizes)}, {string.Join(',', shape.Activations)}, double {network.IsDouble}", exception);
            }
        }
    }

    // The derivative along one random direction; a kink within 1e-6 of a noisy pre-activation is improbable, and weak noise
    // leaves the margin of the inputs.
    private static void CheckNoisyGradient(INetworkInstance network, Question question)
    {
        const double Step = 1e-6;
        double[] w = question.Parameters, direction = TestData.Normals(w.Length, 171);
        double length = Norms.Norm(direction);
        foreach (NoiseSampling sampling in Enum.GetValues<NoiseSampling>())
        {
            var noise = new WeightNoise { Eta = 1e-8, Seed = 172, Step = 1, Sampling = sampling };
            double[] gradient = network.NoisyGradient(question.X, question.Target, noise).Gradient;
            double difference = (Loss(Step / length) - Loss(-Step / length)) / (2 * Step / length);

            // Rounding: 1e-16 / 1e-6 times the loss and the roundings of its sums.
            double bound = 1e-7 * (Norms.Norm(gradient) + Loss(0)) * length;
            Close.Within(bound, difference, gradient.Zip(direction, (g, d) => g * d).Sum(), $"noisy gradient, {sampling}");

            double Loss(double along)
            {
                network.Parameters = w.Zip(direction, (value, d) => value + (along * d)).ToArray();
                double loss = network.NoisyGradient(question.X, question.Target, noise).Loss;
                network.Parameters = w;
                return loss;
            }
        }
    }
}
