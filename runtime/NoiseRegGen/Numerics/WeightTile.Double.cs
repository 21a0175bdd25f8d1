using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NoiseRegGen.Numerics;

/// <content>Tiles of four rows in double precision.</content>
public static partial class WeightTile
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FourTiles(
        ref double w0, ref double w1, ref double w2, ref double w3, nint stride, ref double x, nint phase,
        ref Vector<double> z0, ref Vector<double> z1, ref Vector<double> z2, ref Vector<double> z3, int from)
    {
        Load(ref w0, stride, out Vector256<double> a0, out Vector256<double> b0, out Vector256<double> c0, out Vector256<double> d0);
        Load(ref w1, stride, out Vector256<double> a1, out Vector256<double> b1, out Vector256<double> c1, out Vector256<double> d1);
        Load(ref w2, stride, out Vector256<double> a2, out Vector256<double> b2, out Vector256<double> c2, out Vector256<double> d2);
        Load(ref w3, stride, out Vector256<double> a3, out Vector256<double> b3, out Vector256<double> c3, out Vector256<double> d3);
        if (from <= 0)
        {
            z0 = Even(a0, c0, ref x, z0);
            z1 = Even(a1, c1, ref Unsafe.Add(ref x, phase), z1);
            z2 = Even(a2, c2, ref Unsafe.Add(ref x, 2 * phase), z2);
            z3 = Even(a3, c3, ref Unsafe.Add(ref x, 3 * phase), z3);
        }

        if (from <= 1)
        {
            z0 = Odd(a0, c0, ref Unsafe.Add(ref x, 1), z0);
            z1 = Odd(a1, c1, ref Unsafe.Add(ref x, phase + 1), z1);
            z2 = Odd(a2, c2, ref Unsafe.Add(ref x, (2 * phase) + 1), z2);
            z3 = Odd(a3, c3, ref Unsafe.Add(ref x, (3 * phase) + 1), z3);
        }

        if (from <= 2)
        {
            z0 = Even(b0, d0, ref Unsafe.Add(ref x, 2), z0);
            z1 = Even(b1, d1, ref Unsafe.Add(ref x, phase + 2), z1);
            z2 = Even(b2, d2, ref Unsafe.Add(ref x, (2 * phase) + 2), z2);
            z3 = Even(b3, d3, ref Unsafe.Add(ref x, (3 * phase) + 2), z3);
        }

        z0 = Odd(b0, d0, ref Unsafe.Add(ref x, 3), z0);
        z1 = Odd(b1, d1, ref Unsafe.Add(ref x, phase + 3), z1);
        z2 = Odd(b2, d2, ref Unsafe.Add(ref x, (2 * phase) + 3), z2);
        z3 = Odd(b3, d3, ref Unsafe.Add(ref x, (3 * phase) + 3), z3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TwoTiles(
        ref double w0, ref double w1, nint stride, ref double x, nint phase,
        ref Vector<double> z0, ref Vector<double> z1, int from)
    {
        Load(ref w0, stride, out Vector256<double> a0, out Vector256<double> b0, out Vector256<double> c0, out Vector256<double> d0);
        Load(ref w1, stride, out Vector256<double> a1, out Vector256<double> b1, out Vector256<double> c1, out Vector256<double> d1);
        if (from <= 0)
        {
            z0 = Even(a0, c0, ref x, z0);
            z1 = Even(a1, c1, ref Unsafe.Add(ref x, phase), z1);
        }

        if (from <= 1)
        {
            z0 = Odd(a0, c0, ref Unsafe.Add(ref x, 1), z0);
            z1 = Odd(a1, c1, ref Unsafe.Add(ref x, phase + 1), z1);
        }

        if (from <= 2)
        {
            z0 = Even(b0, d0, ref Unsafe.Add(ref x, 2), z0);
            z1 = Even(b1, d1, ref Unsafe.Add(ref x, phase + 2), z1);
        }

        z0 = Odd(b0, d0, ref Unsafe.Add(ref x, 3), z0);
        z1 = Odd(b1, d1, ref Unsafe.Add(ref x, phase + 3), z1);
    }

    // Rows i and i + 2 share registers by halves: a and c have columns 0 and 1 of rows 0, 2 and of rows 1, 3; b and d columns 2 and 3.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Load(
        ref double w, nint stride, out Vector256<double> a, out Vector256<double> b, out Vector256<double> c, out Vector256<double> d)
    {
        a = RowPair(ref w, stride, 0);
        c = RowPair(ref w, stride, 1);
        b = RowPair(ref Unsafe.Add(ref w, 2), stride, 0);
        d = RowPair(ref Unsafe.Add(ref w, 2), stride, 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> RowPair(ref double w, nint stride, int row) => Vector256.Create(
        Vector128.LoadUnsafe(ref Unsafe.Add(ref w, row * stride)), Vector128.LoadUnsafe(ref Unsafe.Add(ref w, (row + 2) * stride)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> Even(Vector256<double> upper, Vector256<double> lower, ref double x, Vector<double> z) =>
        Vector256.FusedMultiplyAdd(Avx.UnpackLow(upper, lower), Vector256.Create(x), z.AsVector256()).AsVector();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> Odd(Vector256<double> upper, Vector256<double> lower, ref double x, Vector<double> z) =>
        Vector256.FusedMultiplyAdd(Avx.UnpackHigh(upper, lower), Vector256.Create(x), z.AsVector256()).AsVector();
}
