using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Numerics.Vector;

namespace NoiseRegGen.Numerics;

// h = z / (1 + |z|) gives 1 - |h| = 1 / (1 + |z|) = u, so that sigma' = u^2, sigma'' = -2 sgn(h) u^3, sigma''' = 6 u^4.
public static partial class ActivationFunctions
{
    /// <summary><c>h = z / (1 + |z|)</c>; plus or minus 1 at infinity.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Softsign(Vector<float> z)
    {
        // Infinity would make infinity / infinity; the largest number gives 1 as well.
        Vector<float> limit = Create(float.MaxValue);
        Vector<float> clamped = ConditionalSelect(GreaterThan(z, limit), limit, z);
        clamped = ConditionalSelect(LessThan(clamped, -limit), -limit, clamped);
        return clamped / (Vector<float>.One + Abs(clamped));
    }

    /// <summary><c>sigma' = (1 - |h|)^2</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> SoftsignDerivative(Vector<float> h)
    {
        Vector<float> u = Vector<float>.One - Abs(h);
        return u * u;
    }

    /// <summary><c>sigma'' = -2 sgn(h) (1 - |h|)^3</c>; at 0, where it jumps from 2 to -2, the mean 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> SoftsignSecondDerivative(Vector<float> h)
    {
        Vector<float> u = Vector<float>.One - Abs(h);
        Vector<float> magnitude = Create(2f) * u * u * u;
        Vector<float> negated = ConditionalSelect(GreaterThan(h, Vector<float>.Zero), -magnitude, magnitude);
        return ConditionalSelect(Vector.Equals(h, Vector<float>.Zero), Vector<float>.Zero, negated);
    }

    /// <summary><c>sigma''' = 6 (1 - |h|)^4</c> (the Dirac mass at 0 is left out).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> SoftsignThirdDerivative(Vector<float> h)
    {
        Vector<float> u = Vector<float>.One - Abs(h);
        Vector<float> square = u * u;
        return Create(6f) * square * square;
    }

    /// <summary><c>h = z / (1 + |z|)</c>; plus or minus 1 at infinity.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Softsign(Vector<double> z)
    {
        // Infinity would make infinity / infinity; the largest number gives 1 as well.
        Vector<double> limit = Create(double.MaxValue);
        Vector<double> clamped = ConditionalSelect(GreaterThan(z, limit), limit, z);
        clamped = ConditionalSelect(LessThan(clamped, -limit), -limit, clamped);
        return clamped / (Vector<double>.One + Abs(clamped));
    }

    /// <summary><c>sigma' = (1 - |h|)^2</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> SoftsignDerivative(Vector<double> h)
    {
        Vector<double> u = Vector<double>.One - Abs(h);
        return u * u;
    }

    /// <summary><c>sigma'' = -2 sgn(h) (1 - |h|)^3</c>; at 0, where it jumps from 2 to -2, the mean 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> SoftsignSecondDerivative(Vector<double> h)
    {
        Vector<double> u = Vector<double>.One - Abs(h);
        Vector<double> magnitude = Create(2.0) * u * u * u;
        Vector<double> negated = ConditionalSelect(GreaterThan(h, Vector<double>.Zero), -magnitude, magnitude);
        return ConditionalSelect(Vector.Equals(h, Vector<double>.Zero), Vector<double>.Zero, negated);
    }

    /// <summary><c>sigma''' = 6 (1 - |h|)^4</c> (the Dirac mass at 0 is left out).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> SoftsignThirdDerivative(Vector<double> h)
    {
        Vector<double> u = Vector<double>.One - Abs(h);
        Vector<double> square = u * u;
        return Create(6.0) * square * square;
    }
}
