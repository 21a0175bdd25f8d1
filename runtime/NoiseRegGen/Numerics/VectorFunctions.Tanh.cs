using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Numerics.Vector;

namespace NoiseRegGen.Numerics;

// With t = e^(-2|x|) - 1 in [-1, 0] and e = t + 1, both from one kernel and each without cancellation:
//
//   tanh |x| = -t / (t + 2)          near 0, where it tends to -t/2: relatively accurate;
//            = 1 - 2e / (t + 2)      from 1/2 on (t < -2/3): the quotient is below 1/2 and its error small against the result.
//
// The second form is what makes 1 - tanh^2 good to 2^-22 in float; the first alone is right to 2.5 ulp, which 1 - tanh^2 doubles.
// The quotients share their denominator, so there is one division. The result never exceeds 1: the quotient is not negative in the
// second form, and at most 1/2 (and a rounding) in the first. In the code the first form keeps t's sign: CopySign sets the right one.
public static partial class VectorFunctions
{
    /// <summary>The hyperbolic tangent in every lane: never beyond 1 in magnitude, odd to the last bit; NaN gives NaN.</summary>
    /// <remarks>Measured error at most 2.3 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Tanh(Vector<float> x)
    {
        Vector<float> t = ExpM1OfNonPositive(Abs(x) * Create(-2f), out Vector<float> e);
        Vector<int> isLarge = LessThan(t, Create(-0.6666666666666666f));
        Vector<float> quotient = ConditionalSelect(isLarge, e + e, t) / (t + Create(2f));
        return CopySign(ConditionalSelect(isLarge, Vector<float>.One - quotient, quotient), x);
    }

    // magnitude with the sign of x, whatever the sign of magnitude; a NaN stays a NaN.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> CopySign(Vector<float> magnitude, Vector<float> x) =>
        ConditionalSelect(Create(-0f), x, magnitude);

    /// <summary>The hyperbolic tangent in every lane: never beyond 1 in magnitude, odd to the last bit; NaN gives NaN.</summary>
    /// <remarks>Measured error at most 2.6 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Tanh(Vector<double> x)
    {
        Vector<double> t = ExpM1OfNonPositive(Abs(x) * Create(-2.0), out Vector<double> e);
        Vector<long> isLarge = LessThan(t, Create(-0.6666666666666666));
        Vector<double> quotient = ConditionalSelect(isLarge, e + e, t) / (t + Create(2.0));
        return CopySign(ConditionalSelect(isLarge, Vector<double>.One - quotient, quotient), x);
    }

    // magnitude with the sign of x, whatever the sign of magnitude; a NaN stays a NaN.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> CopySign(Vector<double> magnitude, Vector<double> x) =>
        ConditionalSelect(Create(-0.0), x, magnitude);
}
