using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Numerics.Vector;

namespace NoiseRegGen.Numerics;

// h = z Phi(z), the erf form. With the density phi:
//   sigma' = Phi + z phi,   sigma'' = phi (2 - z^2),   sigma''' = phi z (z^2 - 4)
// One exponential serves Phi and phi. Where they have underflowed to 0 (|z| > 15 in float, 39 in double) z is replaced by a finite
// number, so that infinity makes no 0 * infinity.
public static partial class ActivationFunctions
{
    /// <summary><c>h = z Phi(z), with the normal distribution function Phi</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Gelu(Vector<float> z)
    {
        return GeluLower(z) * VectorFunctions.NormalCdf(z);
    }

    /// <summary>The value and <c>sigma'</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Gelu(Vector<float> z, out Vector<float> first)
    {
        Vector<float> cdf = VectorFunctions.NormalCdf(z, out Vector<float> density);
        first = FusedMultiplyAdd(GeluClamped(z), density, cdf);
        return GeluLower(z) * cdf;
    }

    /// <summary>The value, <c>sigma'</c> and <c>sigma''</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Gelu(Vector<float> z, out Vector<float> first, out Vector<float> second)
    {
        Vector<float> cdf = VectorFunctions.NormalCdf(z, out Vector<float> density);
        Vector<float> clamped = GeluClamped(z);
        first = FusedMultiplyAdd(clamped, density, cdf);
        second = density * FusedMultiplyAdd(-clamped, clamped, Create(2f));
        return GeluLower(z) * cdf;
    }

    /// <summary>The value and three derivatives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Gelu(Vector<float> z, out Vector<float> first, out Vector<float> second, out Vector<float> third)
    {
        Vector<float> cdf = VectorFunctions.NormalCdf(z, out Vector<float> density);
        Vector<float> clamped = GeluClamped(z);
        first = FusedMultiplyAdd(clamped, density, cdf);
        second = density * FusedMultiplyAdd(-clamped, clamped, Create(2f));
        third = density * clamped * FusedMultiplyAdd(clamped, clamped, Create(-4f));
        return GeluLower(z) * cdf;
    }

    private const float GeluLimitSingle = 16f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> GeluLower(Vector<float> z) =>
        VectorFunctions.AtLeast(z, -GeluLimitSingle);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> GeluClamped(Vector<float> z)
    {
        Vector<float> lower = GeluLower(z);
        return VectorFunctions.AtMost(lower, GeluLimitSingle);
    }

    /// <summary><c>h = z Phi(z), with the normal distribution function Phi</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Gelu(Vector<double> z)
    {
        return GeluLower(z) * VectorFunctions.NormalCdf(z);
    }

    /// <summary>The value and <c>sigma'</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Gelu(Vector<double> z, out Vector<double> first)
    {
        Vector<double> cdf = VectorFunctions.NormalCdf(z, out Vector<double> density);
        first = FusedMultiplyAdd(GeluClamped(z), density, cdf);
        return GeluLower(z) * cdf;
    }

    /// <summary>The value, <c>sigma'</c> and <c>sigma''</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Gelu(Vector<double> z, out Vector<double> first, out Vector<double> second)
    {
        Vector<double> cdf = VectorFunctions.NormalCdf(z, out Vector<double> density);
        Vector<double> clamped = GeluClamped(z);
        first = FusedMultiplyAdd(clamped, density, cdf);
        second = density * FusedMultiplyAdd(-clamped, clamped, Create(2.0));
        return GeluLower(z) * cdf;
    }

    /// <summary>The value and three derivatives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Gelu(Vector<double> z, out Vector<double> first, out Vector<double> second, out Vector<double> third)
    {
        Vector<double> cdf = VectorFunctions.NormalCdf(z, out Vector<double> density);
        Vector<double> clamped = GeluClamped(z);
        first = FusedMultiplyAdd(clamped, density, cdf);
        second = density * FusedMultiplyAdd(-clamped, clamped, Create(2.0));
        third = density * clamped * FusedMultiplyAdd(clamped, clamped, Create(-4.0));
        return GeluLower(z) * cdf;
    }

    private const double GeluLimitDouble = 40.0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> GeluLower(Vector<double> z) =>
        VectorFunctions.AtLeast(z, -GeluLimitDouble);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> GeluClamped(Vector<double> z)
    {
        Vector<double> lower = GeluLower(z);
        return VectorFunctions.AtMost(lower, GeluLimitDouble);
    }
}
