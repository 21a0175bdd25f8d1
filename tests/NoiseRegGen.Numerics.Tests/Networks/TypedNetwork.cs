using System;
using System.Numerics;
using System.Reflection;
using NoiseRegGen.Numerics.Tests.Reference;

namespace NoiseRegGen.Numerics.Tests.Networks;

/// <inheritdoc cref="TestNetwork"/>
internal sealed class TypedNetwork<TSelf, T>() : TestNetwork(NameOf(typeof(TSelf)), ShapeOf(typeof(TSelf)))
    where TSelf : class, IMlp<TSelf, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public override bool IsDouble => typeof(T) == typeof(double);

    public override LaplacianMethod LaplacianMethod => TSelf.LaplacianMethod;

    public override int LaneBlock => 2 * Vector<T>.Count;

    public override INetworkInstance Create(double[] parameters) =>
        new NetworkInstance<TSelf, T>(TSelf.Create(Array.ConvertAll(parameters, T.CreateChecked)));

    public override INetworkInstance Create(ulong seed) => new NetworkInstance<TSelf, T>(TSelf.Create(seed));

    public override void Accept(INetworkTest test) => test.Run<TSelf, T>(Shape);

    public override double Bound(double[] parameters, double[] truth, Func<IReference, double[]> quantity) =>
        RoundingBound.Of<T>(Shape, parameters, truth, quantity);

    private static string NameOf(Type type) => type.DeclaringType is { } outer ? $"{outer.Name.Split('`')[0]}.{type.Name}" : type.Name;

    private static NetworkShape ShapeOf(Type type)
    {
        MlpAttribute attribute = type.GetCustomAttribute<MlpAttribute>() ?? throw new ArgumentException($"{type} has no [Mlp].");
        int layers = attribute.LayerSizes.Length - 1;
        var activations = new Activation[layers];
        for (int l = 0; l < layers; l++)
            activations[l] = attribute.Activations?[l] ?? (l < layers - 1 ? attribute.Hidden : attribute.Output);
        return new(attribute.LayerSizes, activations);
    }
}
