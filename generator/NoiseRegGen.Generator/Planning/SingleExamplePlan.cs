using NoiseRegGen.Generator.Model;

namespace NoiseRegGen.Generator.Planning;

/// <summary>How the product <c>W x</c> of a single example walks over W: in tiles of a vector's rows by four columns, four tiles at a time.</summary>
/// <param name="Staggered">
/// Whether the four tiles are a quarter of the columns apart, not side by side: rows whose distance is a multiple of half a cache way
/// would drive one another from the first-level cache.
/// </param>
/// <param name="Columns">The columns that whole tiles cover.</param>
/// <param name="LastColumns">The columns left over.</param>
/// <param name="MayNotFillVector">Whether some vector width has more lanes than there are rows.</param>
internal sealed record SingleExamplePlan(bool Staggered, int Columns, int LastColumns, bool MayNotFillVector)
{
    /// <summary>Tiles taken at a time.</summary>
    internal const int Tiles = 4;

    /// <summary>The columns of a tile.</summary>
    internal const int TileColumns = 4;

    // Addresses 4 KB apart share a set of the first-level cache: 64 sets of 64 bytes in all processors at hand.
    private const int CrowdingStride = 2048;

    private const int WidestVector = 64;

    internal static SingleExamplePlan For(LayerModel layer, ScalarKind scalar)
    {
        int size = scalar == ScalarKind.Single ? sizeof(float) : sizeof(double);
        int last = layer.Inputs % TileColumns;
        bool staggered = layer.Inputs * size % CrowdingStride == 0;
        return new(staggered, layer.Inputs - last, last, layer.Outputs * size < WidestVector);
    }
}
