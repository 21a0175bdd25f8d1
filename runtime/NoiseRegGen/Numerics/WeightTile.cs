using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NoiseRegGen.Numerics;

/// <summary>
/// A square tile of a weight matrix, <c>Vector&lt;T&gt;.Count</c> rows and columns, times a piece of a vector: for a single example, whose lanes
/// run over the rows of a row-major matrix.
/// </summary>
/// <remarks>
/// The tile is transposed in registers, so that no transposed copy of the weights is kept or made. The sum runs over the columns in order, one fused
/// multiply-add each, on every path: the same bits as the lane-block product of the same row.
/// </remarks>
public static class WeightTile
{
    /// <summary><c>z + W x</c>, lanes over the rows of W.</summary>
    /// <param name="w">The tile's first weight.</param>
    /// <param name="stride">The distance between its rows.</param>
    /// <param name="x">As many numbers as the tile has columns.</param>
    /// <param name="z">The sums so far.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> MultiplyAdd(ref float w, nint stride, ref float x, Vector<float> z)
    {
        if (Avx.IsSupported && Vector<float>.Count == 8)
            return HalfTile(ref Unsafe.Add(ref w, 4), stride, ref Unsafe.Add(ref x, 4), HalfTile(ref w, stride, ref x, z.AsVector256())).AsVector();
        for (int column = 0; column < Vector<float>.Count; column++)
            z = Vector.FusedMultiplyAdd(Column(ref Unsafe.Add(ref w, column), stride), new Vector<float>(Unsafe.Add(ref x, column)), z);
        return z;
    }

    /// <inheritdoc cref="MultiplyAdd(ref float, nint, ref float, Vector{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> MultiplyAdd(ref double w, nint stride, ref double x, Vector<double> z)
    {
        if (Avx.IsSupported && Vector<double>.Count == 4)
            return Tile(ref w, stride, ref x, z.AsVector256()).AsVector();
        for (int column = 0; column < Vector<double>.Count; column++)
            z = Vector.FusedMultiplyAdd(Column(ref Unsafe.Add(ref w, column), stride), new Vector<double>(Unsafe.Add(ref x, column)), z);
        return z;
    }

    /// <summary>One number of each of <c>Vector&lt;T&gt;.Count</c> rows.</summary>
    /// <param name="w">The column's first weight.</param>
    /// <param name="stride">The distance between rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Column<T>(ref T w, nint stride)
        where T : unmanaged
    {
        Unsafe.SkipInit(out Vector<T> column);
        for (int row = 0; row < Vector<T>.Count; row++)
            Unsafe.Add(ref Unsafe.As<Vector<T>, T>(ref column), row) = Unsafe.Add(ref w, row * stride);
        return column;
    }

    // Four columns of eight rows: rows i and i + 4 share a register, so that two rounds of shuffles bring the columns out.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> HalfTile(ref float w, nint stride, ref float x, Vector256<float> z)
    {
        Vector256<float> r0 = RowPair(ref w, stride, 0), r1 = RowPair(ref w, stride, 1);
        Vector256<float> r2 = RowPair(ref w, stride, 2), r3 = RowPair(ref w, stride, 3);
        Vector256<float> low01 = Avx.UnpackLow(r0, r1), high01 = Avx.UnpackHigh(r0, r1);
        Vector256<float> low23 = Avx.UnpackLow(r2, r3), high23 = Avx.UnpackHigh(r2, r3);
        z = Vector256.FusedMultiplyAdd(Avx.Shuffle(low01, low23, 0b01_00_01_00), Vector256.Create(x), z);
        z = Vector256.FusedMultiplyAdd(Avx.Shuffle(low01, low23, 0b11_10_11_10), Vector256.Create(Unsafe.Add(ref x, 1)), z);
        z = Vector256.FusedMultiplyAdd(Avx.Shuffle(high01, high23, 0b01_00_01_00), Vector256.Create(Unsafe.Add(ref x, 2)), z);
        return Vector256.FusedMultiplyAdd(Avx.Shuffle(high01, high23, 0b11_10_11_10), Vector256.Create(Unsafe.Add(ref x, 3)), z);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> RowPair(ref float w, nint stride, int row) => Vector256.Create(
        Vector128.LoadUnsafe(ref Unsafe.Add(ref w, row * stride)), Vector128.LoadUnsafe(ref Unsafe.Add(ref w, (row + 4) * stride)));

    // Four columns of four rows: rows i and i + 2 share registers by halves.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Tile(ref double w, nint stride, ref double x, Vector256<double> z)
    {
        Vector256<double> left0 = Halves(ref w, stride, 0), left1 = Halves(ref w, stride, 1);
        Vector256<double> right0 = Halves(ref Unsafe.Add(ref w, 2), stride, 0), right1 = Halves(ref Unsafe.Add(ref w, 2), stride, 1);
        z = Vector256.FusedMultiplyAdd(Avx.UnpackLow(left0, left1), Vector256.Create(x), z);
        z = Vector256.FusedMultiplyAdd(Avx.UnpackHigh(left0, left1), Vector256.Create(Unsafe.Add(ref x, 1)), z);
        z = Vector256.FusedMultiplyAdd(Avx.UnpackLow(right0, right1), Vector256.Create(Unsafe.Add(ref x, 2)), z);
        return Vector256.FusedMultiplyAdd(Avx.UnpackHigh(right0, right1), Vector256.Create(Unsafe.Add(ref x, 3)), z);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Halves(ref double w, nint stride, int row) => Vector256.Create(
        Vector128.LoadUnsafe(ref Unsafe.Add(ref w, row * stride)), Vector128.LoadUnsafe(ref Unsafe.Add(ref w, (row + 2) * stride)));
}
