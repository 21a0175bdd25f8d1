using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NoiseRegGen.Numerics;

public static partial class LaneBlocks
{
    // The most lanes a vector can have: 16 floats of 512 bits.
    private const int MaxWidth = 16;

    /// <summary>Lane blocks to feature groups: from lanes over examples to lanes over features.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="blocks">blockCount x features x P.</param>
    /// <param name="blockCount">The number of blocks, at least 1.</param>
    /// <param name="features">The number of features, at least 1.</param>
    /// <param name="groups">
    /// ceil(features / P) x (blockCount P examples) x P; overwritten. Group g holds features g P ... g P + P - 1; those beyond
    /// <paramref name="features"/> are 0.
    /// </param>
    public static void Transpose<T>(ref T blocks, int blockCount, int features, ref T groups)
        where T : unmanaged
    {
        int lanes = Lanes<T>(), width = Vector<T>.Count;
        nint groupStride = (nint)blockCount * lanes * lanes;
        Span<T> padded = stackalloc T[MaxWidth * MaxWidth];
        for (int feature = 0; feature < lanes * DivideUp(features, lanes); feature += width)
        {
            ref T source = ref Unsafe.Add(ref blocks, (nint)Math.Min(feature, features - 1) * lanes);
            ref T target = ref Unsafe.Add(ref groups, feature / lanes * groupStride + feature % lanes);
            int rows = Math.Clamp(features - feature, 0, width);
            for (int strip = 0; strip < 2 * blockCount; strip++)
            {
                ref T from = ref Unsafe.Add(ref source, (nint)(strip >> 1) * features * lanes + (strip & 1) * width);
                TransposeRows(ref from, rows, padded, ref Unsafe.Add(ref target, (nint)strip * width * lanes));
            }
        }
    }

    /// <summary>A tile of which only the first rows exist; the others count as 0.</summary>
    private static void TransposeRows<T>(ref T source, int rows, Span<T> padded, ref T target)
        where T : unmanaged
    {
        int lanes = Lanes<T>(), width = Vector<T>.Count;
        if (rows == width)
        {
            LaneTile.Transpose(ref source, lanes, width - 1, ref target, lanes, width - 1);
            return;
        }

        ref T tile = ref MemoryMarshal.GetReference(padded);
        for (int row = 0; row < width; row++)
        {
            Vector<T> values = row < rows ? Vector.LoadUnsafe(ref source, (nuint)(row * lanes)) : Vector<T>.Zero;
            values.StoreUnsafe(ref tile, (nuint)(row * width));
        }

        LaneTile.Transpose(ref tile, width, width - 1, ref target, lanes, width - 1);
    }
}
