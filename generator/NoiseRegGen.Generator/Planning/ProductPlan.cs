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
/// <param name="PacksColumns">Whether each tile's columns of W are read from a contiguous copy, where enough lane blocks read it.</param>
internal sealed record ProductPlan(
    int Rows, int Depth, int RowStride, int DepthStride, EquatableArray<TileRun> Runs, bool TilesOutermost, bool PacksColumns)
{
    /// <summary>The fewest lane blocks for which packed columns pay.</summary>
    internal const int BlocksForColumns = 3;

    /// <summary>Rows of E side by side in the packed strip; <c>LaneBlocks.PackedRows</c>.</summary>
    internal const int PackedRows = 8;

    // 64 inputs lose 2 % by it, 256 win 2 %, 784 4 %.
    private const int InputsForPacking = 192;

    // 24 KB in single precision leave room for a block of data in a first-level cache of 32 KB; in double precision they fill it and lean on the second.
    private const int WeightsInFirstLevelCache = 6144;

    internal static ProductPlan Forward(LayerModel layer) =>
        new(layer.Outputs, layer.Inputs, layer.Inputs, 1, TilePlanner.Cover(layer.Outputs, layer.Inputs), Large(layer), false);

    internal static ProductPlan Transposed(LayerModel layer)
    {
        EquatableArray<TileRun> runs = TilePlanner.Cover(layer.Inputs, layer.Outputs);
        return new(layer.Inputs, layer.Outputs, 1, layer.Inputs, runs, Large(layer), Large(layer) && runs[0].Splits == 1);
    }

    /// <summary>Whether the weights crowd the first-level cache.</summary>
    internal static bool Large(LayerModel layer) => (long)layer.Inputs * layer.Outputs > WeightsInFirstLevelCache;

    /// <summary>Whether the weight gradient packs the rows of E that a row of tiles reads: it pays where the row is long enough. Few rows are inner products.</summary>
    internal static bool PacksErrors(LayerModel layer) => Large(layer) && layer.Inputs >= InputsForPacking && !WeightGradientPlan.HasFewRows(layer.Outputs);

    /// <summary>
    /// Whether the inputs may leave a last group of which one vector of two suffices: at 128 and 256 bits; at 512 bits the second is computed in vain.
    /// </summary>
    internal static bool MayEndInHalfGroup(int inputs, ScalarKind scalar)
    {
        int lanes = scalar == ScalarKind.Single ? 4 : 2;
        return EndsInHalfGroup(inputs, lanes) || EndsInHalfGroup(inputs, 2 * lanes);
    }

    private static bool EndsInHalfGroup(int inputs, int lanes) => inputs % (2 * lanes) is var rest && rest > 0 && rest <= lanes;
}
