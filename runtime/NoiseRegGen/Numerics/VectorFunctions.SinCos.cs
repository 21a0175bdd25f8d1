using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Numerics.Vector;

namespace NoiseRegGen.Numerics;

// Sine and cosine, by reduction to an octant pair around a multiple of pi/2:
//
//   x = n pi/2 + r,   n = rint(2x / pi),   |r| <= pi/4 (and a little more for large n, where 2x/pi is itself rounded)
//   sin r = r + r^3 s(r^2),   cos r = 1 - r^2/2 + r^4 c(r^2),   exchanged and signed by the two low bits of n.
//
// pi/2 enters as three floating-point numbers (Cody and Waite, 1980). By the fused multiply-add x - n p1 is exact, and the sum of
// the three carries pi/2 to some 72 bits in float and 160 in double.
// s and c are minimax on |r| <= 0.79 (Remez exchange of 45 digits): 6.6e-9 and 5e-10 relative in float (degree 2),
// 1.3e-17 and 3e-19 in double (degree 5).
//
// Beyond the stated domain the rounding of n lets r leave the polynomials' interval, and at last n no longer fits the mantissa: the
// results lose their digits and then all meaning, but a clamp on r keeps them finite and within about [-1, 1]. A table-driven
// reduction (Payne and Hanek) would cost every call what only runaway pre-activations need.
public static partial class VectorFunctions
{
    /// <summary>
    /// Sine and cosine of <paramref name="x"/> radians in every lane; NaN and infinity give NaN; the sign of zero is kept.
    /// </summary>
    /// <remarks>For <c>|x| &lt;= 2^20</c> the absolute error (measured) is at most 1e-7. Beyond that it grows with <c>|x|</c>; from about
    /// 2^23 on the results are bounded but meaningless.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SinCos(Vector<float> x, out Vector<float> sin, out Vector<float> cos)
    {
        Vector<int> signBit = AsVectorInt32(Create(-0f));
        Vector<int> sign = AsVectorInt32(x) & signBit;
        Vector<float> magnitude = Abs(x);
        Vector<float> offset = Create(12582912f);
        Vector<float> shifter = FusedMultiplyAdd(magnitude, Create(0.6366197723675814f), offset);
        Vector<float> r = SinCosRemainder(magnitude, offset - shifter);

        Vector<float> square = r * r;
        Vector<float> sinR = FusedMultiplyAdd(SinPolynomial(square) * square, r, r);
        Vector<float> cosR = FusedMultiplyAdd(square, Create(-0.5f), Vector<float>.One);
        cosR = FusedMultiplyAdd(CosPolynomial(square) * square, square, cosR);

        // Bit 0 of n exchanges sine and cosine; bit 1 negates the sine, bit 1 of n + 1 the cosine.
        Vector<int> n = AsVectorInt32(shifter);
        Vector<int> isOdd = Vector.Equals(n & Vector<int>.One, Vector<int>.One);
        Vector<int> sinSign = ShiftLeft(n, 30) & signBit;
        Vector<int> cosSign = ShiftLeft(n + Vector<int>.One, 30) & signBit;
        sin = AsVectorSingle(AsVectorInt32(ConditionalSelect(isOdd, cosR, sinR)) ^ sinSign ^ sign);
        cos = AsVectorSingle(AsVectorInt32(ConditionalSelect(isOdd, sinR, cosR)) ^ cosSign);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> SinCosRemainder(Vector<float> x, Vector<float> negativeN)
    {
        Vector<float> r = FusedMultiplyAdd(negativeN, Create(1.57079637f), x);
        r = FusedMultiplyAdd(negativeN, Create(-4.37113883e-8f), r);
        r = FusedMultiplyAdd(negativeN, Create(-1.71512451e-15f), r);
        Vector<float> limit = Create(1f);
        r = ConditionalSelect(GreaterThan(r, limit), limit, r);
        return ConditionalSelect(LessThan(r, -limit), -limit, r);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> SinPolynomial(Vector<float> z)
    {
        Vector<float> p = Create(-0.000195114582f);
        p = FusedMultiplyAdd(p, z, Create(0.00833213329f));
        p = FusedMultiplyAdd(p, z, Create(-0.166666538f));
        return p;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> CosPolynomial(Vector<float> z)
    {
        Vector<float> p = Create(2.44287876e-5f);
        p = FusedMultiplyAdd(p, z, Create(-0.0013887278f));
        p = FusedMultiplyAdd(p, z, Create(0.0416666456f));
        return p;
    }

    /// <summary>
    /// Sine and cosine of <paramref name="x"/> radians in every lane; NaN and infinity give NaN; the sign of zero is kept.
    /// </summary>
    /// <remarks>For <c>|x| &lt;= 2^45</c> the absolute error (measured) is at most 2e-16. Beyond that it grows with <c>|x|</c>; from about
    /// 2^52 on the results are bounded but meaningless.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SinCos(Vector<double> x, out Vector<double> sin, out Vector<double> cos)
    {
        Vector<long> signBit = AsVectorInt64(Create(-0.0));
        Vector<long> sign = AsVectorInt64(x) & signBit;
        Vector<double> magnitude = Abs(x);
        Vector<double> offset = Create(6755399441055744.0);
        Vector<double> shifter = FusedMultiplyAdd(magnitude, Create(0.6366197723675814), offset);
        Vector<double> r = SinCosRemainder(magnitude, offset - shifter);

        Vector<double> square = r * r;
        Vector<double> sinR = FusedMultiplyAdd(SinPolynomial(square) * square, r, r);
        Vector<double> cosR = FusedMultiplyAdd(square, Create(-0.5), Vector<double>.One);
        cosR = FusedMultiplyAdd(CosPolynomial(square) * square, square, cosR);

        // Bit 0 of n exchanges sine and cosine; bit 1 negates the sine, bit 1 of n + 1 the cosine.
        Vector<long> n = AsVectorInt64(shifter);
        Vector<long> isOdd = Vector.Equals(n & Vector<long>.One, Vector<long>.One);
        Vector<long> sinSign = ShiftLeft(n, 62) & signBit;
        Vector<long> cosSign = ShiftLeft(n + Vector<long>.One, 62) & signBit;
        sin = AsVectorDouble(AsVectorInt64(ConditionalSelect(isOdd, cosR, sinR)) ^ sinSign ^ sign);
        cos = AsVectorDouble(AsVectorInt64(ConditionalSelect(isOdd, sinR, cosR)) ^ cosSign);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> SinCosRemainder(Vector<double> x, Vector<double> negativeN)
    {
        Vector<double> r = FusedMultiplyAdd(negativeN, Create(1.5707963267948966), x);
        r = FusedMultiplyAdd(negativeN, Create(6.123233995736766e-17), r);
        r = FusedMultiplyAdd(negativeN, Create(-1.4973849048591815e-33), r);
        Vector<double> limit = Create(1.0);
        r = ConditionalSelect(GreaterThan(r, limit), limit, r);
        return ConditionalSelect(LessThan(r, -limit), -limit, r);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> SinPolynomial(Vector<double> z)
    {
        Vector<double> p = Create(1.5894318582141004e-10);
        p = FusedMultiplyAdd(p, z, Create(-2.505071556231857e-08));
        p = FusedMultiplyAdd(p, z, Create(2.7557313421085516e-06));
        p = FusedMultiplyAdd(p, z, Create(-0.00019841269829028936));
        p = FusedMultiplyAdd(p, z, Create(0.008333333333321442));
        p = FusedMultiplyAdd(p, z, Create(-0.16666666666666627));
        return p;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> CosPolynomial(Vector<double> z)
    {
        Vector<double> p = Create(-1.1357208710686066e-11);
        p = FusedMultiplyAdd(p, z, Create(2.0875675637565146e-09));
        p = FusedMultiplyAdd(p, z, Create(-2.7557313997316804e-07));
        p = FusedMultiplyAdd(p, z, Create(2.480158728823448e-05));
        p = FusedMultiplyAdd(p, z, Create(-0.001388888888887209));
        p = FusedMultiplyAdd(p, z, Create(0.04166666666666659));
        return p;
    }
}
