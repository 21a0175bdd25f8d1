using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NoiseRegGen.Numerics;

/// <summary>
/// A layer's weights and biases in the order in which a product with a few row-major examples reads them: lanes over the rows of W, so that
/// neither W nor the examples have to be transposed. For one example there is <see cref="PackedMatrix"/>, whose wider groups keep more sums under way.
/// </summary>
/// <remarks>
/// <para>
/// The rows of W are taken in strips of two vectors. A strip lies as [1 + columns][2][lanes]: the biases, then one column
/// of the strip's weights after the other; rows beyond the last are 0.
/// </para>
/// <para>
/// Every sum begins with the bias and runs over the columns in order, one fused multiply-add each: the bits of the lane-block product.
/// That one splits the sums of three rows or fewer, and so does this one (<c>PackedStrips.Splits.cs</c>).
/// </para>
/// </remarks>
internal static partial class PackedStrips
{
    /// <summary>The numbers that a packed layer takes.</summary>
    internal static int Length<T>(int rows, int columns)
        where T : unmanaged =>
        PackedMatrix.Splits(rows, columns) > 1 ? SplitLength<T>(rows, columns) : checked(PaddedRows<T>(rows) * (columns + 1));

    /// <summary>The rows in whole strips.</summary>
    internal static int PaddedRows<T>(int rows)
        where T : unmanaged =>
        (rows + Strip<T>() - 1) / Strip<T>() * Strip<T>();

    /// <summary>From one example's results to the next one's.</summary>
    /// <remarks>
    /// Not a multiple of eight strips, or the results of one strip for many examples would share a few sets of the first-level cache. Split
    /// sums lie side by side.
    /// </remarks>
    internal static int Stride<T>(int rows, int columns)
        where T : unmanaged
    {
        int strips = PaddedRows<T>(rows) / Strip<T>();
        return PackedMatrix.Splits(rows, columns) > 1 ? rows : (strips + (strips % 8 == 0 ? 1 : 0)) * Strip<T>();
    }

    /// <summary>Packs W (rows x columns, row-major) and b.</summary>
    internal static void Pack<T>(ReadOnlySpan<T> weights, ReadOnlySpan<T> biases, Span<T> packed)
        where T : unmanaged
    {
        int rows = biases.Length, columns = weights.Length / rows;
        packed.Clear();
        if (PackedMatrix.Splits(rows, columns) > 1)
        {
            PackSplit(weights, biases, packed);
            return;
        }

        for (int row = 0; row < rows; row++)
        {
            int lane = row % Strip<T>();
            Span<T> strip = packed[((row - lane) * (columns + 1))..];
            strip[lane] = biases[row];
            for (int column = 0; column < columns; column++)
                strip[((column + 1) * Strip<T>()) + lane] = weights[(row * columns) + column];
        }
    }

    /// <summary>The rows in one strip.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Strip<T>()
        where T : unmanaged =>
        2 * Vector<T>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<T> Load<T>(ref T numbers, int vector)
        where T : unmanaged =>
        Vector.LoadUnsafe(ref Unsafe.Add(ref numbers, vector * Vector<T>.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<T>(Vector<T> first, Vector<T> second, ref T numbers)
        where T : unmanaged
    {
        Vector.StoreUnsafe(first, ref numbers);
        Vector.StoreUnsafe(second, ref Unsafe.Add(ref numbers, Vector<T>.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<T> MultiplyAdd<T>(Vector<T> x, Vector<T> y, Vector<T> z)
        where T : unmanaged =>
        typeof(T) == typeof(float)
            ? Vector.FusedMultiplyAdd(x.As<T, float>(), y.As<T, float>(), z.As<T, float>()).As<float, T>()
            : Vector.FusedMultiplyAdd(x.As<T, double>(), y.As<T, double>(), z.As<T, double>()).As<double, T>();
}
