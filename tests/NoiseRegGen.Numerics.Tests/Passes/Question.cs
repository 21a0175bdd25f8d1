using System;
using System.Linq;
using NoiseRegGen.Numerics.Tests.Networks;
using NoiseRegGen.Numerics.Tests.Noise;
using NoiseRegGen.Numerics.Tests.Reference;

namespace NoiseRegGen.Numerics.Tests.Passes;

/// <summary>A network's parameters and a batch, both random, and what the reference answers.</summary>
internal sealed class Question
{
    private readonly TestNetwork _network;
    private readonly ReferenceNetwork<Exact> _truth;
    private readonly string _name;

    /// <param name="network">The network.</param>
    /// <param name="batch">The number of examples.</param>
    /// <param name="seed">Of all random numbers.</param>
    /// <param name="weights">A factor on all parameters; at 1 pre-activations are of order one.</param>
    /// <param name="data">A factor on the inputs.</param>
    public Question(TestNetwork network, int batch, int seed, double weights = 1, double data = 1)
    {
        _network = network;
        _name = $"{network}, {batch} examples, seed {seed}, weights x {weights}, data x {data}";
        Parameters = TestData.Parameters(network.Shape, seed).Select(w => (double)(float)(weights * w)).ToArray();
        X = TestData.Inputs(network.Shape, Parameters, batch, seed + 1, data);
        Target = TestData.Normals(batch * network.Shape.OutputSize, seed + 2);
        _truth = new(network.Shape, Parameters);
    }

    public double[] Parameters { get; }

    public double[] X { get; }

    public double[] Target { get; }

    /// <summary>The signs of seed 0 and step 0 where the network's Laplacians are estimated unless a probe is given; null where they are exact.</summary>
    public double[][]? Signs => _network.LaplacianMethod == LaplacianMethod.Probe
        ? DrawnSigns.Of(_network.Shape, new RandomProbe { Seed = 0, Step = 0 }, X.Length / _network.Shape.InputSize)
        : null;

    /// <summary>Asserts that <paramref name="actual"/> is the truth within what the network's number type costs.</summary>
    public void Agree(Func<IReference, double[]> quantity, double[] actual, string what)
    {
        double[] expected = quantity(_truth);
        Close.Within(_network.Bound(Parameters, expected, quantity), expected, actual, $"{_name}: {what}");
    }
}
