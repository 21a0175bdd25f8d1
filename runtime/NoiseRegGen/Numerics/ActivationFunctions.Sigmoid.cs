using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Numerics.Vector;

namespace NoiseRegGen.Numerics;

// With s = sigma' = h (1 - h): sigma'' = s (1 - 2h), sigma''' = s (1 - 6 s).
public static partial class ActivationFunctions
{
    /// <summary><c>h = 1 / (1 + e^-z)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Sigmoid(Vector<float> z) =>
        VectorFunctions.Sigmoid(z);

    /// <summary><c>sigma' = h (1 - h)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> SigmoidDerivative(Vector<float> h) =>
        h * (Vector<float>.One - h);

    /// <summary><c>sigma'' = h (1 - h)(1 - 2h)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> SigmoidSecondDerivative(Vector<float> h) =>
        FusedMultiplyAdd(Create(-2f), h, Vector<float>.One) * SigmoidDerivative(h);

    /// <summary><c>sigma''' = h (1 - h)(1 - 6h (1 - h))</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> SigmoidThirdDerivative(Vector<float> h) =>
        FusedMultiplyAdd(Create(-6f), SigmoidDerivative(h), Vector<float>.One) * SigmoidDerivative(h);

    /// <summary><c>h = 1 / (1 + e^-z)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Sigmoid(Vector<double> z) =>
        VectorFunctions.Sigmoid(z);

    /// <summary><c>sigma' = h (1 - h)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> SigmoidDerivative(Vector<double> h) =>
        h * (Vector<double>.One - h);

    /// <summary><c>sigma'' = h (1 - h)(1 - 2h)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> SigmoidSecondDerivative(Vector<double> h) =>
        FusedMultiplyAdd(Create(-2.0), h, Vector<double>.One) * SigmoidDerivative(h);

    /// <summary><c>sigma''' = h (1 - h)(1 - 6h (1 - h))</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> SigmoidThirdDerivative(Vector<double> h) =>
        FusedMultiplyAdd(Create(-6.0), SigmoidDerivative(h), Vector<double>.One) * SigmoidDerivative(h);
}
