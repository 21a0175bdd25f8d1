using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Numerics.Vector;

namespace NoiseRegGen.Numerics;

// The kernel behind exp, expm1, sigmoid, softplus, ELU and SiLU, and in double behind tanh.
//
//   x = n ln 2 + r,   n = rint(x / ln 2),   |r| <= ln 2 / 2
//   e^x = 2^n (1 + q),   q = e^r - 1 = r + r^2 p(r)
//
// Range reduction (Cody and Waite, Software Manual for the Elementary Functions, 1980, with a fused multiply-add):
// ln 2 is split into its nearest floating-point number and the rest. x - n hi needs no more bits than one number
// has, so the first step is exact and only the second rounds.
//
// n is rounded by adding 1.5 * 2^mantissaBits. The low bits of that sum, the shifter, are n in two's complement;
// with the exponent bias added as well, shifting them to the exponent's place gives 2^n without an integer
// conversion (which AVX2 lacks for 64-bit integers).
//
// p is the minimax polynomial on |r| <= 0.347 of (e^r - 1 - r) / r^2, by a Remez exchange of 45 digits:
// relative error of q 1.7e-8 (2^-25.8) for the quartic in float, 1e-18 (2^-59.8) for degree 10 in double. The quartic is evaluated
// by Estrin's scheme, one multiplication less deep than Horner's and with no more operations, since r^2 is needed anyway.
public static partial class VectorFunctions
{
    // 1.5 * 2^23 plus the exponent bias 127.
    private const float ExpShifterSingle = 12583039f;

    // q = e^r - 1, and the shifter n + offset, from which PowerOfTwo makes 2^n (scaled, if the offset is more than ExpShifter).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> ExpM1Reduced(Vector<float> x, Vector<float> offset, out Vector<float> shifter)
    {
        shifter = FusedMultiplyAdd(x, Create(1.4426950408889634f), offset);
        Vector<float> negativeN = offset - shifter;
        Vector<float> r = FusedMultiplyAdd(negativeN, Create(0.693147182f), x);
        r = FusedMultiplyAdd(negativeN, Create(-1.90465421e-9f), r);
        Vector<float> square = r * r;
        Vector<float> p = FusedMultiplyAdd(r, Create(0.00836652145f), Create(0.0416662842f));
        p = FusedMultiplyAdd(square, Create(0.00139463227f), p);
        p = FusedMultiplyAdd(square, p, FusedMultiplyAdd(r, Create(0.166665435f), Create(0.5f)));
        return FusedMultiplyAdd(square, p, r);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> PowerOfTwo(Vector<float> shifter) => AsVectorSingle(ShiftLeft(AsVectorInt32(shifter), 23));

    // e^x for x <= 0 (for x > 0 only up to 2^63, e^43). One scale factor serves down to the smallest denormal because it is made
    // 2^64 too large; the last product, exact but for denormal results, takes that back.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> ExpOfNonPositive(Vector<float> x)
    {
        Vector<float> clamped = AtLeast(x, -104f);
        Vector<float> q = ExpM1Reduced(clamped, Create(ExpShifterSingle + 64), out Vector<float> shifter);
        Vector<float> scale = PowerOfTwo(shifter);
        return FusedMultiplyAdd(scale, q, scale) * Create(5.42101086e-20f);
    }

    // e^x - 1 for x <= 0, never below -1: 2^n (1 + q) - 1 = 2^n q + (2^n - 1), where 2^n - 1 is rounded only when 2^n is
    // too small to matter. Below the clamp the result is -1 to the last bit.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector<float> ExpM1OfNonPositive(Vector<float> x)
    {
        Vector<float> clamped = AtLeast(x, -20f);
        Vector<float> q = ExpM1Reduced(clamped, Create(ExpShifterSingle), out Vector<float> shifter);
        Vector<float> scale = PowerOfTwo(shifter);
        return FusedMultiplyAdd(scale, q, scale - Vector<float>.One);
    }

    // 1.5 * 2^52 plus the exponent bias 1023.
    private const double ExpShifterDouble = 6755399441056767.0;

    // q = e^r - 1, and the shifter n + offset, from which PowerOfTwo makes 2^n (scaled, if the offset is more than ExpShifter).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> ExpM1Reduced(Vector<double> x, Vector<double> offset, out Vector<double> shifter)
    {
        shifter = FusedMultiplyAdd(x, Create(1.4426950408889634), offset);
        Vector<double> negativeN = offset - shifter;
        Vector<double> r = FusedMultiplyAdd(negativeN, Create(0.6931471805599453), x);
        r = FusedMultiplyAdd(negativeN, Create(2.3190468138462996e-17), r);
        Vector<double> p = Create(2.092436070505819e-09);
        p = FusedMultiplyAdd(p, r, Create(2.510893850604341e-08));
        p = FusedMultiplyAdd(p, r, Create(2.755724311389018e-07));
        p = FusedMultiplyAdd(p, r, Create(2.7557244554896126e-06));
        p = FusedMultiplyAdd(p, r, Create(2.480158735999915e-05));
        p = FusedMultiplyAdd(p, r, Create(0.00019841269885706618));
        p = FusedMultiplyAdd(p, r, Create(0.001388888888886723));
        p = FusedMultiplyAdd(p, r, Create(0.008333333333321835));
        p = FusedMultiplyAdd(p, r, Create(0.0416666666666667));
        p = FusedMultiplyAdd(p, r, Create(0.16666666666666677));
        p = FusedMultiplyAdd(p, r, Create(0.5));
        return FusedMultiplyAdd(p, r * r, r);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> PowerOfTwo(Vector<double> shifter) => AsVectorDouble(ShiftLeft(AsVectorInt64(shifter), 52));

    // e^x for x <= 0 (for x > 0 only up to 2^895, e^620). One scale factor serves down to the smallest denormal because it is made
    // 2^128 too large; the last product, exact but for denormal results, takes that back.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> ExpOfNonPositive(Vector<double> x)
    {
        Vector<double> clamped = AtLeast(x, -746.0);
        Vector<double> q = ExpM1Reduced(clamped, Create(ExpShifterDouble + 128), out Vector<double> shifter);
        Vector<double> scale = PowerOfTwo(shifter);
        return FusedMultiplyAdd(scale, q, scale) * Create(2.938735877055719e-39);
    }

    // e^x - 1 for x <= 0, never below -1: 2^n (1 + q) - 1 = 2^n q + (2^n - 1), where 2^n - 1 is rounded only when 2^n is
    // too small to matter. Below the clamp the result is -1 to the last bit.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector<double> ExpM1OfNonPositive(Vector<double> x) => ExpM1OfNonPositive(x, out _);

    // The same, and e^x itself with its own relative accuracy (not below the clamp).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> ExpM1OfNonPositive(Vector<double> x, out Vector<double> exponential)
    {
        Vector<double> clamped = AtLeast(x, -40.0);
        Vector<double> q = ExpM1Reduced(clamped, Create(ExpShifterDouble), out Vector<double> shifter);
        Vector<double> scale = PowerOfTwo(shifter);
        exponential = FusedMultiplyAdd(scale, q, scale);
        return FusedMultiplyAdd(scale, q, scale - Vector<double>.One);
    }
}
