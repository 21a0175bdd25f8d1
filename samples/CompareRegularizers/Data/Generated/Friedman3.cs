using System;

namespace CompareRegularizers.Data;

/// <summary>
/// Friedman's third test function, the phase shift of the same circuit (Friedman 1991; Breiman 1996): <c>y = atan((x2 x3 -
/// 1 / (x2 x4)) / x1) + N(0, 0.1^2)</c>.
/// </summary>
/// <remarks>Over the inputs the noiseless function has mean 1.32384 and standard deviation 0.31660: three times the noise.</remarks>
internal sealed class Friedman3(int trainCount, int validationCount, int testCount, double noise = Friedman3.UsualNoise)
    : GeneratedSource(trainCount, validationCount, testCount, noise)
{
    /// <summary>The standard deviation of the noise in the literature.</summary>
    internal const double UsualNoise = 0.1;

    /// <inheritdoc/>
    public override string Name => "Friedman #3";

    /// <inheritdoc/>
    public override int InputCount => 4;

    /// <summary>The function without its noise.</summary>
    /// <param name="x">Four inputs.</param>
    internal static double Evaluate(ReadOnlySpan<double> x) => Math.Atan2(AlternatingCurrent.Reactance(x), x[0]);

    /// <inheritdoc/>
    private protected override TargetFunction FunctionOf(ulong seed, int repeat) => Evaluate;

    /// <inheritdoc/>
    private protected override void DrawInputs(Random random, Span<double> x) => AlternatingCurrent.DrawInputs(random, x);
}
