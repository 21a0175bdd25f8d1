using System.Collections.Generic;
using System.Linq;
using NoiseRegGen;

namespace CompareRegularizers.Networks;

/// <summary>What an experiment's network looks like; it has one linear output.</summary>
/// <param name="Inputs">The number of inputs.</param>
/// <param name="Hidden">The number of units of each hidden layer.</param>
/// <param name="Activation">The activation of the hidden layers.</param>
internal sealed record NetworkShape(int Inputs, IReadOnlyList<int> Hidden, Activation Activation)
{
    /// <summary>The number of inputs, then the number of units of each layer.</summary>
    internal IEnumerable<int> LayerSizes => [Inputs, .. Hidden, 1];

    /// <summary>Such as <c>10-32-32-1 tanh</c>.</summary>
    public override string ToString() => $"{string.Join('-', LayerSizes)} {(Hidden.Count == 0 ? "linear" : Activation.ToString().ToLowerInvariant())}";

    /// <summary>Whether both shapes are the same, layer by layer.</summary>
    internal bool Matches(NetworkShape other) => Activation == other.Activation && LayerSizes.SequenceEqual(other.LayerSizes);
}
