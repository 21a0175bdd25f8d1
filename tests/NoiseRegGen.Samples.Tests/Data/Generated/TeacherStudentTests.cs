using System;
using System.Linq;
using CompareRegularizers.Data;
using MathNet.Numerics.Statistics;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Data;

public class TeacherStudentTests
{
    private const int Count = 50_000;

    [Fact]
    public void Test_targets_are_the_teachers_outputs()
    {
        var source = new TeacherStudent(20, 20, 500);
        Part test = source.Draw(seed: 3, repeat: 2).Test;
        var outputs = new double[test.Count];
        source.TeacherOf(seed: 3, repeat: 2).Forward(test.Inputs, outputs);
        // One at a time or all at once: sums of 16 products in another order.
        for (int i = 0; i < outputs.Length; i++)
            Assert.Equal(outputs[i], test.Targets[i], 1e-13);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void The_target_has_mean_0_and_variance_1(int repeat)
    {
        double[] targets = new TeacherStudent(2, 2, Count).Draw(seed: 8, repeat).Test.Targets;
        // Five standard errors of both samples together: the one that scaled the teacher, of 4096, and this one. The kurtosis is
        // taken from the sample; a bounded tanh network's is near 3 or below.
        double factor = Math.Sqrt((1.0 / TeacherStudent.ScalingCount) + (1.0 / Count));
        Assert.Equal(0, targets.Mean(), 5 * factor);
        Assert.Equal(1, targets.StandardDeviation(), 5 * factor * Math.Sqrt((targets.Kurtosis() + 2) / 4));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    [InlineData(0.5)]
    public void The_knob_is_the_deviation_of_the_label_noise(double noise)
    {
        var source = new TeacherStudent(Count, 2, 2, noise);
        Part train = source.Draw(seed: 3, repeat: 0).Train;
        var outputs = new double[Count];
        source.TeacherOf(seed: 3, repeat: 0).Forward(train.Inputs, outputs);
        double[] residuals = [.. train.Targets.Zip(outputs, (y, output) => y - output)];
        // Five standard errors of a normal variable's deviation; and the rounding of the two forward passes.
        Assert.Equal(noise, Math.Sqrt(residuals.Average(r => r * r)), (5 * noise / Math.Sqrt(2.0 * Count)) + 1e-13);
    }

    [Fact]
    public void The_noise_knob_moves_neither_teacher_nor_inputs()
    {
        Part quiet = new TeacherStudent(20, 20, 20, 0).Draw(seed: 3, repeat: 0).Train;
        Part loud = new TeacherStudent(20, 20, 20, 0.5).Draw(seed: 3, repeat: 0).Train;
        Assert.Equal(quiet.Inputs, loud.Inputs);
        Assert.NotEqual(quiet.Targets, loud.Targets);
    }

    [Fact]
    public void Every_repeat_has_a_teacher_of_its_own_and_always_the_same()
    {
        var source = new TeacherStudent(20, 20, 20);
        Assert.Equal(source.TeacherOf(1, 0).Parameters.ToArray(), source.TeacherOf(1, 0).Parameters.ToArray());
        Assert.NotEqual(source.TeacherOf(1, 0).Parameters.ToArray(), source.TeacherOf(1, 1).Parameters.ToArray());
        Assert.NotEqual(source.TeacherOf(1, 0).Parameters.ToArray(), source.TeacherOf(2, 0).Parameters.ToArray());
    }

    [Fact]
    public void The_teacher_is_not_linear()
    {
        // The best linear function of five inputs leaves a good part of the target unexplained, in every one of ten repeats.
        for (int repeat = 0; repeat < 10; repeat++)
        {
            Part part = new TeacherStudent(2, 2, 2000).Draw(seed: 4, repeat).Test;
            double explained = 0;
            // Standard normal inputs are uncorrelated: the parts that they explain add up.
            for (int j = 0; j < 5; j++)
                explained += Math.Pow(Correlation.Pearson(part.Inputs.Where((_, i) => i % 5 == j), part.Targets), 2);
            Assert.InRange(explained, 0, 0.95);
        }
    }
}
