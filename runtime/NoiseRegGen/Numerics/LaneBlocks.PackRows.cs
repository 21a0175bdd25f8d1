using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NoiseRegGen.Numerics;

/// <content>A few rows of lane blocks with one example after another.</content>
public static partial class LaneBlocks
{
    /// <summary>The numbers from one example to the next in what <see cref="PackRows"/> writes, and the most rows that it takes.</summary>
    public const int PackedRows = 8;

    /// <summary>Copies a few neighbouring rows of lane blocks to [example][<see cref="PackedRows"/>].</summary>
    /// <remarks>
    /// A sum over examples broadcasts one number of each row at every step. In lane blocks these lie a line apart, and start anew with every block; packed
    /// they follow one another.
    /// </remarks>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="blocks">The first row's first number, in blocks of <paramref name="height"/> x P.</param>
    /// <param name="height">The rows of a whole block.</param>
    /// <param name="present">The rows from the first one to the end of the block.</param>
    /// <param name="rows">How many rows to copy, at most <see cref="PackedRows"/> and at most <paramref name="present"/>.</param>
    /// <param name="blockCount">The number of blocks.</param>
    /// <param name="packed">(blockCount P) x <see cref="PackedRows"/>, overwritten; what lies beyond <paramref name="rows"/> means nothing.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void PackRows<T>(ref T blocks, int height, int present, int rows, int blockCount, ref T packed)
        where T : unmanaged
    {
        int lanes = Lanes<T>(), width = Vector<T>.Count;
        if (width > PackedRows)
        {
            PackEach(ref blocks, height, rows, blockCount, ref packed);
            return;
        }

        for (int row = 0; row < rows; row += width)
        {
            // Neighbouring rows are taken along where there are any: a whole tile is faster than a part of one.
            int last = Math.Min(width, present - row) - 1;
            for (int strip = 0; strip < 2 * blockCount; strip++)
            {
                ref T source = ref Unsafe.Add(ref blocks, ((nint)(strip >> 1) * height + row) * lanes + (strip & 1) * width);
                LaneTile.Transpose(ref source, lanes, last, ref Unsafe.Add(ref packed, (nint)strip * width * PackedRows + row), PackedRows, width - 1);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PackEach<T>(ref T blocks, int height, int rows, int blockCount, ref T packed)
        where T : unmanaged
    {
        int lanes = Lanes<T>();
        for (int example = 0; example < blockCount * lanes; example++)
        {
            ref T source = ref Unsafe.Add(ref blocks, (nint)(example / lanes) * height * lanes + example % lanes);
            for (int row = 0; row < rows; row++)
                Unsafe.Add(ref packed, (nint)example * PackedRows + row) = Unsafe.Add(ref source, (nint)row * lanes);
        }
    }
}
