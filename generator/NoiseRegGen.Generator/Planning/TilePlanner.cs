using System;
using System.Collections.Generic;
using NoiseRegGen.Generator.Infrastructure;

namespace NoiseRegGen.Generator.Planning;

/// <summary>
/// Covers the rows of a product with register tiles so that nothing is left over: sixteen vector registers hold at most
/// 6 rows x 2 vectors of sums, two vectors of data and one broadcast weight.
/// </summary>
internal static class TilePlanner
{
    private const int TallestTile = 6;
    private const int IndependentChains = 8;

    /// <summary>At most two heights whose tiles cover <paramref name="rows"/> exactly.</summary>
    /// <param name="rows">The rows of the result.</param>
    /// <param name="depth">The length of each row's sum: a split beyond it would be empty.</param>
    internal static EquatableArray<TileRun> Cover(int rows, int depth)
    {
        var runs = new List<TileRun>();
        (int tall, int height, int count) = rows <= TallestTile ? (0, rows, 1) : Split(rows);
        if (tall > 0)
            runs.Add(new TileRun(TallestTile, tall, 1));
        if (count > 0)
            runs.Add(new TileRun(height, count, Splits(height, depth)));
        return new EquatableArray<TileRun>(runs);
    }

    // The fewest tiles, and of these the most even ones: 64 = 9 x 6 + 2 x 5, not 10 x 6 + 4.
    private static (int Tall, int Height, int Count) Split(int rows)
    {
        int left = rows % TallestTile;
        if (left == 0)
            return (rows / TallestTile, 0, 0);
        int missing = TallestTile - left;
        int tiles = (rows / TallestTile) + 1;
        for (int height = TallestTile - 1; height > 1; height--)
        {
            int drop = TallestTile - height;
            if (missing % drop == 0 && missing / drop <= tiles)
                return (tiles - (missing / drop), height, missing / drop);
        }

        return (rows / TallestTile, left, 1);
    }

    private static int Splits(int height, int depth)
    {
        int splits = 1;
        while (splits * 2 <= depth && height * 2 * splits < IndependentChains)
            splits *= 2;
        return splits;
    }
}
