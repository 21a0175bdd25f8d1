using System;

namespace CompareRegularizers.Data;

/// <summary>
/// Friedman's second test function, a circuit's impedance (Friedman 1991; Breiman 1996): <c>y = sqrt(x1^2 + (x2 x3 -
/// 1 / (x2 x4))^2) + N(0, 125^2)</c>.
/// </summary>
/// <remarks>Over the inputs the noiseless function has mean 479.5392 and standard deviation 378.9394: three times the noise.</remarks>
internal sealed class Friedman2(int trainCount, int validationCount, int testCount, double noise = Friedman2.UsualNoise)
    : GeneratedSource(trainCount, validationCount, testCount, noise)
{
    /// <summary>The standard deviation of the noise in the literature.</summary>
    internal const double UsualNoise = 125;

    /// <inheritdoc/>
    public override string Name => "Friedman #2";

    /// <inheritdoc/>
    public override int InputCount => 4;

    /// <summary>The function without its noise.</summary>
    /// <param name="x">Four inputs.</param>
    internal static double Evaluate(ReadOnlySpan<double> x)
    {
        double reactance = AlternatingCurrent.Reactance(x);
        return Math.Sqrt((x[0] * x[0]) + (reactance * reactance));
    }

    /// <inheritdoc/>
    private protected override TargetFunction FunctionOf(ulong seed, int repeat) => Evaluate;

    /// <inheritdoc/>
    private protected override void DrawInputs(Random random, Span<double> x) => AlternatingCurrent.DrawInputs(random, x);
}
