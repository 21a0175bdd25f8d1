using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Numerics.Vector;

namespace NoiseRegGen.Numerics;

public static partial class VectorFunctions
{
    /// <summary>The logistic function <c>1 / (1 + e^-x)</c> in every lane, in [0, 1]; NaN gives NaN.</summary>
    /// <remarks>Measured error at most 2.2 ulp, down to denormal results.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Sigmoid(Vector<float> x)
    {
        // With e = e^-|x| <= 1: 1 / (1 + e) for x >= 0, e / (1 + e) for x < 0. Nothing overflows, nothing cancels.
        Vector<float> e = ExpOfNonPositive(NegatedMagnitude(x));
        return ConditionalSelect(LessThan(x, Vector<float>.Zero), e, Vector<float>.One) / (e + Vector<float>.One);
    }

    // s = sigmoid(x) with the same bits as Sigmoid, its complement 1 - s without cancellation, and e^-|x|.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector<float> Sigmoid(Vector<float> x, out Vector<float> complement, out Vector<float> exponential)
    {
        Vector<float> e = ExpOfNonPositive(NegatedMagnitude(x));
        Vector<int> isNegative = LessThan(x, Vector<float>.Zero);
        Vector<float> denominator = e + Vector<float>.One;
        complement = ConditionalSelect(isNegative, Vector<float>.One, e) / denominator;
        exponential = e;
        return ConditionalSelect(isNegative, e, Vector<float>.One) / denominator;
    }

    /// <summary>The logistic function <c>1 / (1 + e^-x)</c> in every lane, in [0, 1]; NaN gives NaN.</summary>
    /// <remarks>Measured error at most 2.4 ulp, down to denormal results.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Sigmoid(Vector<double> x)
    {
        // With e = e^-|x| <= 1: 1 / (1 + e) for x >= 0, e / (1 + e) for x < 0. Nothing overflows, nothing cancels.
        Vector<double> e = ExpOfNonPositive(NegatedMagnitude(x));
        return ConditionalSelect(LessThan(x, Vector<double>.Zero), e, Vector<double>.One) / (e + Vector<double>.One);
    }

    // s = sigmoid(x) with the same bits as Sigmoid, its complement 1 - s without cancellation, and e^-|x|.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector<double> Sigmoid(Vector<double> x, out Vector<double> complement, out Vector<double> exponential)
    {
        Vector<double> e = ExpOfNonPositive(NegatedMagnitude(x));
        Vector<long> isNegative = LessThan(x, Vector<double>.Zero);
        Vector<double> denominator = e + Vector<double>.One;
        complement = ConditionalSelect(isNegative, Vector<double>.One, e) / denominator;
        exponential = e;
        return ConditionalSelect(isNegative, e, Vector<double>.One) / denominator;
    }
}
