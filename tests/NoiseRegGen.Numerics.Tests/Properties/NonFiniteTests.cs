using System;
using System.Linq;
using NoiseRegGen.Numerics.Tests.Networks;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Properties;

/// <summary>A NaN or an infinity in one example is that example's own affair, although it shares vectors with others.</summary>
public class NonFiniteTests
{
    public static TheoryData<string> Networks => TestNetworks.Names;

    [Theory]
    [MemberData(nameof(Networks))]
    public void A_spoilt_row_spoils_no_other(string name)
    {
        TestNetwork network = TestNetworks.Get(name);
        int batch = network.LaneBlock + 3, inputs = network.Shape.InputSize, outputs = network.Shape.OutputSize;
        INetworkInstance instance = network.Create(TestData.Parameters(network.Shape, 131));
        double[] x = TestData.Normals(batch * inputs, 132), v = TestData.Normals(batch * outputs, 133);
        var noise = new WeightNoise { Eta = 0.01, Seed = 1, Step = 2 };
        foreach (double spoilt in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            foreach (int row in new[] { 0, network.LaneBlock - 1, batch - 1 })
            {
                double[] bad = (double[])x.Clone();
                Array.Fill(bad, spoilt, row * inputs, inputs);
                Check(instance.Forward, "outputs", isNaN: true);
                Check(at => instance.InputGradient(at, v), "input gradients");
                Check(instance.SquaredGradientNorms, "squared gradient norms", isNaN: true);
                Check(instance.Laplacians, "Laplacians");
                foreach (NoiseSampling sampling in Enum.GetValues<NoiseSampling>())
                    Check(at => instance.NoisyForward(at, noise with { Sampling = sampling }), $"noisy outputs, {sampling}", isNaN: true);

                void Check(Func<double[], double[]> operation, string what, bool isNaN = false)
                {
                    double[] clean = operation(x), spoiltResult = operation(bad);
                    int width = clean.Length / batch;
                    double[] own = spoiltResult.Skip(row * width).Take(width).ToArray();
                    own.CopyTo(clean, row * width);
                    Close.Bitwise(clean, spoiltResult, $"{name}, {spoilt} in row {row} of {batch}: {what}");
                    if (isNaN && double.IsNaN(spoilt))
                        Assert.All(own, value => Assert.True(double.IsNaN(value), $"{name}: {what} hide the NaN: {value}"));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void A_spoilt_call_leaves_nothing_in_the_workspace(string name)
    {
        TestNetwork network = TestNetworks.Get(name);
        int inputs = network.Shape.InputSize, outputs = network.Shape.OutputSize;
        double[] w = TestData.Parameters(network.Shape, 134);
        double[] x = TestData.Normals(3 * inputs, 135), target = TestData.Normals(3 * outputs, 136);
        double[] bad = Enumerable.Repeat(double.NaN, (network.LaneBlock + 1) * inputs).ToArray(), badTarget = new double[(network.LaneBlock + 1) * outputs];
        INetworkInstance used = network.Create(w);
        foreach (NoiseSampling sampling in Enum.GetValues<NoiseSampling>())
        {
            var noise = new WeightNoise { Eta = 0.01, Seed = 1, Step = 2, Sampling = sampling, Antithetic = true };
            used.NoisyGradient(bad, badTarget, noise);
            used.PenalizedGradient(bad, badTarget, 1);
            used.ExpandNoise(bad, badTarget);
            INetworkInstance fresh = network.Create(w);
            Close.Bitwise(fresh.NoisyGradient(x, target, noise).Gradient, used.NoisyGradient(x, target, noise).Gradient, "noisy gradient");
            Close.Bitwise(fresh.PenalizedGradient(x, target, 1).Gradient, used.PenalizedGradient(x, target, 1).Gradient, "penalised gradient");
            Close.Bitwise(fresh.Gradient(x, target).Gradient, used.Gradient(x, target).Gradient, "gradient");
            Close.Bitwise(fresh.Laplacians(x), used.Laplacians(x), "Laplacians");
            Close.Bitwise(fresh.SquaredGradientNorms(x), used.SquaredGradientNorms(x), "squared gradient norms");
        }
    }
}
