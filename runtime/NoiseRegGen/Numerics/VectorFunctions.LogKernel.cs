using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Numerics.Vector;

namespace NoiseRegGen.Numerics;

// The kernel behind log, log1p and softplus: log(2^k (1 + f)) = k ln 2 + log(1 + f), 1 + f in [sqrt(1/2), sqrt 2).
//
// float:  log(1 + f) = f - f^2/2 + f^3 p(f), p the minimax polynomial of degree 8 on that interval (Remez exchange of 45 digits,
//         rounded coefficients: relative error 3.2e-9, 2^-28.2).
// double: with s = f / (2 + f), log(1 + f) = 2 artanh s = f - f^2/2 + s (f^2/2 + z p(z)), z = s^2 <= 0.0295 (the arrangement of
//         K. C. Ng's log in FDLIBM, 1993); p of degree 6 in z, relative error 1.9e-18 (2^-58.9).
//
// ln 2 is split as in the kernel of exp; the large part enters last, by a fused multiply-add.
public static partial class VectorFunctions
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> LogReduced(Vector<float> f, Vector<float> k)
    {
        Vector<float> p = Create(0.06746649f);
        p = FusedMultiplyAdd(p, f, Create(-0.116756551f));
        p = FusedMultiplyAdd(p, f, Create(0.118881606f));
        p = FusedMultiplyAdd(p, f, Create(-0.124055885f));
        p = FusedMultiplyAdd(p, f, Create(0.142195523f));
        p = FusedMultiplyAdd(p, f, Create(-0.166679963f));
        p = FusedMultiplyAdd(p, f, Create(0.200021192f));
        p = FusedMultiplyAdd(p, f, Create(-0.250000089f));
        p = FusedMultiplyAdd(p, f, Create(0.333333135f));
        Vector<float> square = f * f;
        Vector<float> tail = FusedMultiplyAdd(square * f, p, k * Create(-1.90465421e-9f));
        tail = FusedMultiplyAdd(square, Create(-0.5f), tail);
        return FusedMultiplyAdd(k, Create(0.693147182f), f + tail);
    }

    // x = 2^k m with m in [sqrt(1/2), sqrt 2), for normal positive x: adding the bits of 1 less those of sqrt(1/2) moves the interval's
    // lower end to a power of two, whose exponent field is then k + 127. Or-ed into 2^23, that field becomes a float.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> SplitExponent(Vector<float> x, out Vector<uint> biasedExponent)
    {
        Vector<uint> bits = AsVectorUInt32(x) + Create(0x3F800000u - 0x3F3504F3u);
        biasedExponent = ShiftRightLogical(bits, 23);
        return AsVectorSingle((bits & Create(0x007FFFFFu)) + Create(0x3F3504F3u));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> ExponentOf(Vector<uint> biasedExponent) =>
        AsVectorSingle(biasedExponent | Create(0x4B000000u)) - Create(8388608f + 127f);

    // log(1 + e) for 0 <= e <= 1. u = 1 + e is rounded; c = e - (u - 1) is exactly what the rounding took away.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Log1POfUnitInterval(Vector<float> e)
    {
        Vector<float> u = e + Vector<float>.One;
        Vector<float> c = e - (u - Vector<float>.One);
        Vector<float> half = Create(0.5f);
        Vector<int> isLarge = GreaterThan(u, Create(1.4142135623730951f));
        Vector<float> f = ConditionalSelect(isLarge, FusedMultiplyAdd(half, c, FusedMultiplyAdd(half, u, Create(-1f))), e);
        return LogReduced(f, ConditionalSelect(isLarge, Vector<float>.One, Vector<float>.Zero));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> LogReduced(Vector<double> f, Vector<double> k)
    {
        Vector<double> s = f / (f + Create(2.0));
        Vector<double> z = s * s;
        Vector<double> p = Create(0.14796105340634194);
        p = FusedMultiplyAdd(p, z, Create(0.15314035847062213));
        p = FusedMultiplyAdd(p, z, Create(0.18183564866130517));
        p = FusedMultiplyAdd(p, z, Create(0.22222198563497944));
        p = FusedMultiplyAdd(p, z, Create(0.28571428742474725));
        p = FusedMultiplyAdd(p, z, Create(0.3999999999941432));
        p = FusedMultiplyAdd(p, z, Create(0.6666666666666734));
        Vector<double> halfSquare = Create(0.5) * f * f;
        Vector<double> tail = FusedMultiplyAdd(s, FusedMultiplyAdd(z, p, halfSquare), k * Create(2.3190468138462996e-17));
        return FusedMultiplyAdd(k, Create(0.6931471805599453), f - (halfSquare - tail));
    }

    // x = 2^k m with m in [sqrt(1/2), sqrt 2), for normal positive x: adding the bits of 1 less those of sqrt(1/2) moves the interval's
    // lower end to a power of two, whose exponent field is then k + 1023. Or-ed into 2^52, that field becomes a double.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> SplitExponent(Vector<double> x, out Vector<ulong> biasedExponent)
    {
        Vector<ulong> bits = AsVectorUInt64(x) + Create(0x3FF0000000000000ul - 0x3FE6A09E667F3BCDul);
        biasedExponent = ShiftRightLogical(bits, 52);
        return AsVectorDouble((bits & Create(0x000FFFFFFFFFFFFFul)) + Create(0x3FE6A09E667F3BCDul));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> ExponentOf(Vector<ulong> biasedExponent) =>
        AsVectorDouble(biasedExponent | Create(0x4330000000000000ul)) - Create(4503599627370496.0 + 1023.0);

    // log(1 + e) for 0 <= e <= 1. u = 1 + e is rounded; c = e - (u - 1) is exactly what the rounding took away.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> Log1POfUnitInterval(Vector<double> e)
    {
        Vector<double> u = e + Vector<double>.One;
        Vector<double> c = e - (u - Vector<double>.One);
        Vector<double> half = Create(0.5);
        Vector<long> isLarge = GreaterThan(u, Create(1.4142135623730951));
        Vector<double> f = ConditionalSelect(isLarge, FusedMultiplyAdd(half, c, FusedMultiplyAdd(half, u, Create(-1.0))), e);
        return LogReduced(f, ConditionalSelect(isLarge, Vector<double>.One, Vector<double>.Zero));
    }
}
