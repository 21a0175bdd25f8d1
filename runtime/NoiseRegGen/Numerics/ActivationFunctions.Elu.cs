using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Numerics.Vector;

namespace NoiseRegGen.Numerics;

// ELU with alpha = 1. For z <= 0, h = e^z - 1 and every derivative is e^z = h + 1; h > 0 exactly where z > 0.
public static partial class ActivationFunctions
{
    /// <summary><c>h = z for z &gt; 0, else e^z - 1</c> (alpha = 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Elu(Vector<float> z) =>
        ConditionalSelect(GreaterThan(z, Vector<float>.Zero), z, VectorFunctions.ExpM1OfNonPositive(z));

    /// <summary><c>sigma' = 1 for h &gt; 0, else h + 1</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> EluDerivative(Vector<float> h) =>
        ConditionalSelect(GreaterThan(h, Vector<float>.Zero), Vector<float>.One, h + Vector<float>.One);

    /// <summary><c>sigma'' = 0 for h &gt; 0, else h + 1</c> (it jumps by 1 at 0).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> EluSecondDerivative(Vector<float> h) =>
        ConditionalSelect(GreaterThan(h, Vector<float>.Zero), Vector<float>.Zero, h + Vector<float>.One);

    /// <summary><c>sigma''' = 0 for h &gt; 0, else h + 1</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> EluThirdDerivative(Vector<float> h) =>
        ConditionalSelect(GreaterThan(h, Vector<float>.Zero), Vector<float>.Zero, h + Vector<float>.One);

    /// <summary><c>h = z for z &gt; 0, else e^z - 1</c> (alpha = 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Elu(Vector<double> z) =>
        ConditionalSelect(GreaterThan(z, Vector<double>.Zero), z, VectorFunctions.ExpM1OfNonPositive(z));

    /// <summary><c>sigma' = 1 for h &gt; 0, else h + 1</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> EluDerivative(Vector<double> h) =>
        ConditionalSelect(GreaterThan(h, Vector<double>.Zero), Vector<double>.One, h + Vector<double>.One);

    /// <summary><c>sigma'' = 0 for h &gt; 0, else h + 1</c> (it jumps by 1 at 0).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> EluSecondDerivative(Vector<double> h) =>
        ConditionalSelect(GreaterThan(h, Vector<double>.Zero), Vector<double>.Zero, h + Vector<double>.One);

    /// <summary><c>sigma''' = 0 for h &gt; 0, else h + 1</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> EluThirdDerivative(Vector<double> h) =>
        ConditionalSelect(GreaterThan(h, Vector<double>.Zero), Vector<double>.Zero, h + Vector<double>.One);
}
