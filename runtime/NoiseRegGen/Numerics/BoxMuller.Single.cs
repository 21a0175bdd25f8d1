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
/// The angle is <c>t = phi</c> or <c>phi + pi</c> (single precision) with <c>phi</c> in [-pi/2, pi/2], or <c>q pi/2 + phi</c> (double)
/// with <c>phi</c> in [-pi/4, pi/4): always a multiple of the angle's word, so that no argument reduction is needed. A random bit
/// changes both signs; in double precision another one swaps cosine and sine, which is rotation up to a reflection of phi and leaves
/// its law unchanged. The wider interval costs two coefficients more and saves the exchange.
/// </para>
/// </remarks>
internal static partial class BoxMuller
{
    // Bits of the float nearest to sqrt(1/2), where the significand's interval [sqrt(1/2), sqrt(2)) begins, times 2^31.
    private const int FirstSignificand = 0x3F3504F3 + (31 << 23);
    private const int ExponentBits = unchecked((int)0xFF80_0000);

    /// <summary>Two normals from two words, in each lane; absolute error below 2^-21 r = 4.8e-7 r.</summary>
    /// <param name="radiusWord">Sign, 30 bits of u, and one bit that is not used.</param>
    /// <param name="angleWord">phi as a signed multiple of pi 2^-32.</param>
    /// <param name="first">The first normals.</param>
    /// <param name="second">The second normals.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Transform(Vector<uint> radiusWord, Vector<uint> angleWord, out Vector<float> first, out Vector<float> second)
    {
        Vector<float> sign = Vector.AsVectorSingle(radiusWord & Vector.Create(0x8000_0000u));
        Vector<float> radius = Vector.SquareRoot(NegativeTwiceLog(Vector.AsVectorInt32(radiusWord))) ^ sign;
        Vector<float> quarterTurns = Vector.ConvertToSingle(Vector.AsVectorInt32(angleWord)) * Vector.Create(1f / 2147483648f);
        SinCos(quarterTurns, out Vector<float> sine, out Vector<float> cosine);
        first = radius * cosine;
        second = radius * sine;
    }

    /// <summary><c>-2 log u</c>, <c>u = a (1 - 2^-24) 2^-31</c>, a = the odd number 2 k + 1 of 30 bits k, rounded to 24 digits.</summary>
    /// <remarks>
    /// The factor keeps u below 1 where a rounds to 2^31. With u = 2^e (1 - g/2), the significand between sqrt(1/2) and sqrt(2), and
    /// e = 0 if u is next to 1: -2 log u = -2 e log 2 + g + g^2 q(g). No term is negative but g for e &lt; 0, so that the
    /// relative error stays small down to the least radius. q is the minimax polynomial of degree 6 for the relative error of the
    /// radius: 7.8e-8 with rounded coefficients (Remez exchange of 40 digits).
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> NegativeTwiceLog(Vector<int> word)
    {
        Vector<int> a = Vector.AsVectorInt32(Vector.ConvertToSingle((word & Vector.Create(0x7FFF_FFFF)) | Vector<int>.One));

        // The exponent stays where it is in the float's bits: e 2^23 is taken off there and read as a number.
        Vector<int> exponent = (a - Vector.Create(FirstSignificand)) & Vector.Create(ExponentBits);
        Vector<float> significand = Vector.AsVectorSingle(a - exponent);
        Vector<float> g = Vector.FusedMultiplyAdd(significand, Vector.Create(-16777215f / 16777216f / 1073741824f), Vector.Create(2f));
        Vector<float> linear = Vector.FusedMultiplyAdd(Vector.ConvertToSingle(exponent), Vector.Create(-1.38629436f / 8388608f), g);

        // Estrin's scheme: the depth of the dependency, not the number of operations, bounds the speed here.
        Vector<float> g2 = g * g, g4 = g2 * g2;
        Vector<float> q01 = Vector.FusedMultiplyAdd(Vector.Create(0.0833400488f), g, Vector.Create(0.250000864f));
        Vector<float> q23 = Vector.FusedMultiplyAdd(Vector.Create(0.0124210846f), g, Vector.Create(0.0312198177f));
        Vector<float> q45 = Vector.FusedMultiplyAdd(Vector.Create(0.00256122532f), g, Vector.Create(0.00536714727f));
        Vector<float> low = Vector.FusedMultiplyAdd(q23, g2, q01);
        Vector<float> high = Vector.FusedMultiplyAdd(Vector.Create(0.000820570975f), g2, q45);
        return Vector.FusedMultiplyAdd(Vector.FusedMultiplyAdd(high, g4, low), g2, linear);
    }

    /// <summary>Sine and cosine of x quarter turns, x in [-1, 1].</summary>
    /// <remarks>Minimax in the absolute error, with rounded coefficients: 8.1e-9 for the sine, 5.7e-8 for the cosine.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SinCos(Vector<float> x, out Vector<float> sine, out Vector<float> cosine)
    {
        Vector<float> z = x * x;
        Vector<float> s = Vector.FusedMultiplyAdd(Vector.Create(1.49873231e-4f), z, Vector.Create(-4.66992659e-3f));
        Vector<float> c = Vector.FusedMultiplyAdd(Vector.Create(8.59389256e-4f), z, Vector.Create(-2.08134595e-2f));
        s = Vector.FusedMultiplyAdd(s, z, Vector.Create(7.96866417e-2f));
        c = Vector.FusedMultiplyAdd(c, z, Vector.Create(2.5365296e-1f));
        s = Vector.FusedMultiplyAdd(s, z, Vector.Create(-6.45962834e-1f));
        c = Vector.FusedMultiplyAdd(c, z, Vector.Create(-1.23369884f));
        s = Vector.FusedMultiplyAdd(s, z, Vector.Create(1.57079625f));
        cosine = Vector.FusedMultiplyAdd(c, z, Vector<float>.One);
        sine = s * x;
    }
}
