using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Numerics.Vector;

namespace NoiseRegGen.Numerics;

public static partial class VectorFunctions
{
    /// <summary>
    /// <c>e^x</c> in every lane. Overflows to infinity above 88.72 and underflows gradually to 0 below -87.3; NaN gives NaN.
    /// </summary>
    /// <remarks>Measured error at most 1.05 ulp, denormal results included.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Exp(Vector<float> x)
    {
        // 2^n alone spans more than the format's exponents (n = -150 .. 128), so it is applied as two factors of half the exponent.
        Vector<float> clamped = AtLeast(x, -104f);
        clamped = AtMost(clamped, 89f);
        Vector<float> offset = Create(ExpShifterSingle);
        Vector<float> q = ExpM1Reduced(clamped, offset, out Vector<float> shifter);
        Vector<float> n = shifter - offset;
        Vector<float> firstShifter = FusedMultiplyAdd(n, Create(0.5f), offset);
        Vector<float> first = PowerOfTwo(firstShifter);
        Vector<float> second = PowerOfTwo(n - (firstShifter - offset) + offset);
        return FusedMultiplyAdd(first, q, first) * second;
    }

    /// <summary>
    /// <c>e^x</c> in every lane. Overflows to infinity above 709.78 and underflows gradually to 0 below -708.4; NaN gives NaN.
    /// </summary>
    /// <remarks>Measured error at most 1 ulp, denormal results included.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Exp(Vector<double> x)
    {
        // 2^n alone spans more than the format's exponents (n = -1076 .. 1024), so it is applied as two factors of half the exponent.
        Vector<double> clamped = AtLeast(x, -746.0);
        clamped = AtMost(clamped, 710.0);
        Vector<double> offset = Create(ExpShifterDouble);
        Vector<double> q = ExpM1Reduced(clamped, offset, out Vector<double> shifter);
        Vector<double> n = shifter - offset;
        Vector<double> firstShifter = FusedMultiplyAdd(n, Create(0.5), offset);
        Vector<double> first = PowerOfTwo(firstShifter);
        Vector<double> second = PowerOfTwo(n - (firstShifter - offset) + offset);
        return FusedMultiplyAdd(first, q, first) * second;
    }
}
