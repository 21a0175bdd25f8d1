using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Numerics.Vector;

namespace NoiseRegGen.Numerics;

// With s = sigma' = 1 - h^2, fused so that the square is not rounded: sigma'' = -2 h s, sigma''' = s (6 h^2 - 2).
// In saturation the absolute error stays below an ulp of 1; the relative error does not (h alone does not hold the digits).
public static partial class ActivationFunctions
{
    /// <summary><c>h = tanh z</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Tanh(Vector<float> z) =>
        VectorFunctions.Tanh(z);

    /// <summary><c>sigma' = 1 - h^2</c>, never negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> TanhDerivative(Vector<float> h) =>
        FusedMultiplyAdd(-h, h, Vector<float>.One);

    /// <summary><c>sigma'' = -2 h (1 - h^2)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> TanhSecondDerivative(Vector<float> h) =>
        Create(-2f) * h * TanhDerivative(h);

    /// <summary><c>sigma''' = (1 - h^2)(6 h^2 - 2)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> TanhThirdDerivative(Vector<float> h) =>
        FusedMultiplyAdd(Create(6f) * h, h, Create(-2f)) * TanhDerivative(h);

    /// <summary><c>h = tanh z</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Tanh(Vector<double> z) =>
        VectorFunctions.Tanh(z);

    /// <summary><c>sigma' = 1 - h^2</c>, never negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> TanhDerivative(Vector<double> h) =>
        FusedMultiplyAdd(-h, h, Vector<double>.One);

    /// <summary><c>sigma'' = -2 h (1 - h^2)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> TanhSecondDerivative(Vector<double> h) =>
        Create(-2.0) * h * TanhDerivative(h);

    /// <summary><c>sigma''' = (1 - h^2)(6 h^2 - 2)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> TanhThirdDerivative(Vector<double> h) =>
        FusedMultiplyAdd(Create(6.0) * h, h, Create(-2.0)) * TanhDerivative(h);
}
