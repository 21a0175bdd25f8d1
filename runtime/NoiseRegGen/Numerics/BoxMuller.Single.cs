using System.Numerics;
using System.Runtime.CompilerServices;

namespace NoiseRegGen.Numerics;

/// <summary>
/// Random words to standard normals: <c>(r cos t, r sin t)</c> with <c>r = sqrt(-2 log u)</c> (Box and Muller 1958).
/// </summary>
/// <remarks>
/// Every lane goes through the same operations, each of them exactly rounded by IEEE 754 (fused multiply-add, division, square
/// root, conversions), so that the result has the same bits for any vector width and on any processor.
/// <para>
/// The angle is <c>t = q pi/2 + phi</c> with <c>phi</c> in [-pi/4, pi/4) taken from the low bits of the second word, so that no
/// argument reduction is needed. The quadrant q costs two bits: one swaps cosine and sine, one changes both signs. That is
/// rotation up to a reflection of phi, which leaves its law unchanged.
/// </para>
/// </remarks>
internal static partial class BoxMuller
{
    // Bits of the float nearest to sqrt(1/2), where the significand's interval [sqrt(1/2), sqrt(2)) begins.
    private const int SqrtHalfBits = 0x3F3504F3;

    /// <summary>Two normals from two words, in each lane; absolute error below 1e-6.</summary>
    /// <param name="radiusWord">w1: u = (w1 + 1/2) 2^-32.</param>
    /// <param name="angleWord">w2: sign, swap, and 30 bits of phi, as a signed multiple of (pi/2) 2^-30.</param>
    /// <param name="first">The first normals.</param>
    /// <param name="second">The second normals.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Transform(Vector<uint> radiusWord, Vector<uint> angleWord, out Vector<float> first, out Vector<float> second)
    {
        Vector<float> sign = Vector.AsVectorSingle(angleWord & Vector.Create(0x8000_0000u));
        Vector<float> radius = Vector.SquareRoot(NegativeTwiceLog(Vector.AsVectorInt32(radiusWord))) ^ sign;

        Vector<int> low30 = Vector.AsVectorInt32(angleWord << 2);
        Vector<float> phi = Vector.ConvertToSingle(low30) * Vector.Create(3.6572951e-10f); // (pi/2) 2^-32
        SinCos(phi, out Vector<float> sine, out Vector<float> cosine);
        Vector<int> swap = Vector.AsVectorInt32(angleWord << 1) >> 31;
        first = radius * Vector.ConditionalSelect(swap, sine, cosine);
        second = radius * Vector.ConditionalSelect(swap, cosine, sine);
    }

    /// <summary><c>-2 log((w + 1/2) 2^-32)</c> with a small relative error also where u is next to 1.</summary>
    /// <remarks>
    /// With a = min(u, 1 - u), computed from the word or its complement: neither u nor 1 - u loses bits. log u = e log 2 + log(1 + f),
    /// |f| &lt; 0.42, log(1 + f) = f - f^2/2 + f^3 p(f) with the single precision polynomial of Moshier's Cephes library (logf).
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> NegativeTwiceLog(Vector<int> word)
    {
        Vector<int> upperHalf = word >> 31;
        Vector<float> a = (Vector.ConvertToSingle(word ^ upperHalf) + Vector.Create(0.5f)) * Vector.Create(1f / 4294967296f);
        Vector<float> u = Vector.ConditionalSelect(upperHalf, Vector<float>.One - a, a);

        Vector<int> offset = Vector.AsVectorInt32(u) - Vector.Create(SqrtHalfBits);
        Vector<float> exponent = Vector.ConvertToSingle(offset >> 23);
        Vector<float> significand = Vector.AsVectorSingle((offset & Vector.Create(0x007F_FFFF)) + Vector.Create(SqrtHalfBits));

        // u >= sqrt(1/2) only in the upper half, with exponent 0: there f = u - 1 = -a exactly.
        Vector<float> f = Vector.ConditionalSelect(
            Vector.GreaterThanOrEqual(offset, Vector<int>.Zero), -a, significand - Vector<float>.One);

        // Estrin's scheme: the depth of the dependency, not the number of operations, bounds the speed here.
        Vector<float> f2 = f * f, f4 = f2 * f2;
        Vector<float> p01 = Vector.FusedMultiplyAdd(Vector.Create(-2.4999993993e-1f), f, Vector.Create(3.3333331174e-1f));
        Vector<float> p23 = Vector.FusedMultiplyAdd(Vector.Create(-1.6668057665e-1f), f, Vector.Create(2.0000714765e-1f));
        Vector<float> p45 = Vector.FusedMultiplyAdd(Vector.Create(-1.2420140846e-1f), f, Vector.Create(1.4249322787e-1f));
        Vector<float> p67 = Vector.FusedMultiplyAdd(Vector.Create(-1.1514610310e-1f), f, Vector.Create(1.1676998740e-1f));
        Vector<float> low = Vector.FusedMultiplyAdd(p23, f2, p01);
        Vector<float> high = Vector.FusedMultiplyAdd(Vector.Create(7.0376836292e-2f), f4, Vector.FusedMultiplyAdd(p67, f2, p45));
        Vector<float> p = Vector.FusedMultiplyAdd(high, f4, low);

        // -2 log u = -2 (e log 2 + f) + f^2 (1 - 2 f p)
        Vector<float> bend = Vector.FusedMultiplyAdd(Vector.Create(-2f) * f, p, Vector<float>.One);
        Vector<float> linear = Vector.FusedMultiplyAdd(exponent, Vector.Create(-1.38629436f), Vector.Create(-2f) * f);
        return Vector.FusedMultiplyAdd(f2, bend, linear);
    }

    /// <summary>Sine and cosine on [-pi/4, pi/4], to about one unit in the last place (polynomials of Cephes' sinf and cosf).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SinCos(Vector<float> x, out Vector<float> sine, out Vector<float> cosine)
    {
        Vector<float> z = x * x;
        Vector<float> s = Vector.FusedMultiplyAdd(Vector.Create(-1.9515295891e-4f), z, Vector.Create(8.3321608736e-3f));
        s = Vector.FusedMultiplyAdd(s, z, Vector.Create(-1.6666654611e-1f));
        sine = Vector.FusedMultiplyAdd(s * z, x, x);

        Vector<float> c = Vector.FusedMultiplyAdd(Vector.Create(2.443315711809948e-5f), z, Vector.Create(-1.388731625493765e-3f));
        c = Vector.FusedMultiplyAdd(c, z, Vector.Create(4.166664568298827e-2f));
        c = Vector.FusedMultiplyAdd(c, z, Vector.Create(-0.5f));
        cosine = Vector.FusedMultiplyAdd(c, z, Vector<float>.One);
    }
}
