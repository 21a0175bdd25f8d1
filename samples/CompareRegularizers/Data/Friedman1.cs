using System;

namespace CompareRegularizers.Data;

/// <summary>
/// Friedman's first test function (Friedman 1991; Breiman 1996): ten inputs uniform on [0, 1], of which five matter,
/// <c>y = 10 sin(pi x1 x2) + 20 (x3 - 1/2)^2 + 10 x4 + 5 x5 + N(0, 1)</c>.
/// </summary>
/// <remarks>
/// The test targets carry no noise, so that the squared test error is the excess risk. Over the inputs the noiseless function
/// has mean 14.4133 and standard deviation 4.8812.
/// </remarks>
internal sealed class Friedman1(int trainCount, int validationCount, int testCount) : IDataSource
{
    /// <inheritdoc/>
    public string Name => "Friedman #1";

    /// <inheritdoc/>
    public int InputCount => 10;

    /// <inheritdoc/>
    public int TrainCount => trainCount;

    /// <inheritdoc/>
    public string TargetName => "y";

    /// <inheritdoc/>
    public string TestDescription => "noise-free targets";

    /// <summary>The function without its noise.</summary>
    /// <param name="x">Ten inputs.</param>
    internal static double Evaluate(ReadOnlySpan<double> x) =>
        (10 * Math.Sin(Math.PI * x[0] * x[1])) + (20 * (x[2] - 0.5) * (x[2] - 0.5)) + (10 * x[3]) + (5 * x[4]);

    /// <inheritdoc/>
    public Split Draw(ulong seed, int repeat)
    {
        Random random = RandomStream.Create(seed, repeat, RandomStream.Purpose.Data);
        return new Split(Draw(random, trainCount, 1), Draw(random, validationCount, 1), Draw(random, testCount, 0));
    }

    /// <inheritdoc/>
    public string InputName(int input) => $"x{input + 1}";

    private Part Draw(Random random, int count, double noise)
    {
        var inputs = new double[count * InputCount];
        var targets = new double[count];
        for (int i = 0; i < inputs.Length; i++)
            inputs[i] = random.NextDouble();
        for (int i = 0; i < count; i++)
            targets[i] = Evaluate(inputs.AsSpan(i * InputCount, InputCount)) + (noise == 0 ? 0 : noise * random.NextNormal());
        return new Part(inputs, targets);
    }
}
