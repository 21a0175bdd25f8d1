using System;
using MathNet.Numerics.Statistics;

namespace CompareRegularizers.Data;

/// <summary>
/// A target that a wide enough network can reach exactly: five standard normal inputs into a random tanh network, 5-16-16-1, another
/// one in every repeat. The label noise is the knob: without it residuals vanish at the optimum, and with them the term
/// <c>r T</c> by which weight noise and the penalty differ.
/// </summary>
/// <remarks>
/// Hidden weights are <c>N(0, 1.5^2 / inputs)</c>, hidden biases <c>N(0, 1/4)</c>: units leave the linear range without saturating.
/// The last layer is scaled so that the target has mean 0 and variance 1 on <see cref="ScalingCount"/> inputs of its own.
/// </remarks>
internal sealed class TeacherStudent(int trainCount, int validationCount, int testCount, double noise = TeacherStudent.UsualNoise)
    : GeneratedSource(trainCount, validationCount, testCount, noise)
{
    /// <summary>The standard deviation of the label noise, that of the target being 1.</summary>
    internal const double UsualNoise = 0.1;

    /// <summary>The number of inputs by which a teacher's output is scaled.</summary>
    internal const int ScalingCount = 4096;

    private const double Gain = 1.5;
    private const double BiasDeviation = 0.5;

    /// <inheritdoc/>
    public override string Name => "teacher and student";

    /// <inheritdoc/>
    public override int InputCount => TeacherNetwork.LayerSizes[0];

    /// <summary>The teacher of a repeat: a pure function of its arguments.</summary>
    internal TeacherNetwork TeacherOf(ulong seed, int repeat)
    {
        Random random = RandomStream.Create(seed, repeat, RandomStream.Purpose.Teacher);
        var teacher = new TeacherNetwork(seed: 0);
        int last = TeacherNetwork.LayerSizes.Length - 2;
        for (int layer = 0; layer <= last; layer++)
        {
            Fill(random, teacher.Weights(layer), Gain / Math.Sqrt(TeacherNetwork.LayerSizes[layer]));
            Fill(random, teacher.Biases(layer), layer < last ? BiasDeviation : 0);
        }

        Standardise(random, teacher, last);
        return teacher;
    }

    /// <inheritdoc/>
    private protected override TargetFunction FunctionOf(ulong seed, int repeat)
    {
        TeacherNetwork teacher = TeacherOf(seed, repeat);
        var workspace = new TeacherNetwork.Workspace();
        var output = new double[1];
        return x =>
        {
            teacher.Forward(x, output, workspace);
            return output[0];
        };
    }

    /// <inheritdoc/>
    private protected override void DrawInputs(Random random, Span<double> x) => Fill(random, x, 1);

    private void Standardise(Random random, TeacherNetwork teacher, int last)
    {
        var inputs = new double[ScalingCount * InputCount];
        Fill(random, inputs, 1);
        var outputs = new double[ScalingCount];
        teacher.Forward(inputs, outputs);
        (double mean, double deviation) = outputs.MeanStandardDeviation();
        foreach (ref double weight in teacher.Weights(last))
            weight /= deviation;
        teacher.Biases(last)[0] = -mean / deviation;
    }

    private static void Fill(Random random, Span<double> values, double deviation)
    {
        foreach (ref double value in values)
            value = deviation * random.NextNormal();
    }
}
