using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace NoiseRegGen.Numerics;

/// <summary>
/// Tiles of a row-major weight matrix, <c>Vector&lt;T&gt;.Count</c> rows by four columns, times a piece of a vector: for a single
/// example, whose lanes run over rows.
/// </summary>
/// <remarks>
/// A tile is transposed in registers, so that no transposed copy of the weights is kept or made. Each sum runs over the columns in
/// order, one fused multiply-add each, on every path: the same bits as the lane-block product of the same row. Four tiles are taken at
/// a time, column by column: a lone chain of multiply-adds would wait for itself.
/// </remarks>
public static partial class WeightTile
{
    /// <summary>The columns of a tile.</summary>
    public const int Columns = 4;

    /// <summary><c>z + W x</c> for four tiles.</summary>
    /// <param name="w0">The first weight of the first tile.</param>
    /// <param name="w1">... of the second tile.</param>
    /// <param name="w2">... of the third tile.</param>
    /// <param name="w3">... of the fourth tile.</param>
    /// <param name="stride">The distance between rows.</param>
    /// <param name="x">The four numbers that the first tile meets.</param>
    /// <param name="phase">How far ahead of them those of each next tile are: 0 where all tiles have the same columns.</param>
    /// <param name="z0">The sums so far of the first tile's rows.</param>
    /// <param name="z1">... of the second tile's rows.</param>
    /// <param name="z2">... of the third tile's rows.</param>
    /// <param name="z3">... of the fourth tile's rows.</param>
    /// <param name="from">The first column that is added, 0 to 3.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void MultiplyAdd(
        ref float w0, ref float w1, ref float w2, ref float w3, nint stride, ref float x, nint phase,
        ref Vector<float> z0, ref Vector<float> z1, ref Vector<float> z2, ref Vector<float> z3, int from)
    {
        if (Avx512F.VL.IsSupported && Vector<float>.Count == 8)
        {
            FourTiles(ref w0, ref w1, ref w2, ref w3, stride, ref x, phase, ref z0, ref z1, ref z2, ref z3, from);
        }
        else if (Avx.IsSupported && Vector<float>.Count == 8)
        {
            // Sixteen registers hold the columns of two tiles.
            TwoTiles(ref w0, ref w1, stride, ref x, phase, ref z0, ref z1, from);
            TwoTiles(ref w2, ref w3, stride, ref Unsafe.Add(ref x, 2 * phase), phase, ref z2, ref z3, from);
        }
        else
        {
            for (int k = from; k < Columns; k++)
            {
                MultiplyAddColumn(
                    ref Unsafe.Add(ref w0, k), ref Unsafe.Add(ref w1, k), ref Unsafe.Add(ref w2, k), ref Unsafe.Add(ref w3, k), stride,
                    ref Unsafe.Add(ref x, k), phase, ref z0, ref z1, ref z2, ref z3);
            }
        }
    }

    /// <inheritdoc cref="MultiplyAdd(ref float, ref float, ref float, ref float, nint, ref float, nint, ref Vector{float}, ref Vector{float}, ref Vector{float}, ref Vector{float}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void MultiplyAdd(
        ref double w0, ref double w1, ref double w2, ref double w3, nint stride, ref double x, nint phase,
        ref Vector<double> z0, ref Vector<double> z1, ref Vector<double> z2, ref Vector<double> z3, int from)
    {
        if (Avx512F.VL.IsSupported && Vector<double>.Count == 4)
        {
            FourTiles(ref w0, ref w1, ref w2, ref w3, stride, ref x, phase, ref z0, ref z1, ref z2, ref z3, from);
        }
        else if (Avx.IsSupported && Vector<double>.Count == 4)
        {
            // Sixteen registers hold the columns of two tiles.
            TwoTiles(ref w0, ref w1, stride, ref x, phase, ref z0, ref z1, from);
            TwoTiles(ref w2, ref w3, stride, ref Unsafe.Add(ref x, 2 * phase), phase, ref z2, ref z3, from);
        }
        else
        {
            for (int k = from; k < Columns; k++)
            {
                MultiplyAddColumn(
                    ref Unsafe.Add(ref w0, k), ref Unsafe.Add(ref w1, k), ref Unsafe.Add(ref w2, k), ref Unsafe.Add(ref w3, k), stride,
                    ref Unsafe.Add(ref x, k), phase, ref z0, ref z1, ref z2, ref z3);
            }
        }
    }

    /// <summary><c>z + w x</c> for one column of four tiles: where a matrix is narrower than a tile.</summary>
    /// <inheritdoc cref="MultiplyAdd(ref float, ref float, ref float, ref float, nint, ref float, nint, ref Vector{float}, ref Vector{float}, ref Vector{float}, ref Vector{float}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void MultiplyAddColumn<T>(
        ref T w0, ref T w1, ref T w2, ref T w3, nint stride, ref T x, nint phase,
        ref Vector<T> z0, ref Vector<T> z1, ref Vector<T> z2, ref Vector<T> z3)
        where T : unmanaged
    {
        z0 = Step(Column(ref w0, stride), ref x, z0);
        z1 = Step(Column(ref w1, stride), ref Unsafe.Add(ref x, phase), z1);
        z2 = Step(Column(ref w2, stride), ref Unsafe.Add(ref x, 2 * phase), z2);
        z3 = Step(Column(ref w3, stride), ref Unsafe.Add(ref x, 3 * phase), z3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<T> Step<T>(Vector<T> column, ref T x, Vector<T> z)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
            return Vector.FusedMultiplyAdd(column.As<T, float>(), new Vector<T>(x).As<T, float>(), z.As<T, float>()).As<float, T>();
        return Vector.FusedMultiplyAdd(column.As<T, double>(), new Vector<T>(x).As<T, double>(), z.As<T, double>()).As<double, T>();
    }

    // One number of each of Vector<T>.Count rows.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<T> Column<T>(ref T w, nint stride)
        where T : unmanaged
    {
        Unsafe.SkipInit(out Vector<T> column);
        for (int row = 0; row < Vector<T>.Count; row++)
            Unsafe.Add(ref Unsafe.As<Vector<T>, T>(ref column), row) = Unsafe.Add(ref w, row * stride);
        return column;
    }
}
