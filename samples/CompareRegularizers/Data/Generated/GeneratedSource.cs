using System;

namespace CompareRegularizers.Data;

/// <summary>
/// Data drawn from a known function: <c>y = f(x) + N(0, noise^2)</c> to train and to validate on, <c>y = f(x)</c> to test on, so
/// that the squared test error is the excess risk.
/// </summary>
/// <param name="trainCount">Examples to train on.</param>
/// <param name="validationCount">Examples to validate on.</param>
/// <param name="testCount">Examples to test on.</param>
/// <param name="noise">The standard deviation of the label noise, at least 0, in the target's units.</param>
internal abstract class GeneratedSource(int trainCount, int validationCount, int testCount, double noise) : IDataSource
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract int InputCount { get; }

    /// <inheritdoc/>
    public int TrainCount => trainCount;

    /// <summary>The standard deviation of the label noise.</summary>
    internal double Noise => noise;

    /// <inheritdoc/>
    public string TargetName => "y";

    /// <inheritdoc/>
    public string TestDescription => "noise-free targets";

    /// <inheritdoc/>
    public Split Draw(ulong seed, int repeat)
    {
        TargetFunction function = FunctionOf(seed, repeat);
        Random random = RandomStream.Create(seed, repeat, RandomStream.Purpose.Data);
        return new Split(
            Draw(random, function, trainCount, noise), Draw(random, function, validationCount, noise), Draw(random, function, testCount, 0));
    }

    /// <inheritdoc/>
    public string InputName(int input) => $"x{input + 1}";

    /// <summary>The function of a repeat: a pure function of its arguments.</summary>
    private protected abstract TargetFunction FunctionOf(ulong seed, int repeat);

    /// <summary>Draws the inputs of one example.</summary>
    private protected abstract void DrawInputs(Random random, Span<double> x);

    private Part Draw(Random random, TargetFunction function, int count, double deviation)
    {
        var inputs = new double[count * InputCount];
        var targets = new double[count];
        for (int i = 0; i < count; i++)
            DrawInputs(random, inputs.AsSpan(i * InputCount, InputCount));
        for (int i = 0; i < count; i++)
            targets[i] = function(inputs.AsSpan(i * InputCount, InputCount)) + (deviation == 0 ? 0 : deviation * random.NextNormal());
        return new Part(inputs, targets);
    }
}
