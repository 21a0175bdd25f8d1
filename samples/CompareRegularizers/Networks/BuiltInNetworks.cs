using System;
using System.Collections.Generic;
using System.Linq;
using NoiseRegGen;

namespace CompareRegularizers.Networks;

/// <summary>The networks in this program's own source, which the generator wrote when it was built.</summary>
internal static class BuiltInNetworks
{
    private static readonly IReadOnlyList<(NetworkShape Shape, Func<NetworkShape, NetworkType> Create)> All =
    [
        (new(10, [32, 32], Activation.Tanh), shape => new NetworkTypeOf<FriedmanNetwork, FriedmanNetworkDouble>(nameof(FriedmanNetwork), shape)),
        (new(4, [32, 32], Activation.Tanh), shape => new NetworkTypeOf<CircuitNetwork, CircuitNetworkDouble>(nameof(CircuitNetwork), shape)),
        (new(5, [64, 64], Activation.Tanh), shape => new NetworkTypeOf<StudentNetwork, StudentNetworkDouble>(nameof(StudentNetwork), shape)),
        (new(1, [32, 32], Activation.Tanh), shape => new NetworkTypeOf<CurveNetwork, CurveNetworkDouble>(nameof(CurveNetwork), shape)),
        (new(10, [], Activation.Tanh), shape => new NetworkTypeOf<LinearControl, LinearControlDouble>(nameof(LinearControl), shape)),
    ];

    /// <summary>The network of that shape, in the shape's precision, or null.</summary>
    internal static NetworkType? Find(NetworkShape shape) =>
        All.Where(network => network.Shape.Matches(shape)).Select(network => network.Create(shape)).FirstOrDefault();

    /// <summary>The shapes there are.</summary>
    internal static IEnumerable<NetworkShape> Shapes => All.Select(network => network.Shape);
}
