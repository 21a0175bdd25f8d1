using System;
using System.Linq;
using NoiseRegGen.Numerics.Tests.Networks;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Noise;

/// <summary>What the noise depends on, and what not.</summary>
public class NoiseIndexTests
{
    public static TheoryData<string> Networks => TestNetworks.OfEveryActivation;

    [Theory]
    [MemberData(nameof(Networks))]
    public void Noise_is_repeatable(string name)
    {
        (INetworkInstance network, double[] x) = Ask(name);
        foreach (NoiseSampling sampling in Enum.GetValues<NoiseSampling>())
            Close.Bitwise(network.NoisyForward(x, Of(sampling)), network.NoisyForward(x, Of(sampling)), $"{sampling}");
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Noise_changes_with_seed_and_step(string name)
    {
        (INetworkInstance network, double[] x) = Ask(name);
        foreach (NoiseSampling sampling in Enum.GetValues<NoiseSampling>())
        {
            double[] y = network.NoisyForward(x, Of(sampling));
            foreach (WeightNoise other in new[]
            {
                Of(sampling) with { Seed = 2 }, Of(sampling) with { Seed = 1UL << 32 }, Of(sampling) with { Step = 4 }, Of(sampling) with { Step = uint.MaxValue },
            })
                AssertDiffer(y, network.NoisyForward(x, other));
        }
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Every_row_has_its_own_noise_unless_one_draw_serves_the_batch(string name)
    {
        (INetworkInstance network, double[] x) = Ask(name);
        int outputs = network.Forward(x).Length / Rows;
        foreach (NoiseSampling sampling in Enum.GetValues<NoiseSampling>())
        {
            double[] y = network.NoisyForward(x, Of(sampling));
            int distinct = Enumerable.Range(0, Rows).Select(row => y[row * outputs]).Distinct().Count();
            Assert.Equal(sampling == NoiseSampling.PerBatch ? 1 : Rows, distinct);
        }
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void The_indices_reach_to_the_end_of_their_range(string name)
    {
        // The noise must not be the one that truncated indices would give.
        (INetworkInstance network, double[] x) = Ask(name);
        foreach (NoiseSampling sampling in new[] { NoiseSampling.LocalReparameterization, NoiseSampling.PerExample })
        {
            double[] last = network.NoisyForward(x, Of(sampling) with { FirstExample = (1L << 32) - Rows });
            Assert.All(last, y => Assert.True(double.IsFinite(y)));
            foreach (long other in new[] { 0L, (1L << 31) - Rows, (1L << 16) - Rows })
                AssertDiffer(last, network.NoisyForward(x, Of(sampling) with { FirstExample = other }));
        }
    }

    private const int Rows = 70;

    // Now and then two draws agree in float, and a ReLU unit that the noise has shut says 0 under any of them.
    private static void AssertDiffer(double[] left, double[] right) =>
        Assert.InRange(left.Zip(right).Count(pair => pair.First == pair.Second), 0, left.Length / 20);

    private static (INetworkInstance Network, double[] X) Ask(string name)
    {
        // Every row is the same, so that outputs differ by their noise alone. ReLU outputs would be 0 for any noise: large biases.
        TestNetwork network = TestNetworks.Get(name);
        double[] w = TestData.Parameters(network.Shape, 51);
        for (int l = 1; l <= network.Shape.LayerCount; l++)
            Array.Fill(w, 2, network.Shape.BiasOffset(l), network.Shape.Sizes[l]);
        double[] row = TestData.Normals(network.Shape.InputSize, 52);
        return (network.Create(w), Enumerable.Repeat(row, Rows).SelectMany(value => value).ToArray());
    }

    private static WeightNoise Of(NoiseSampling sampling) => new() { Eta = 1e-2, Seed = 1, Step = 3, Sampling = sampling };
}
