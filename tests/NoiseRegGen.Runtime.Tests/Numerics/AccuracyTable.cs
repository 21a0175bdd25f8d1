using System.Collections.Generic;
using System.Numerics;
using NoiseRegGen.Numerics;
using Exact = NoiseRegGen.Runtime.Tests.Numerics.ReferenceFunctions;

namespace NoiseRegGen.Runtime.Tests.Numerics;

/// <summary>The vector functions with the errors that <c>Numerics/README.md</c> states for them.</summary>
internal static class AccuracyTable
{
    // Domains end where the low word of the double-double reference would underflow (e^-700), or where results overflow.
    internal static readonly IReadOnlyList<AccuracyCase> Cases =
    [
        new("Exp", VectorFunctions.Exp, VectorFunctions.Exp, x => Exact.Exp(x), (-104, 88.7), (-700, 709), 1.05, 1),
        new("ExpM1", VectorFunctions.ExpM1, VectorFunctions.ExpM1, x => Exact.ExpM1(x), (-30, 88.7), (-60, 709), 1.7, 1.9),
        new("Log", VectorFunctions.Log, VectorFunctions.Log, x => Exact.Log(x), (0, 3.4e38), (0, 1e270), 0.8, 0.8),
        new("Log1P", VectorFunctions.Log1P, VectorFunctions.Log1P, x => Exact.Log1P(x), (-0.9999999, 1e4), (-0.9999999, 1e4), 1.6, 1.6),
        new("Tanh", VectorFunctions.Tanh, VectorFunctions.Tanh, x => Exact.Tanh(x), (-11, 11), (-22, 22), 2.7, 2.6),
        new("Sigmoid", VectorFunctions.Sigmoid, VectorFunctions.Sigmoid, x => Exact.Sigmoid(x), (-104, 30), (-700, 50), 2.2, 2.4),
        new("Softplus", VectorFunctions.Softplus, VectorFunctions.Softplus, x => Exact.Softplus(x), (-104, 120), (-700, 700), 1.7, 1.7),
        new("Sin", Sin, Sin, Exact.Sin, (-1048576, 1048576), (-35184372088832, 35184372088832), 1e-7, 2e-16, Absolute: true),
        new("Cos", Cos, Cos, Exact.Cos, (-1048576, 1048576), (-35184372088832, 35184372088832), 1e-7, 2e-16, Absolute: true),
        new("Sin near 0", Sin, Sin, Exact.Sin, (-3, 3), (-3, 3), 1.6, 1.6),
        new("Erf", VectorFunctions.Erf, VectorFunctions.Erf, x => Exact.Erf(x), (-5, 5), (-7, 7), 1.4, 1.4),
        new("NormalCdf, lower tail", Cdf, Cdf, x => Exact.NormalCdf(x), (-13, 0), (-37.2, 0), 4.5, 4.5),
        new("NormalCdf, upper half", Cdf, Cdf, x => Exact.NormalCdf(x), (0, 15), (0, 39), 2.1, 2.1),
        new("NormalPdf", VectorFunctions.NormalPdf, VectorFunctions.NormalPdf, x => Exact.NormalPdf(x), (-13, 13), (-37.2, 37.2), 2.8, 2.9),
    ];

    private static Vector<float> Cdf(Vector<float> x) => VectorFunctions.NormalCdf(x);

    private static Vector<double> Cdf(Vector<double> x) => VectorFunctions.NormalCdf(x);

    private static Vector<float> Sin(Vector<float> x)
    {
        VectorFunctions.SinCos(x, out Vector<float> sin, out _);
        return sin;
    }

    private static Vector<double> Sin(Vector<double> x)
    {
        VectorFunctions.SinCos(x, out Vector<double> sin, out _);
        return sin;
    }

    private static Vector<float> Cos(Vector<float> x)
    {
        VectorFunctions.SinCos(x, out _, out Vector<float> cos);
        return cos;
    }

    private static Vector<double> Cos(Vector<double> x)
    {
        VectorFunctions.SinCos(x, out _, out Vector<double> cos);
        return cos;
    }
}
