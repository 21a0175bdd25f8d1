using System.Collections.Generic;
using NoiseRegGen.Generator.Infrastructure;

namespace NoiseRegGen.Generator.Planning;

/// <summary>
/// Covers the rows of a product with register tiles so that nothing is left over: sixteen vector registers hold at most
/// 6 rows x 2 vectors of sums, two vectors of data and one broadcast weight.
/// </summary>
internal static class TilePlanner
{
    /// <summary>The rows of the tallest tile.</summary>
    internal const int TallestTile = 6;

    /// <summary>Vectors of sums that a transposed product of a single example keeps in registers.</summary>
    internal const int SingleExampleVectors = 8;

    private const int IndependentChains = 8;

    /// <summary>The fewest tiles that cover <paramref name="rows"/>, as even as can be: 64 = 9 x 6 + 2 x 5.</summary>
    /// <param name="rows">The rows of the result.</param>
    /// <param name="depth">The length of each row's sum: a split beyond it would be empty.</param>
    internal static EquatableArray<TileRun> Cover(int rows, int depth)
    {
        int tiles = (rows + TallestTile - 1) / TallestTile;
        int height = rows / tiles;
        int taller = rows % tiles;
        var runs = new List<TileRun>();
        if (taller > 0)
            runs.Add(new TileRun(height + 1, taller, 1));
        runs.Add(new TileRun(height, tiles - taller, tiles == 1 ? Splits(height, depth) : 1));
        return new EquatableArray<TileRun>(runs);
    }

    /// <summary>How many outputs' seeds a sweep of a single example carries side by side: as many as a tile has rows, evenly: 10 = 2 x 5.</summary>
    internal static int Seeds(int outputs)
    {
        int sweeps = (outputs + TallestTile - 1) / TallestTile;
        return (outputs + sweeps - 1) / sweeps;
    }

    /// <summary>Into how many partial sums the rows of a result that is one low tile are split; 1 for any higher result.</summary>
    private static int Splits(int height, int depth)
    {
        int splits = 1;
        while (splits * 2 <= depth && height * 2 * splits < IndependentChains)
            splits *= 2;
        return splits;
    }
}
