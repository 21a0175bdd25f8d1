using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Numerics.Vector;

namespace NoiseRegGen.Numerics;

// The limits before a range reduction, one instruction each. MinNative and MaxNative leave open what a NaN gives, but with the limit
// as the first operand the NaN passes everywhere: x86 and the portable code return the second operand if the two do not compare, Arm
// returns the NaN. No limit is 0, so signed zeros do not matter.
public static partial class VectorFunctions
{
    // min(x, limit); NaN gives NaN.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector<float> AtMost(Vector<float> x, float limit) => MinNative(Create(limit), x);

    // max(x, limit); NaN gives NaN.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector<float> AtLeast(Vector<float> x, float limit) => MaxNative(Create(limit), x);

    // min(x, limit); NaN gives NaN.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector<double> AtMost(Vector<double> x, double limit) => MinNative(Create(limit), x);

    // max(x, limit); NaN gives NaN.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector<double> AtLeast(Vector<double> x, double limit) => MaxNative(Create(limit), x);

    // -|x| by setting the sign: one operation instead of two.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> NegatedMagnitude(Vector<float> x) => x | Create(-0f);

    // -|x| by setting the sign: one operation instead of two.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> NegatedMagnitude(Vector<double> x) => x | Create(-0.0);
}
