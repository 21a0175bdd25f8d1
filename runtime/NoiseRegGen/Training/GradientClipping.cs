using System;
using System.Numerics;

namespace NoiseRegGen.Training;

/// <summary>Bounds the length of a gradient before a step (Pascanu, Mikolov and Bengio, ICML 2013).</summary>
public static class GradientClipping
{
    /// <summary>The Euclidean norm of a gradient, computed in double.</summary>
    /// <param name="gradient">Any length.</param>
    /// <returns>The norm; NaN or infinite only if a component is (or, in double, the norm itself overflows).</returns>
    public static double Norm<T>(ReadOnlySpan<T> gradient)
        where T : unmanaged, IFloatingPointIeee754<T>
        => VectorOps.Norm(gradient);

    /// <summary>Multiplies the gradient by <c>maxNorm / norm</c> if its norm exceeds <paramref name="maxNorm"/>.</summary>
    /// <param name="gradient">Any length; changed in place, unless its norm is within the bound, NaN or infinite.</param>
    /// <param name="maxNorm">The bound: finite, above 0.</param>
    /// <returns>The norm before clipping, computed in double.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxNorm"/> is not finite or not above 0.</exception>
    public static double ByNorm<T>(Span<T> gradient, double maxNorm)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Require.Positive(maxNorm, nameof(maxNorm));
        double norm = VectorOps.Norm<T>(gradient);
        if (norm > maxNorm && double.IsFinite(norm))
            VectorOps.Scale(gradient, T.CreateChecked(maxNorm / norm), gradient);
        return norm;
    }
}
