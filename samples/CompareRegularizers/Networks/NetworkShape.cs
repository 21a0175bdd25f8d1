using System;
using System.Collections.Generic;
using System.Linq;
using NoiseRegGen;

namespace CompareRegularizers.Networks;

/// <summary>What an experiment's network looks like; it has one linear output.</summary>
/// <param name="Inputs">The number of inputs.</param>
/// <param name="Hidden">The number of units of each hidden layer; none for a linear network.</param>
/// <param name="Activations">The activation of each hidden layer.</param>
internal sealed record NetworkShape(int Inputs, IReadOnlyList<int> Hidden, IReadOnlyList<Activation> Activations)
{
    /// <summary>A network with one activation for all hidden layers.</summary>
    internal NetworkShape(int inputs, IReadOnlyList<int> hidden, Activation activation)
        : this(inputs, hidden, [.. Enumerable.Repeat(activation, hidden.Count)])
    {
    }

    /// <summary>The number type it is trained in.</summary>
    internal Precision Precision { get; init; } = Precision.Single;

    /// <summary>The number of inputs, then the number of units of each layer.</summary>
    internal IReadOnlyList<int> LayerSizes => [Inputs, .. Hidden, 1];

    /// <summary>Such as <c>10-32-32-1 tanh</c>, <c>4-8-8-1 tanh, relu, double precision</c> or <c>10-1 linear</c>.</summary>
    public override string ToString()
    {
        string[] names = [.. Activations.Distinct().Count() == 1 ? Activations.Take(1).Select(Name) : Activations.Select(Name)];
        string activations = names.Length == 0 ? "linear" : string.Join(", ", names);
        return $"{string.Join('-', LayerSizes)} {activations}{(Precision == Precision.Double ? ", double precision" : string.Empty)}";

        static string Name(Activation activation) => activation.ToString().ToLowerInvariant();
    }

    /// <summary>Whether both networks compute the same function, layer by layer, in whatever precision.</summary>
    internal bool Matches(NetworkShape other) =>
        LayerSizes.SequenceEqual(other.LayerSizes) && Activations.SequenceEqual(other.Activations);

    /// <summary>The attribute that declares it.</summary>
    /// <param name="precision">The number type.</param>
    internal string Attribute(Precision precision)
    {
        string activations = Activations.Distinct().Count() switch
        {
            0 => string.Empty,
            1 => $", Hidden = Activation.{Activations[0]}",
            _ => $", Activations = [{string.Join(", ", Activations.Append(Activation.Identity).Select(a => $"Activation.{a}"))}]",
        };
        string number = precision == Precision.Double ? ", Precision = Precision.Double" : string.Empty;
        return $"[Mlp({string.Join(", ", LayerSizes)}{activations}{number})]";
    }
}
