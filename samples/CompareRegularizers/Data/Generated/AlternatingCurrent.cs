using System;

namespace CompareRegularizers.Data;

/// <summary>
/// What Friedman's second and third function have in common: an alternating-current circuit of resistance <c>x1</c>, angular
/// frequency <c>x2</c>, inductance <c>x3</c> and capacitance <c>x4</c>.
/// </summary>
internal static class AlternatingCurrent
{
    /// <summary>x1 uniform on [0, 100], x2 on [40 pi, 560 pi], x3 on [0, 1], x4 on [1, 11].</summary>
    internal static void DrawInputs(Random random, Span<double> x)
    {
        x[0] = 100 * random.NextDouble();
        x[1] = Math.PI * (40 + (520 * random.NextDouble()));
        x[2] = random.NextDouble();
        x[3] = 1 + (10 * random.NextDouble());
    }

    /// <summary><c>x2 x3 - 1 / (x2 x4)</c>.</summary>
    internal static double Reactance(ReadOnlySpan<double> x) => (x[1] * x[2]) - (1 / (x[1] * x[3]));
}
