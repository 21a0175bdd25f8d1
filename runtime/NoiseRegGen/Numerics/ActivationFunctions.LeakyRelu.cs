using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Numerics.Vector;

namespace NoiseRegGen.Numerics;

public static partial class ActivationFunctions
{
    /// <summary><c>h = z for z &gt; 0, else 0.01 z</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> LeakyRelu(Vector<float> z) =>
        ConditionalSelect(GreaterThan(z, Vector<float>.Zero), z, z * Create(0.01f));

    /// <summary><c>sigma' = 1 for h &gt; 0, else 0.01</c>: the slope is positive, so h has the sign of z.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> LeakyReluDerivative(Vector<float> h) =>
        ConditionalSelect(GreaterThan(h, Vector<float>.Zero), Vector<float>.One, Create(0.01f));

    /// <summary><c>sigma'' = 0</c>: the Dirac mass at 0 is left out by convention.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> LeakyReluSecondDerivative(Vector<float> h) =>
        Vector<float>.Zero;

    /// <summary><c>sigma''' = 0</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> LeakyReluThirdDerivative(Vector<float> h) =>
        Vector<float>.Zero;

    /// <summary><c>h = z for z &gt; 0, else 0.01 z</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> LeakyRelu(Vector<double> z) =>
        ConditionalSelect(GreaterThan(z, Vector<double>.Zero), z, z * Create(0.01));

    /// <summary><c>sigma' = 1 for h &gt; 0, else 0.01</c>: the slope is positive, so h has the sign of z.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> LeakyReluDerivative(Vector<double> h) =>
        ConditionalSelect(GreaterThan(h, Vector<double>.Zero), Vector<double>.One, Create(0.01));

    /// <summary><c>sigma'' = 0</c>: the Dirac mass at 0 is left out by convention.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> LeakyReluSecondDerivative(Vector<double> h) =>
        Vector<double>.Zero;

    /// <summary><c>sigma''' = 0</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> LeakyReluThirdDerivative(Vector<double> h) =>
        Vector<double>.Zero;
}
