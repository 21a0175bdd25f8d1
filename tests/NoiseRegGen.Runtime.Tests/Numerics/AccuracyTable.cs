using System.Collections.Generic;
using System.Numerics;
using NoiseRegGen.Numerics;

namespace NoiseRegGen.Runtime.Tests.Numerics;

/// <summary>The vector functions with the errors that <c>Numerics/README.md</c> states for them.</summary>
internal static class AccuracyTable
{
    // Domains end where the double-double reference would leave its range (e^-640), or where results overflow.
    internal static readonly IReadOnlyList<AccuracyCase> Cases =
    [
        new("Exp", VectorFunctions.Exp, VectorFunctions.Exp, x => ReferenceFunctions.Exp(x), (-104, 88.7), (-640, 640), 1.05, 1),
        new("ExpM1", VectorFunctions.ExpM1, VectorFunctions.ExpM1, x => ReferenceFunctions.ExpM1(x), (-30, 88.7), (-60, 640), 1.6, 1.9),
        new("Log", VectorFunctions.Log, VectorFunctions.Log, x => ReferenceFunctions.Log(x), (0, 3.4e38), (0, 1e270), 0.8, 0.8),
        new("Log1P", VectorFunctions.Log1P, VectorFunctions.Log1P, x => ReferenceFunctions.Log1P(x), (-0.9999999, 1e4), (-0.9999999, 1e4), 1.6, 1.6),
        new("Tanh", VectorFunctions.Tanh, VectorFunctions.Tanh, x => ReferenceFunctions.Tanh(x), (-11, 11), (-22, 22), 2.3, 2.6),
        new("Sigmoid", VectorFunctions.Sigmoid, VectorFunctions.Sigmoid, x => ReferenceFunctions.Sigmoid(x), (-104, 30), (-640, 50), 2.2, 2.2),
        new("Softplus", VectorFunctions.Softplus, VectorFunctions.Softplus, x => ReferenceFunctions.Softplus(x), (-104, 120), (-640, 640), 1.7, 1.7),
        new("Sin", Sin, Sin, ReferenceFunctions.Sin, (-1048576, 1048576), (-35184372088832, 35184372088832), 1e-7, 2e-16, Absolute: true),
        new("Cos", Cos, Cos, ReferenceFunctions.Cos, (-1048576, 1048576), (-35184372088832, 35184372088832), 1e-7, 2e-16, Absolute: true),
        new("Sin near 0", Sin, Sin, ReferenceFunctions.Sin, (-3, 3), (-3, 3), 1.6, 1.6),
        new("Erf", VectorFunctions.Erf, VectorFunctions.Erf, x => ReferenceFunctions.Erf(x), (-5, 5), (-7, 7), 1.4, 1.4),
        new("NormalCdf, lower tail", VectorFunctions.NormalCdf, VectorFunctions.NormalCdf, x => ReferenceFunctions.NormalCdf(x), (-13, 0), (-35.5, 0), 4.5, 4.5),
        new("NormalCdf, upper half", VectorFunctions.NormalCdf, VectorFunctions.NormalCdf, x => ReferenceFunctions.NormalCdf(x), (0, 15), (0, 39), 2.1, 2.1),
        new("NormalPdf", VectorFunctions.NormalPdf, VectorFunctions.NormalPdf, x => ReferenceFunctions.NormalPdf(x), (-13, 13), (-35.5, 35.5), 2.8, 2.9),
    ];

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
