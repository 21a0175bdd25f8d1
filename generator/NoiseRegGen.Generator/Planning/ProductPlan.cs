using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;

namespace NoiseRegGen.Generator.Planning;

/// <summary>A product of <c>W</c> or <c>W^T</c> with lane blocks.</summary>
/// <param name="Rows">The rows of the result.</param>
/// <param name="Depth">The length of each sum.</param>
/// <param name="RowStride">The distance in W between the weights of neighbouring rows of the result.</param>
/// <param name="DepthStride">The distance in W between neighbouring weights of one sum.</param>
/// <param name="Runs">The tiles.</param>
/// <param name="TilesOutermost">Whether each tile is taken through all blocks, instead of each block through all tiles.</param>
internal sealed record ProductPlan(int Rows, int Depth, int RowStride, int DepthStride, EquatableArray<TileRun> Runs, bool TilesOutermost)
{
    // Weights of at most this many numbers leave room for a block of data in a first-level cache of 32 KB.
    private const int WeightsInFirstLevelCache = 6144;

    internal static ProductPlan Forward(LayerModel layer) =>
        new(layer.Outputs, layer.Inputs, layer.Inputs, 1, TilePlanner.Cover(layer.Outputs, layer.Inputs), Large(layer));

    internal static ProductPlan Transposed(LayerModel layer) =>
        new(layer.Inputs, layer.Outputs, 1, layer.Inputs, TilePlanner.Cover(layer.Inputs, layer.Outputs), Large(layer));

    private static bool Large(LayerModel layer) => (long)layer.Inputs * layer.Outputs > WeightsInFirstLevelCache;
}
