using System;
using System.Numerics;

namespace NoiseRegGen.Runtime.Tests.Numerics;

/// <summary>One row of the table of measured errors: a function, its exact counterpart, the domains and the stated bounds.</summary>
/// <param name="Name">As in <c>Numerics/README.md</c>.</param>
/// <param name="Single">The function under test in single precision.</param>
/// <param name="Double">The function under test in double precision.</param>
/// <param name="Exact">The reference.</param>
/// <param name="SingleDomain">The interval of arguments in single precision.</param>
/// <param name="DoubleDomain">The interval of arguments in double precision.</param>
/// <param name="SingleBound">The stated error in single precision, in ulp or absolute.</param>
/// <param name="DoubleBound">The stated error in double precision.</param>
/// <param name="Absolute">Whether errors are absolute, not in ulp of the exact result.</param>
internal sealed record AccuracyCase(
    string Name,
    Func<Vector<float>, Vector<float>> Single,
    Func<Vector<double>, Vector<double>> Double,
    Func<double, DoubleDouble> Exact,
    (double Low, double High) SingleDomain,
    (double Low, double High) DoubleDomain,
    double SingleBound,
    double DoubleBound,
    bool Absolute = false);
