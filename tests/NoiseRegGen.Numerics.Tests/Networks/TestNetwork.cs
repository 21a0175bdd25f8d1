using System;
using NoiseRegGen.Numerics.Tests.Reference;

namespace NoiseRegGen.Numerics.Tests.Networks;

/// <summary>A generated class, as the tests see it: its shape as its attribute states it, and ways to make and ask an instance.</summary>
internal abstract class TestNetwork(string name, NetworkShape shape)
{
    public string Name { get; } = name;

    public NetworkShape Shape { get; } = shape;

    public abstract bool IsDouble { get; }

    public abstract LaplacianMethod LaplacianMethod { get; }

    /// <summary>P = 2 <c>Vector&lt;T&gt;.Count</c>, the number of examples that are kept side by side.</summary>
    public abstract int LaneBlock { get; }

    /// <summary>A network with these parameters.</summary>
    public abstract INetworkInstance Create(double[] parameters);

    /// <summary>A network initialised at random.</summary>
    public abstract INetworkInstance Create(ulong seed);

    /// <summary>Runs a test that is generic in the class.</summary>
    public abstract void Accept(INetworkTest test);

    /// <summary>
    /// How far from <paramref name="truth"/> (in the Euclidean norm) the network's number type may lead: see
    /// <see cref="RoundingBound"/>.
    /// </summary>
    public abstract double Bound(double[] parameters, double[] truth, Func<IReference, double[]> quantity);

    public override string ToString() => Name;
}
