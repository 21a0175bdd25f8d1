using System;
using System.Linq;
using NoiseRegGen.Numerics.Tests.Networks;
using NoiseRegGen.Numerics.Tests.Reference;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Equivalence;

/// <summary>
/// Theory 3.5, tier C: local reparameterisation has the law of noise that is really added to every parameter, by the network itself and by
/// the reference with random numbers of its own: moments up to the fourth and the distribution functions of the outputs.
/// </summary>
public class WeightSpaceTests
{
    private const int Samples = 20_000;
    private const int Rows = 500;

    // Strong noise, at which nothing is linear.
    private const double Eta = 0.1;

    public static TheoryData<string> Networks => new(TestNetworks.All
        .Where(network => network.IsDouble && network.Name.StartsWith("Activated", StringComparison.Ordinal)).Select(network => network.Name)
        .Append("OracleNetworks.MixedDouble").Append("Shapes.EightLayersDouble"));

    [Theory]
    [MemberData(nameof(Networks))]
    public void Noisy_outputs_have_one_law_however_they_are_drawn(string name)
    {
        TestNetwork network = TestNetworks.Get(name);
        NetworkShape shape = network.Shape;
        double[] w = TestData.Parameters(shape, 161), x = TestData.Normals(shape.InputSize, 162);
        double[] local = Draw(network, w, x, NoiseSampling.LocalReparameterization);
        double[] real = Draw(network, w, x, NoiseSampling.PerExample);
        double[] defined = Define(shape, w, x);
        double[] centre = network.Create(w).Forward(x);
        for (int k = 0; k < shape.OutputSize; k++)
        {
            TwoSamples.Agree(Output(local, shape, k), Output(real, shape, k), centre[k], $"{name}, output {k}: local against per example");
            TwoSamples.Agree(Output(local, shape, k), Output(defined, shape, k), centre[k], $"{name}, output {k}: local against the definition");
        }
    }

    [Fact]
    public void The_comparison_finds_a_variance_that_is_wrong_by_a_tenth()
    {
        double[] right = TestData.Normals(Samples, 163), wrong = TestData.Normals(Samples, 164).Select(value => Math.Sqrt(1.1) * value).ToArray();
        TwoSamples.Agree(right, TestData.Normals(Samples, 164), 0, "normals");
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => TwoSamples.Agree(right, wrong, 0, "wrong normals"));
    }

    private static double[] Draw(TestNetwork network, double[] w, double[] x, NoiseSampling sampling)
    {
        INetworkInstance instance = network.Create(w);
        double[] rows = Enumerable.Repeat(x, Rows).SelectMany(row => row).ToArray();
        return Enumerable.Range(0, Samples / Rows)
            .SelectMany(step => instance.NoisyForward(rows, new WeightNoise { Eta = Eta, Seed = 165, Step = step, Sampling = sampling }))
            .ToArray();
    }

    private static double[] Define(NetworkShape shape, double[] w, double[] x)
    {
        var reference = new ReferenceNetwork<Exact>(shape, w);
        var random = new Random(166);
        return Enumerable.Range(0, Samples)
            .SelectMany(_ => reference.PerturbedForward(x, w.Select(_ => TestData.Normal(random)).ToArray(), Eta))
            .ToArray();
    }

    private static double[] Output(double[] outputs, NetworkShape shape, int k) =>
        outputs.Where((_, i) => i % shape.OutputSize == k).ToArray();
}
