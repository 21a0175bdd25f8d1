using System;
using System.Collections.Generic;
using System.Linq;
using NoiseRegGen.Numerics.Tests.Networks;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Properties;

/// <summary>A batch of one has passes of its own, with lanes over units: they give an example what the lane blocks give it among others.</summary>
public class SingleExampleTests
{
    private const int Batch = 5;

    [Theory]
    [MemberData(nameof(TestNetworks.Names), MemberType = typeof(TestNetworks))]
    public void An_example_alone_has_the_bits_that_it_has_in_a_batch(string name)
    {
        (TestNetwork network, INetworkInstance instance, double[] x, _) = Ask(name);
        int inputs = network.Shape.InputSize;
        Same(instance.Forward, "outputs");
        Same(instance.SquaredGradientNorms, "squared gradient norms");
        foreach (WeightNoise noise in Noises(network))
        {
            double[] whole = instance.NoisyForward(x, noise);
            double[] alone = Rows(row => instance.NoisyForward(Row(x, row, inputs), noise with { FirstExample = noise.FirstExample + row }));
            Close.Bitwise(whole, alone, $"noisy outputs, {noise}");
        }

        void Same(Func<double[], double[]> operation, string what) => Close.Bitwise(operation(x), Rows(row => operation(Row(x, row, inputs))), what);
    }

    [Theory]
    [MemberData(nameof(TestNetworks.Names), MemberType = typeof(TestNetworks))]
    public void A_noisy_gradient_is_the_mean_of_those_of_its_examples_alone(string name)
    {
        (TestNetwork network, INetworkInstance instance, double[] x, double[] target) = Ask(name);
        int inputs = network.Shape.InputSize, outputs = network.Shape.OutputSize;
        foreach (WeightNoise noise in Noises(network))
        {
            double[] whole = Join(instance.NoisyGradient(x, target, noise)), sum = new double[whole.Length];
            double size = 0;
            for (int row = 0; row < Batch; row++)
            {
                WeightNoise own = noise with { FirstExample = noise.FirstExample + row };
                double[] part = Join(instance.NoisyGradient(Row(x, row, inputs), Row(target, row, outputs), own));
                size += Norms.Norm(part) / Batch;
                for (int i = 0; i < sum.Length; i++)
                    sum[i] += part[i] / Batch;
            }

            // As in SplitBatchTests: the same contributions up to a few roundings, n additions of them.
            double unit = network.IsDouble ? Math.Pow(2, -53) : Math.Pow(2, -24);
            Close.Within((Batch + 16) * unit * size, whole, sum, $"{noise}");
        }
    }

    private static IEnumerable<WeightNoise> Noises(TestNetwork network)
    {
        int layers = network.Shape.LayerCount;
        double[] ones = Enumerable.Repeat(1.0, layers).ToArray(), none = new double[layers], mixed = Enumerable.Range(0, layers).Select(layer => layer % 3 * 0.5).ToArray();
        foreach (NoiseSampling sampling in Enum.GetValues<NoiseSampling>())
        {
            foreach (bool antithetic in new[] { false, true })
            {
                var noise = new WeightNoise { Eta = 0.02, Seed = 401, Step = 402, FirstExample = 403, Sampling = sampling, Antithetic = antithetic };
                yield return noise;
                yield return noise with { Eta = 0 };
                yield return noise with { Scales = new NoiseScales(none, ones) };
                yield return noise with { Scales = new NoiseScales(mixed, ones) };
                yield return noise with { Scales = new NoiseScales(ones, none) };
            }
        }
    }

    private static (TestNetwork Network, INetworkInstance Instance, double[] X, double[] Target) Ask(string name)
    {
        TestNetwork network = TestNetworks.Get(name);
        INetworkInstance instance = network.Create(TestData.Parameters(network.Shape, 404));
        return (network, instance, TestData.Normals(Batch * network.Shape.InputSize, 405), TestData.Normals(Batch * network.Shape.OutputSize, 406));
    }

    private static double[] Row(double[] values, int row, int width) => values[(row * width)..((row + 1) * width)];

    private static double[] Rows(Func<int, double[]> operation) => Enumerable.Range(0, Batch).SelectMany(operation).ToArray();

    private static double[] Join((double Value, double[] Vector) both) => [both.Value, .. both.Vector];
}
