using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Numerics.Vector;

namespace NoiseRegGen.Numerics;

// h = sin z, sigma' = cos z, sigma'' = -h, sigma''' = -cos z. Sine and cosine share their reduction, so the cosine is nearly free.
public static partial class ActivationFunctions
{
    /// <summary><c>h = sin z</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Sin(Vector<float> z)
    {
        VectorFunctions.SinCos(z, out Vector<float> sin, out _);
        return sin;
    }

    /// <summary>The value and <c>sigma'</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Sin(Vector<float> z, out Vector<float> first)
    {
        VectorFunctions.SinCos(z, out Vector<float> sin, out first);
        return sin;
    }

    /// <summary>The value, <c>sigma'</c> and <c>sigma''</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Sin(Vector<float> z, out Vector<float> first, out Vector<float> second)
    {
        VectorFunctions.SinCos(z, out Vector<float> sin, out first);
        second = -sin;
        return sin;
    }

    /// <summary>The value and three derivatives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Sin(Vector<float> z, out Vector<float> first, out Vector<float> second, out Vector<float> third)
    {
        VectorFunctions.SinCos(z, out Vector<float> sin, out first);
        second = -sin;
        third = -first;
        return sin;
    }

    /// <summary><c>h = sin z</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Sin(Vector<double> z)
    {
        VectorFunctions.SinCos(z, out Vector<double> sin, out _);
        return sin;
    }

    /// <summary>The value and <c>sigma'</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Sin(Vector<double> z, out Vector<double> first)
    {
        VectorFunctions.SinCos(z, out Vector<double> sin, out first);
        return sin;
    }

    /// <summary>The value, <c>sigma'</c> and <c>sigma''</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Sin(Vector<double> z, out Vector<double> first, out Vector<double> second)
    {
        VectorFunctions.SinCos(z, out Vector<double> sin, out first);
        second = -sin;
        return sin;
    }

    /// <summary>The value and three derivatives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Sin(Vector<double> z, out Vector<double> first, out Vector<double> second, out Vector<double> third)
    {
        VectorFunctions.SinCos(z, out Vector<double> sin, out first);
        second = -sin;
        third = -first;
        return sin;
    }
}
