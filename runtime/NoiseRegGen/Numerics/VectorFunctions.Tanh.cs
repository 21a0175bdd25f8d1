using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Numerics.Vector;

namespace NoiseRegGen.Numerics;

// In float, with a = |x| = n ln(2)/2 + r, n = rint(2a / ln 2), |r| <= ln(2)/4, T = tanh r and S = 2^n, the addition theorem gives
//
//   tanh a = N / D,   N = (S + 1) T + (S - 1),   D = (S - 1) T + (S + 1) = N + 2 (1 - T),
//
// and T = r + r^3 p(r^2) with a linear p, so that no exponential is needed: the relative error is 5.6e-8 with the minimax p (by a
// Remez exchange), 7.1e-8 with the one used, a neighbour which makes the largest error of the result smaller.
//
// For n = 0 the quotient is T. D is N plus something positive, hence the result never exceeds 1; and an error of N counts in the
// quotient only 1 - tanh a times, which is what makes 1 - tanh^2 good to 2^-22: with the fused (S - 1) T + (S + 1) for D it is not
// (2.9e-7). One number for ln(2)/2 is enough: n times its error is at most 3e-8 in a, where tanh is flat. Numerator and
// denominator are halved in the code. From a = 9.02 on tanh rounds to 1, and at the clamp D rounds to N.
//
// A loop over this seems bound by latency (a chain of about 50 cycles by the instructions' latencies), not by the division:
// a shorter chain made it faster, unrolling by two slower.
//
// In double, with t = e^(-2|x|) - 1 in [-1, 0] and e = t + 1, both from one kernel and each without cancellation:
//
//   tanh |x| = -t / (t + 2)          near 0, where it tends to -t/2: relatively accurate;
//            = 1 - 2e / (t + 2)      from 1/2 on (t < -2/3): the quotient is below 1/2 and its error small against the result.
//
// The second form is what makes 1 - tanh^2 good to 2^-51; the first alone is right to 2.5 ulp, which 1 - tanh^2 doubles.
// The quotients share their denominator, so there is one division. The result never exceeds 1: the quotient is not negative in the
// second form, and at most 1/2 (and a rounding) in the first. In the code the first form keeps t's sign: CopySign sets the right one.
public static partial class VectorFunctions
{
    /// <summary>The hyperbolic tangent in every lane: never beyond 1 in magnitude, odd to the last bit; NaN gives NaN.</summary>
    /// <remarks>Measured error at most 2.7 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Tanh(Vector<float> x)
    {
        // The offset has one exponent less than ExpShifterSingle, so that the power of two is S/2.
        Vector<float> offset = Create(ExpShifterSingle - 1f);
        Vector<float> a = AtMost(Abs(x), 9.5f);
        Vector<float> shifter = FusedMultiplyAdd(a, Create(2.885390081777927f), offset);
        Vector<float> r = FusedMultiplyAdd(offset - shifter, Create(0.34657359f), a);
        Vector<float> square = r * r;
        Vector<float> p = FusedMultiplyAdd(square, Create(0.130980387f), Create(-0.333309382f));
        Vector<float> t = FusedMultiplyAdd(r * square, p, r);
        Vector<float> halfScale = PowerOfTwo(shifter);
        Vector<float> numerator = FusedMultiplyAdd(halfScale + Create(0.5f), t, halfScale - Create(0.5f));
        Vector<float> magnitude = numerator / (numerator + (Vector<float>.One - t));
        return magnitude | (x & Create(-0f));
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
