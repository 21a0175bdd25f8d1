using System.Numerics;
using System.Runtime.CompilerServices;

namespace NoiseRegGen.Numerics;

// Polynomials by Estrin's scheme, as in single precision.
internal static partial class BoxMuller
{
    private const ulong SqrtHalfBits64 = 0x3FE6A09E667F3BCD;
    private const ulong ExponentOfOne = 0x3FF0_0000_0000_0000;
    private const ulong ExponentOfTwo52 = 0x4330_0000_0000_0000;

    /// <summary>Two normals from two 64-bit words, in each lane; absolute error below 1e-14.</summary>
    /// <param name="radiusWord">u = (k + 1/2) 2^-52 with its upper 52 bits k: u and 1 - u are both exact.</param>
    /// <param name="angleWord">Sign, swap, and 52 bits of phi = (j 2^-52 - 1/2) pi/2.</param>
    /// <param name="first">The first normals.</param>
    /// <param name="second">The second normals.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Transform(Vector<ulong> radiusWord, Vector<ulong> angleWord, out Vector<double> first, out Vector<double> second)
    {
        // 1 + k 2^-52 is made by setting an exponent; taking off 1 - 2^-53 leaves (k + 1/2) 2^-52, without rounding.
        Vector<double> u = WithExponentOfOne(radiusWord >>> 12) - Vector.Create(0.99999999999999988897769753748434596);
        Vector<double> sign = Vector.AsVectorDouble(angleWord & Vector.Create(0x8000_0000_0000_0000UL));
        Vector<double> radius = Vector.SquareRoot(NegativeTwiceLog(u)) ^ sign;

        Vector<double> turn = WithExponentOfOne((angleWord >>> 10) & Vector.Create(0x000F_FFFF_FFFF_FFFFUL)) - Vector.Create(1.5);
        SinCos(turn * Vector.Create(1.5707963267948966), out Vector<double> sine, out Vector<double> cosine);
        Vector<long> swap = Vector.LessThan(Vector.AsVectorInt64(angleWord << 1), Vector<long>.Zero);
        first = radius * Vector.ConditionalSelect(swap, sine, cosine);
        second = radius * Vector.ConditionalSelect(swap, cosine, sine);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> WithExponentOfOne(Vector<ulong> fraction) =>
        Vector.AsVectorDouble(fraction | Vector.Create(ExponentOfOne));

    /// <summary><c>-2 log u</c> for u in (0, 1).</summary>
    /// <remarks>
    /// log u = e log 2 + log(1 + f) with 1 + f in [sqrt(1/2), sqrt(2)); s = f / (2 + f) and
    /// log(1 + f) = f - (f^2/2 - s (f^2/2 + R(s^2))) with the remainder R of fdlibm's __ieee754_log, error below 2^-58.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> NegativeTwiceLog(Vector<double> u)
    {
        // The exponent's offset keeps the difference positive, so that a logical shift will do; 2^52 + e is then read as a number.
        Vector<ulong> offset = Vector.AsVectorUInt64(u) - Vector.Create(unchecked(SqrtHalfBits64 - ExponentOfOne));
        Vector<double> exponent =
            Vector.AsVectorDouble((offset >>> 52) | Vector.Create(ExponentOfTwo52)) - Vector.Create(4503599627370496.0 + 1023);
        Vector<ulong> significand = (offset & Vector.Create(0x000F_FFFF_FFFF_FFFFUL)) + Vector.Create(SqrtHalfBits64);
        Vector<double> f = Vector.AsVectorDouble(significand) - Vector<double>.One;

        Vector<double> s = f / (f + Vector.Create(2.0));
        Vector<double> z = s * s;
        Vector<double> z2 = z * z;
        Vector<double> r12 = Vector.FusedMultiplyAdd(Vector.Create(3.999999999940941908e-1), z, Vector.Create(6.666666666666735130e-1));
        Vector<double> r34 = Vector.FusedMultiplyAdd(Vector.Create(2.222219843214978396e-1), z, Vector.Create(2.857142874366239149e-1));
        Vector<double> r56 = Vector.FusedMultiplyAdd(Vector.Create(1.531383769920937332e-1), z, Vector.Create(1.818357216161805012e-1));
        Vector<double> high = Vector.FusedMultiplyAdd(Vector.Create(1.479819860511658591e-1), z2, r56);
        Vector<double> r = Vector.FusedMultiplyAdd(Vector.FusedMultiplyAdd(high, z2, r34), z2, r12);

        // -2 log(1 + f) = -2 f + f^2 - 2 s (f^2/2 + z r), and -2 e log 2 in two parts of which the first is exact.
        Vector<double> half = Vector.Create(0.5) * f * f;
        Vector<double> bend = Vector.FusedMultiplyAdd(s, Vector.FusedMultiplyAdd(z, r, half), -half);
        bend = Vector.FusedMultiplyAdd(exponent, Vector.Create(1.90821492927058770002e-10), bend);
        Vector<double> log = Vector.FusedMultiplyAdd(exponent, Vector.Create(6.93147180369123816490e-1), bend + f);
        return Vector.Create(-2.0) * log;
    }

    /// <summary>Sine and cosine on [-pi/4, pi/4], below one unit in the last place (polynomials of fdlibm's __kernel_sin and __kernel_cos).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SinCos(Vector<double> x, out Vector<double> sine, out Vector<double> cosine)
    {
        Vector<double> z = x * x;
        Vector<double> z2 = z * z;
        Vector<double> s01 = Vector.FusedMultiplyAdd(Vector.Create(8.33333333332248946124e-3), z, Vector.Create(-1.66666666666666324348e-1));
        Vector<double> s23 = Vector.FusedMultiplyAdd(Vector.Create(2.75573137070700676789e-6), z, Vector.Create(-1.98412698298579493134e-4));
        Vector<double> s45 = Vector.FusedMultiplyAdd(Vector.Create(1.58969099521155010221e-10), z, Vector.Create(-2.50507602534068634195e-8));
        Vector<double> s = Vector.FusedMultiplyAdd(Vector.FusedMultiplyAdd(s45, z2, s23), z2, s01);
        sine = Vector.FusedMultiplyAdd(s * z, x, x);

        Vector<double> c01 = Vector.FusedMultiplyAdd(Vector.Create(-1.38888888888741095749e-3), z, Vector.Create(4.16666666666666019037e-2));
        Vector<double> c23 = Vector.FusedMultiplyAdd(Vector.Create(-2.75573143513906633035e-7), z, Vector.Create(2.48015872894767294178e-5));
        Vector<double> c45 = Vector.FusedMultiplyAdd(Vector.Create(-1.13596475577881948265e-11), z, Vector.Create(2.08757232129817482790e-9));
        Vector<double> c = Vector.FusedMultiplyAdd(Vector.FusedMultiplyAdd(c45, z2, c23), z2, c01);
        cosine = Vector.FusedMultiplyAdd(Vector.FusedMultiplyAdd(c, z, Vector.Create(-0.5)), z, Vector<double>.One);
    }
}
