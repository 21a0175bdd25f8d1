using System;

namespace CompareRegularizers.Data;

/// <summary>A curve to look at: x uniform on [-1, 1], <c>y = sin(4 x) + N(0, 0.3^2)</c>.</summary>
/// <remarks>Over the inputs the noiseless function has mean 0 and variance <c>1/2 - sin(8) / 16</c> = 0.43817.</remarks>
internal sealed class NoisySine(int trainCount, int validationCount, int testCount, double noise = NoisySine.UsualNoise)
    : GeneratedSource(trainCount, validationCount, testCount, noise)
{
    /// <summary>The standard deviation of the noise.</summary>
    internal const double UsualNoise = 0.3;

    /// <inheritdoc/>
    public override string Name => "noisy sine";

    /// <inheritdoc/>
    public override int InputCount => 1;

    /// <summary>The function without its noise.</summary>
    /// <param name="x">One input.</param>
    internal static double Evaluate(ReadOnlySpan<double> x) => Math.Sin(4 * x[0]);

    /// <inheritdoc/>
    private protected override TargetFunction FunctionOf(ulong seed, int repeat) => Evaluate;

    /// <inheritdoc/>
    private protected override void DrawInputs(Random random, Span<double> x) => x[0] = (2 * random.NextDouble()) - 1;
}
