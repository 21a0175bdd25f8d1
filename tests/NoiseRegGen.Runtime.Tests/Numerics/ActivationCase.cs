using System;
using System.Numerics;

namespace NoiseRegGen.Runtime.Tests.Numerics;

/// <summary>An activation under test. Every function takes <c>z</c> and the order of the derivative, 0 (the value) to 3.</summary>
/// <param name="Name">The name of the method under test.</param>
/// <param name="Single">In single precision; derivatives of output-based activations are those at the computed value.</param>
/// <param name="Double">In double precision.</param>
/// <param name="Exact">The closed form in double-double arithmetic.</param>
/// <param name="ValueBound">The largest admitted error of the value in ulp, in both precisions.</param>
internal sealed record ActivationCase(
    string Name,
    Func<Vector<float>, int, Vector<float>> Single,
    Func<Vector<double>, int, Vector<double>> Double,
    Func<double, int, DoubleDouble> Exact,
    double ValueBound);
