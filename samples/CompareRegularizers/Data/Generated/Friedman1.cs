using System;

namespace CompareRegularizers.Data;

/// <summary>
/// Friedman's first test function (Friedman 1991; Breiman 1996): ten inputs uniform on [0, 1], of which five matter,
/// <c>y = 10 sin(pi x1 x2) + 20 (x3 - 1/2)^2 + 10 x4 + 5 x5 + N(0, 1)</c>.
/// </summary>
/// <remarks>Over the inputs the noiseless function has mean 14.4133 and standard deviation 4.8812.</remarks>
internal sealed class Friedman1(int trainCount, int validationCount, int testCount, double noise = Friedman1.UsualNoise)
    : GeneratedSource(trainCount, validationCount, testCount, noise)
{
    /// <summary>The standard deviation of the noise in the literature.</summary>
    internal const double UsualNoise = 1;

    /// <inheritdoc/>
    public override string Name => "Friedman #1";

    /// <inheritdoc/>
    public override int InputCount => 10;

    /// <summary>The function without its noise.</summary>
    /// <param name="x">Ten inputs.</param>
    internal static double Evaluate(ReadOnlySpan<double> x) =>
        (10 * Math.Sin(Math.PI * x[0] * x[1])) + (20 * (x[2] - 0.5) * (x[2] - 0.5)) + (10 * x[3]) + (5 * x[4]);

    /// <inheritdoc/>
    private protected override TargetFunction FunctionOf(ulong seed, int repeat) => Evaluate;

    /// <inheritdoc/>
    private protected override void DrawInputs(Random random, Span<double> x)
    {
        foreach (ref double value in x)
            value = random.NextDouble();
    }
}
