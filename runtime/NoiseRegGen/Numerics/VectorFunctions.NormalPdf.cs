using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Numerics.Vector;

namespace NoiseRegGen.Numerics;

public static partial class VectorFunctions
{
    /// <summary>The standard normal density <c>phi(x) = e^(-x^2/2) / sqrt(2 pi)</c> in every lane; NaN gives NaN.</summary>
    /// <remarks>Measured error at most 2.8 ulp where the result is a normal number.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> NormalPdf(Vector<float> x) => Gaussian(x) * Create(0.3989422804014327f);

    /// <summary>The standard normal density <c>phi(x) = e^(-x^2/2) / sqrt(2 pi)</c> in every lane; NaN gives NaN.</summary>
    /// <remarks>Measured error at most 2.9 ulp where the result is a normal number.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> NormalPdf(Vector<double> x) => Gaussian(x) * Create(0.3989422804014327);
}
