using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NoiseRegGen.Numerics;

/// <content>Tiles of eight rows in single precision.</content>
public static partial class WeightTile
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FourTiles(
        ref float w0, ref float w1, ref float w2, ref float w3, nint stride, ref float x, nint phase,
        ref Vector<float> z0, ref Vector<float> z1, ref Vector<float> z2, ref Vector<float> z3, int from)
    {
        Load(ref w0, stride, out Vector256<float> a0, out Vector256<float> b0, out Vector256<float> c0, out Vector256<float> d0);
        Load(ref w1, stride, out Vector256<float> a1, out Vector256<float> b1, out Vector256<float> c1, out Vector256<float> d1);
        Load(ref w2, stride, out Vector256<float> a2, out Vector256<float> b2, out Vector256<float> c2, out Vector256<float> d2);
        Load(ref w3, stride, out Vector256<float> a3, out Vector256<float> b3, out Vector256<float> c3, out Vector256<float> d3);
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
        ref float w0, ref float w1, nint stride, ref float x, nint phase,
        ref Vector<float> z0, ref Vector<float> z1, int from)
    {
        Load(ref w0, stride, out Vector256<float> a0, out Vector256<float> b0, out Vector256<float> c0, out Vector256<float> d0);
        Load(ref w1, stride, out Vector256<float> a1, out Vector256<float> b1, out Vector256<float> c1, out Vector256<float> d1);
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

    // Rows i and i + 4 share a register, so that two rounds of shuffles bring the columns out. This is the first: a and c have columns 0
    // and 1 of the first and of the last two pairs of rows; b and d columns 2 and 3.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Load(
        ref float w, nint stride, out Vector256<float> a, out Vector256<float> b, out Vector256<float> c, out Vector256<float> d)
    {
        Vector256<float> r0 = RowPair(ref w, stride, 0), r1 = RowPair(ref w, stride, 1);
        Vector256<float> r2 = RowPair(ref w, stride, 2), r3 = RowPair(ref w, stride, 3);
        a = Avx.UnpackLow(r0, r1);
        b = Avx.UnpackHigh(r0, r1);
        c = Avx.UnpackLow(r2, r3);
        d = Avx.UnpackHigh(r2, r3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> RowPair(ref float w, nint stride, int row) => Vector256.Create(
        Vector128.LoadUnsafe(ref Unsafe.Add(ref w, row * stride)), Vector128.LoadUnsafe(ref Unsafe.Add(ref w, (row + 4) * stride)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Even(Vector256<float> upper, Vector256<float> lower, ref float x, Vector<float> z) =>
        Vector256.FusedMultiplyAdd(Avx.Shuffle(upper, lower, 0b01_00_01_00), Vector256.Create(x), z.AsVector256()).AsVector();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Odd(Vector256<float> upper, Vector256<float> lower, ref float x, Vector<float> z) =>
        Vector256.FusedMultiplyAdd(Avx.Shuffle(upper, lower, 0b11_10_11_10), Vector256.Create(x), z.AsVector256()).AsVector();
}
