using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Numerics.Vector;

namespace NoiseRegGen.Numerics;


public static partial class VectorFunctions
{
    /// <summary>The hyperbolic tangent in every lane: never beyond 1 in magnitude, odd to the last bit; NaN gives NaN.</summary>
    /// <remarks>Measured error at most 2.6 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Tanh(Vector<float> x)
    {
        // tanh |x| = -t / (t + 2) with t = e^(-2|x|) - 1 in [-1, 0]. Near 0 the quotient tends to -t/2 without cancellation; in
        // saturation t >= -1 makes the numerator at most 1 and the denominator at least 1, so no clamp is needed.
        Vector<float> t = ExpM1OfNonPositive(Abs(x) * Create(-2f));
        return CopySign(t / (t + Create(2f)), x);
    }

    // magnitude with the sign of x, whatever the sign of magnitude; a NaN stays a NaN.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> CopySign(Vector<float> magnitude, Vector<float> x) =>
        ConditionalSelect(Create(-0f), x, magnitude);


    /// <summary>The hyperbolic tangent in every lane: never beyond 1 in magnitude, odd to the last bit; NaN gives NaN.</summary>
    /// <remarks>Measured error at most 3 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Tanh(Vector<double> x)
    {
        // tanh |x| = -t / (t + 2) with t = e^(-2|x|) - 1 in [-1, 0]. Near 0 the quotient tends to -t/2 without cancellation; in
        // saturation t >= -1 makes the numerator at most 1 and the denominator at least 1, so no clamp is needed.
        Vector<double> t = ExpM1OfNonPositive(Abs(x) * Create(-2.0));
        return CopySign(t / (t + Create(2.0)), x);
    }

    // magnitude with the sign of x, whatever the sign of magnitude; a NaN stays a NaN.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> CopySign(Vector<double> magnitude, Vector<double> x) =>
        ConditionalSelect(Create(-0.0), x, magnitude);
}
