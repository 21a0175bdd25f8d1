using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Numerics.Vector;

namespace NoiseRegGen.Numerics;

public static partial class ActivationFunctions
{
    /// <summary><c>h = max(z, 0)</c>; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Relu(Vector<float> z) =>
        ConditionalSelect(LessThanOrEqual(z, Vector<float>.Zero), Vector<float>.Zero, z);

    /// <summary><c>sigma' = 1 for h &gt; 0, else 0</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> ReluDerivative(Vector<float> h) =>
        ConditionalSelect(GreaterThan(h, Vector<float>.Zero), Vector<float>.One, Vector<float>.Zero);

    /// <summary><c>sigma'' = 0</c>: the Dirac mass at 0 is left out by convention.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> ReluSecondDerivative(Vector<float> h) =>
        Vector<float>.Zero;

    /// <summary><c>sigma''' = 0</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> ReluThirdDerivative(Vector<float> h) =>
        Vector<float>.Zero;

    /// <summary><c>h = max(z, 0)</c>; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Relu(Vector<double> z) =>
        ConditionalSelect(LessThanOrEqual(z, Vector<double>.Zero), Vector<double>.Zero, z);

    /// <summary><c>sigma' = 1 for h &gt; 0, else 0</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> ReluDerivative(Vector<double> h) =>
        ConditionalSelect(GreaterThan(h, Vector<double>.Zero), Vector<double>.One, Vector<double>.Zero);

    /// <summary><c>sigma'' = 0</c>: the Dirac mass at 0 is left out by convention.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> ReluSecondDerivative(Vector<double> h) =>
        Vector<double>.Zero;

    /// <summary><c>sigma''' = 0</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> ReluThirdDerivative(Vector<double> h) =>
        Vector<double>.Zero;
}
