using System.Linq;
using CompareRegularizers.Networks;

namespace CompareRegularizers.Runs;

/// <summary>The network of a run.</summary>
/// <param name="Name">What reports call it.</param>
/// <param name="Class">Its class.</param>
/// <param name="LayerSizes">The number of inputs, then the number of units of each layer.</param>
/// <param name="Activations">The activation of each hidden layer.</param>
/// <param name="Precision">The number type it is trained in.</param>
internal sealed record NetworkDocument(string Name, string Class, int[] LayerSizes, string[] Activations, string Precision)
{
    /// <summary>Describes a network.</summary>
    internal static NetworkDocument Of(NetworkType network) => new(
        network.Shape.ToString(),
        network.Name,
        [.. network.Shape.LayerSizes],
        [.. network.Shape.Activations.Select(activation => activation.ToString())],
        network.Shape.Precision.ToString());
}
