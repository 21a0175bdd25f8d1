using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NoiseRegGen.Numerics;

/// <content>
/// Three rows or fewer: each sum in two or four parts, column k in part k modulo their number, the bias in the first. The parts are the lanes:
/// packed as [vectors of 128 bits][1 + columns / parts][lanes], lane <c>row * parts + part</c>, and the columns left over as [column][row].
/// </content>
internal static partial class PackedStrips
{
    // Three rows in two parts, filled up to whole vectors.
    private const int MostParts = 8;
    private const int TileExamples = 4;

    private static int SplitLength<T>(int rows, int columns)
        where T : unmanaged
    {
        int splits = PackedMatrix.Splits(rows, columns);
        return (PaddedParts<T>(rows, splits) * (1 + (columns / splits))) + (rows * (columns % splits));
    }

    private static int PaddedParts<T>(int rows, int splits)
        where T : unmanaged =>
        ((rows * splits) + Vector128<T>.Count - 1) / Vector128<T>.Count * Vector128<T>.Count;

    private static void PackSplit<T>(ReadOnlySpan<T> weights, ReadOnlySpan<T> biases, Span<T> packed)
        where T : unmanaged
    {
        int rows = biases.Length, columns = weights.Length / rows, splits = PackedMatrix.Splits(rows, columns), steps = columns / splits, lanes = Vector128<T>.Count;
        Span<T> rest = packed[(PaddedParts<T>(rows, splits) * (1 + steps))..];
        for (int row = 0; row < rows; row++)
        {
            for (int column = -splits; column < columns; column++)
            {
                int step = (column + splits) / splits, part = (row * splits) + ((column + splits) % splits);
                T number = column >= 0 ? weights[(row * columns) + column] : column == -splits ? biases[row] : default;
                if (step <= steps)
                    packed[((((part / lanes) * (1 + steps)) + step) * lanes) + (part % lanes)] = number;
                else
                    rest[((column % splits) * rows) + row] = number;
            }
        }
    }

    /// <summary><c>z = W x + b</c> of examples whose results lie side by side, examples x rows.</summary>
    private static void MultiplySplit<T>(ref T packed, int rows, int columns, ref T x, nint xStride, ref T z, int examples)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int splits = PackedMatrix.Splits(rows, columns), parts = PaddedParts<T>(rows, splits), steps = columns / splits;
        Span<T> sums = stackalloc T[TileExamples * MostParts];
        ref T sum = ref MemoryMarshal.GetReference(sums), rest = ref Unsafe.Add(ref packed, parts * (1 + steps));
        for (int example = 0; example < examples; example += TileExamples)
        {
            int last = Math.Min(examples - example, TileExamples) - 1;
            for (int part = 0; part < parts; part += Vector128<T>.Count)
                FourExamples(ref Unsafe.Add(ref packed, part * (1 + steps)), steps, splits, ref Unsafe.Add(ref x, part % splits), xStride, last, ref Unsafe.Add(ref sum, part));
            for (int i = 0; i <= last; i++)
            {
                for (int row = 0; row < rows; row++)
                {
                    Unsafe.Add(ref z, row) = Whole(
                        ref Unsafe.Add(ref sum, (i * MostParts) + (row * splits)), splits, ref Unsafe.Add(ref rest, row), rows,
                        ref Unsafe.Add(ref x, steps * splits), columns % splits);
                }

                x = ref Unsafe.Add(ref x, xStride);
                z = ref Unsafe.Add(ref z, rows);
            }
        }
    }

    // One vector of partial sums for up to four examples; the last of them is computed again for those that are missing.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void FourExamples<T>(ref T packed, int steps, int splits, ref T x, nint xStride, int last, ref T sums)
        where T : unmanaged
    {
        ref T x1 = ref Unsafe.Add(ref x, Math.Min(1, last) * xStride), x2 = ref Unsafe.Add(ref x, Math.Min(2, last) * xStride), x3 = ref Unsafe.Add(ref x, last * xStride);
        Vector128<T> a0 = Vector128.LoadUnsafe(ref packed), a1 = a0, a2 = a0, a3 = a0;
        nint at = 0;
        for (int step = 0; step < steps; step++)
        {
            packed = ref Unsafe.Add(ref packed, Vector128<T>.Count);
            Vector128<T> w = Vector128.LoadUnsafe(ref packed);
            if (splits >= Vector128<T>.Count)
            {
                a0 = MultiplyAdd(w, Vector128.LoadUnsafe(ref Unsafe.Add(ref x, at)), a0);
                a1 = MultiplyAdd(w, Vector128.LoadUnsafe(ref Unsafe.Add(ref x1, at)), a1);
                a2 = MultiplyAdd(w, Vector128.LoadUnsafe(ref Unsafe.Add(ref x2, at)), a2);
                a3 = MultiplyAdd(w, Vector128.LoadUnsafe(ref Unsafe.Add(ref x3, at)), a3);
            }
            else
            {
                a0 = MultiplyAdd(w, Pair(ref Unsafe.Add(ref x, at)), a0);
                a1 = MultiplyAdd(w, Pair(ref Unsafe.Add(ref x1, at)), a1);
                a2 = MultiplyAdd(w, Pair(ref Unsafe.Add(ref x2, at)), a2);
                a3 = MultiplyAdd(w, Pair(ref Unsafe.Add(ref x3, at)), a3);
            }

            at += splits;
        }

        Vector128.StoreUnsafe(a0, ref sums);
        Vector128.StoreUnsafe(a1, ref Unsafe.Add(ref sums, MostParts));
        Vector128.StoreUnsafe(a2, ref Unsafe.Add(ref sums, 2 * MostParts));
        Vector128.StoreUnsafe(a3, ref Unsafe.Add(ref sums, 3 * MostParts));
    }

    // The columns left over, one for each part from the first; then the parts in the lane-block product's order.
    private static T Whole<T>(ref T parts, int splits, ref T rest, int restStride, ref T x, int left)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int part = 0; part < left; part++)
            Unsafe.Add(ref parts, part) = T.FusedMultiplyAdd(Unsafe.Add(ref rest, part * restStride), Unsafe.Add(ref x, part), Unsafe.Add(ref parts, part));
        T two = parts + Unsafe.Add(ref parts, 1);
        return splits == 2 ? two : two + (Unsafe.Add(ref parts, 2) + Unsafe.Add(ref parts, 3));
    }

    // Two single-precision numbers, twice.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> Pair<T>(ref T x)
        where T : unmanaged =>
        Vector128.Create(Unsafe.ReadUnaligned<long>(ref Unsafe.As<T, byte>(ref x))).As<long, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> MultiplyAdd<T>(Vector128<T> x, Vector128<T> y, Vector128<T> z)
        where T : unmanaged =>
        typeof(T) == typeof(float)
            ? Vector128.FusedMultiplyAdd(x.AsSingle(), y.AsSingle(), z.AsSingle()).As<float, T>()
            : Vector128.FusedMultiplyAdd(x.AsDouble(), y.AsDouble(), z.AsDouble()).As<double, T>();
}
