using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Numerics.Vector;

namespace NoiseRegGen.Numerics;

// h = z s, s = sigmoid(z). With w = s (1 - s):
//   sigma'   = s + z w = s + h (1 - s)
//   sigma''  = w (2 + z (1 - 2s))
//   sigma''' = w (3 (1 - 2s) + z (1 - 6w))
// s underflows to 0 for z below about -104 (float) or -746 (double); there z is replaced by a finite number, so that z = -infinity
// makes no 0 * infinity, and in the derivatives likewise where 1 - s does. h keeps absolute, not relative, accuracy where s is denormal.
public static partial class ActivationFunctions
{
    /// <summary><c>h = z / (1 + e^-z)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Silu(Vector<float> z)
    {
        Vector<float> lower = VectorFunctions.AtLeast(z, -SiluLimitSingle);
        return lower * VectorFunctions.Sigmoid(z);
    }

    /// <summary>The value and <c>sigma'</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Silu(Vector<float> z, out Vector<float> first)
    {
        Vector<float> s = VectorFunctions.Sigmoid(z, out Vector<float> complement, out _);
        Vector<float> value = SiluFromSigmoid(z, s, out Vector<float> clamped);
        first = FusedMultiplyAdd(clamped, s * complement, s);
        return value;
    }

    /// <summary>The value, <c>sigma'</c> and <c>sigma''</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Silu(Vector<float> z, out Vector<float> first, out Vector<float> second)
    {
        Vector<float> s = VectorFunctions.Sigmoid(z, out Vector<float> complement, out _);
        Vector<float> value = SiluFromSigmoid(z, s, out Vector<float> clamped);
        Vector<float> w = s * complement;
        first = FusedMultiplyAdd(clamped, w, s);
        second = w * FusedMultiplyAdd(clamped, complement - s, Create(2f));
        return value;
    }

    /// <summary>The value and three derivatives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Silu(Vector<float> z, out Vector<float> first, out Vector<float> second, out Vector<float> third)
    {
        Vector<float> s = VectorFunctions.Sigmoid(z, out Vector<float> complement, out _);
        Vector<float> value = SiluFromSigmoid(z, s, out Vector<float> clamped);
        Vector<float> w = s * complement;
        Vector<float> slope = complement - s;
        first = FusedMultiplyAdd(clamped, w, s);
        second = w * FusedMultiplyAdd(clamped, slope, Create(2f));
        third = w * FusedMultiplyAdd(clamped, FusedMultiplyAdd(w, Create(-6f), Vector<float>.One), Create(3f) * slope);
        return value;
    }

    private const float SiluLimitSingle = 128f;

    // h, and z clamped on both sides to where w still is exactly 0 beyond.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> SiluFromSigmoid(Vector<float> z, Vector<float> s, out Vector<float> clamped)
    {
        Vector<float> lower = VectorFunctions.AtLeast(z, -SiluLimitSingle);
        clamped = VectorFunctions.AtMost(lower, SiluLimitSingle);
        return lower * s;
    }

    /// <summary><c>h = z / (1 + e^-z)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Silu(Vector<double> z)
    {
        Vector<double> lower = VectorFunctions.AtLeast(z, -SiluLimitDouble);
        return lower * VectorFunctions.Sigmoid(z);
    }

    /// <summary>The value and <c>sigma'</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Silu(Vector<double> z, out Vector<double> first)
    {
        Vector<double> s = VectorFunctions.Sigmoid(z, out Vector<double> complement, out _);
        Vector<double> value = SiluFromSigmoid(z, s, out Vector<double> clamped);
        first = FusedMultiplyAdd(clamped, s * complement, s);
        return value;
    }

    /// <summary>The value, <c>sigma'</c> and <c>sigma''</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Silu(Vector<double> z, out Vector<double> first, out Vector<double> second)
    {
        Vector<double> s = VectorFunctions.Sigmoid(z, out Vector<double> complement, out _);
        Vector<double> value = SiluFromSigmoid(z, s, out Vector<double> clamped);
        Vector<double> w = s * complement;
        first = FusedMultiplyAdd(clamped, w, s);
        second = w * FusedMultiplyAdd(clamped, complement - s, Create(2.0));
        return value;
    }

    /// <summary>The value and three derivatives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Silu(Vector<double> z, out Vector<double> first, out Vector<double> second, out Vector<double> third)
    {
        Vector<double> s = VectorFunctions.Sigmoid(z, out Vector<double> complement, out _);
        Vector<double> value = SiluFromSigmoid(z, s, out Vector<double> clamped);
        Vector<double> w = s * complement;
        Vector<double> slope = complement - s;
        first = FusedMultiplyAdd(clamped, w, s);
        second = w * FusedMultiplyAdd(clamped, slope, Create(2.0));
        third = w * FusedMultiplyAdd(clamped, FusedMultiplyAdd(w, Create(-6.0), Vector<double>.One), Create(3.0) * slope);
        return value;
    }

    private const double SiluLimitDouble = 1024.0;

    // h, and z clamped on both sides to where w still is exactly 0 beyond.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> SiluFromSigmoid(Vector<double> z, Vector<double> s, out Vector<double> clamped)
    {
        Vector<double> lower = VectorFunctions.AtLeast(z, -SiluLimitDouble);
        clamped = VectorFunctions.AtMost(lower, SiluLimitDouble);
        return lower * s;
    }
}
