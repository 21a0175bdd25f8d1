using System.Collections.Generic;

namespace CompareRegularizers.Experiments;

/// <summary>Multiplications of one forward pass of one example: what the costs of the arms' steps are counted in.</summary>
/// <param name="Forward">F: of the whole network.</param>
/// <param name="First">F1: of its first layer.</param>
/// <param name="Second">F2: of its second layer; 0 if there is none.</param>
/// <param name="LayerCount">The number of layers.</param>
internal readonly record struct NetworkCost(double Forward, double First, double Second, int LayerCount)
{
    /// <summary>Loss and gradient without a regulariser: 3F - F1, for the first layer hands nothing further down.</summary>
    internal double Plain => (3 * Forward) - First;

    /// <summary>The cost of a network with the given numbers of inputs and units.</summary>
    internal static NetworkCost Of(IReadOnlyList<int> layerSizes)
    {
        double forward = 0;
        for (int layer = 1; layer < layerSizes.Count; layer++)
            forward += (double)layerSizes[layer - 1] * layerSizes[layer];
        double first = (double)layerSizes[0] * layerSizes[1];
        double second = layerSizes.Count > 2 ? (double)layerSizes[1] * layerSizes[2] : 0;
        return new NetworkCost(forward, first, second, layerSizes.Count - 1);
    }
}
