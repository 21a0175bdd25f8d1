using System;

namespace CompareRegularizers.Data;

/// <summary>
/// The negative control: ten standard normal inputs and a linear target, <c>y = sum_j w_j x_j + N(0, 0.5^2)</c> with
/// <c>w_j = (-1)^j j / sqrt(385)</c>, of variance 1. For a network that is linear in its weights, <c>P = ||x||^2 + 1</c> and
/// <c>T = 0</c> whatever the weights: the penalty has no gradient, and weight noise none on average.
/// </summary>
internal sealed class LinearFunction(int trainCount, int validationCount, int testCount, double noise = LinearFunction.UsualNoise)
    : GeneratedSource(trainCount, validationCount, testCount, noise)
{
    /// <summary>The standard deviation of the noise.</summary>
    internal const double UsualNoise = 0.5;

    private const int Inputs = 10;

    // sum_{j=1}^{10} j^2.
    private const double SumOfSquares = 385;

    /// <inheritdoc/>
    public override string Name => "linear function";

    /// <inheritdoc/>
    public override int InputCount => Inputs;

    /// <summary>The function without its noise.</summary>
    /// <param name="x">Ten inputs.</param>
    internal static double Evaluate(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int j = 1; j <= Inputs; j++)
            sum += (j % 2 == 0 ? j : -j) * x[j - 1];
        return sum / Math.Sqrt(SumOfSquares);
    }

    /// <inheritdoc/>
    private protected override TargetFunction FunctionOf(ulong seed, int repeat) => Evaluate;

    /// <inheritdoc/>
    private protected override void DrawInputs(Random random, Span<double> x)
    {
        foreach (ref double value in x)
            value = random.NextNormal();
    }
}
