using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Numerics.Vector;

namespace NoiseRegGen.Numerics;

// h = log(1 + e^z), sigma' = s = sigmoid(z), sigma'' = s (1 - s), sigma''' = s (1 - s)(1 - 2s). One exponential serves all of them, and
// taken from z, not from h, the derivatives keep their relative accuracy in both tails.
public static partial class ActivationFunctions
{
    /// <summary><c>h = log(1 + e^z)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Softplus(Vector<float> z) =>
        VectorFunctions.Softplus(z);

    /// <summary>The value and <c>sigma'</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Softplus(Vector<float> z, out Vector<float> first)
    {
        first = VectorFunctions.Sigmoid(z, out _, out Vector<float> exponential);
        return VectorFunctions.SoftplusFromExponential(z, exponential);
    }

    /// <summary>The value, <c>sigma'</c> and <c>sigma''</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Softplus(Vector<float> z, out Vector<float> first, out Vector<float> second)
    {
        first = VectorFunctions.Sigmoid(z, out Vector<float> complement, out Vector<float> exponential);
        second = first * complement;
        return VectorFunctions.SoftplusFromExponential(z, exponential);
    }

    /// <summary>The value and three derivatives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Softplus(Vector<float> z, out Vector<float> first, out Vector<float> second, out Vector<float> third)
    {
        first = VectorFunctions.Sigmoid(z, out Vector<float> complement, out Vector<float> exponential);
        second = first * complement;
        third = second * (complement - first);
        return VectorFunctions.SoftplusFromExponential(z, exponential);
    }

    /// <summary><c>h = log(1 + e^z)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Softplus(Vector<double> z) =>
        VectorFunctions.Softplus(z);

    /// <summary>The value and <c>sigma'</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Softplus(Vector<double> z, out Vector<double> first)
    {
        first = VectorFunctions.Sigmoid(z, out _, out Vector<double> exponential);
        return VectorFunctions.SoftplusFromExponential(z, exponential);
    }

    /// <summary>The value, <c>sigma'</c> and <c>sigma''</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Softplus(Vector<double> z, out Vector<double> first, out Vector<double> second)
    {
        first = VectorFunctions.Sigmoid(z, out Vector<double> complement, out Vector<double> exponential);
        second = first * complement;
        return VectorFunctions.SoftplusFromExponential(z, exponential);
    }

    /// <summary>The value and three derivatives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Softplus(Vector<double> z, out Vector<double> first, out Vector<double> second, out Vector<double> third)
    {
        first = VectorFunctions.Sigmoid(z, out Vector<double> complement, out Vector<double> exponential);
        second = first * complement;
        third = second * (complement - first);
        return VectorFunctions.SoftplusFromExponential(z, exponential);
    }
}
