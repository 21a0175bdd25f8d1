using System;
using System.Numerics;
using NoiseRegGen.Training;
using Xunit;

namespace NoiseRegGen.Runtime.Tests.Training;

public class OptimizerTests
{
    // No multiple of any vector width, and above the widest: both the vector loop and the tail run.
    private const int Count = 37;
    private const int Steps = 50;
    private const double Rate = 0.05;

    public static TheoryData<string> Methods => ["sgd", "sgd decay", "momentum", "momentum decay", "nesterov", "adam", "adamw"];

    internal static Optimizer<T> Create<T>(string method, int count)
        where T : unmanaged, IFloatingPointIeee754<T>
        => method switch
        {
            "sgd" => new Sgd<T>(count, Rate),
            "sgd decay" => new Sgd<T>(count, Rate, weightDecay: 0.1),
            "momentum" => new Sgd<T>(count, Rate, momentum: 0.75),
            "momentum decay" => new Sgd<T>(count, Rate, momentum: 0.75, weightDecay: 0.1),
            "nesterov" => new Sgd<T>(count, Rate, momentum: 0.75, nesterov: true, weightDecay: 0.1),
            "adam" => new Adam<T>(count, Rate, beta1: 0.875, beta2: 0.96875, epsilon: 1e-6),
            "adamw" => new AdamW<T>(count, Rate, beta1: 0.875, beta2: 0.96875, epsilon: 1e-6, weightDecay: 0.1),
            _ => throw new ArgumentException(method, nameof(method)),
        };

    private static double Reference(string method, double w, double[] gradients) => method switch
    {
        "sgd" => ReferenceOptimizers.Sgd(w, gradients, Rate, 0, false, 0),
        "sgd decay" => ReferenceOptimizers.Sgd(w, gradients, Rate, 0, false, 0.1),
        "momentum" => ReferenceOptimizers.Sgd(w, gradients, Rate, 0.75, false, 0),
        "momentum decay" => ReferenceOptimizers.Sgd(w, gradients, Rate, 0.75, false, 0.1),
        "nesterov" => ReferenceOptimizers.Sgd(w, gradients, Rate, 0.75, true, 0.1),
        "adam" => ReferenceOptimizers.Adam(w, gradients, Rate, 0.875, 0.96875, 1e-6, 0),
        _ => ReferenceOptimizers.Adam(w, gradients, Rate, 0.875, 0.96875, 1e-6, 0.1),
    };

    // Steps are at most about 0.05 x 4 = 0.2 in size (|g'| <= 4 / (1 - 0.75) x 0.05 for momentum) and parameters below 32. Per step: one
    // rounding of w, at most 2^4 u with the unit roundoff u, and one of the step, of relative size below (2 x 50 + 10) u by the recursions
    // of mean and square; 50 steps: below 50 (16 + 0.8 x 110) u = 5200 u.
    [Theory]
    [MemberData(nameof(Methods))]
    public void Double_steps_follow_the_published_rule(string method) => FollowsTheRule<double>(method, 5200 * Math.Pow(2, -53));

    [Theory]
    [MemberData(nameof(Methods))]
    public void Single_steps_follow_the_published_rule(string method) => FollowsTheRule<float>(method, 5200 * Math.Pow(2, -24));

    private static void FollowsTheRule<T>(string method, double bound)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] start = Numbers.Normals<T>(1, Count), w = [.. start];
        Optimizer<T> optimizer = Create<T>(method, Count);
        double[][] gradients = new double[Count][];
        for (int i = 0; i < Count; i++)
            gradients[i] = new double[Steps];
        for (int t = 0; t < Steps; t++)
        {
            T[] g = Numbers.Normals<T>((ulong)t + 2, Count);
            for (int i = 0; i < Count; i++)
                gradients[i][t] = double.CreateChecked(g[i]);
            optimizer.Step(w, g);
        }
        for (int i = 0; i < Count; i++)
        {
            double expected = Reference(method, double.CreateChecked(start[i]), gradients[i]);
            Assert.InRange(double.CreateChecked(w[i]) - expected, -bound, bound);
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_parameters_bits_do_not_depend_on_its_place(string method)
    {
        float[] together = Numbers.Normals<float>(1, Count), alone = [.. together];
        Optimizer<float> optimizer = Create<float>(method, Count);
        Optimizer<float>[] single = new Optimizer<float>[Count];
        for (int i = 0; i < Count; i++)
            single[i] = Create<float>(method, 1);
        for (int t = 0; t < 10; t++)
        {
            float[] g = Numbers.Normals<float>((ulong)t + 2, Count);
            optimizer.Step(together, g);
            for (int i = 0; i < Count; i++)
                single[i].Step(alone.AsSpan(i, 1), g.AsSpan(i, 1));
        }
        Assert.Equal(Numbers.Bits<float>(together), Numbers.Bits<float>(alone));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_restored_run_goes_on_bit_for_bit(string method)
    {
        double[] w = Numbers.Normals<double>(1, Count), saved = [], state = [];
        long stepCount = 0;
        Optimizer<double> optimizer = Create<double>(method, Count);
        for (int t = 0; t < 10; t++)
        {
            if (t == 6)
                (saved, state, stepCount) = ([.. w], optimizer.State.ToArray(), optimizer.StepCount);
            optimizer.Step(w, Numbers.Normals<double>((ulong)t + 2, Count));
        }
        Optimizer<double> restored = Create<double>(method, Count);
        restored.Restore(state, stepCount);
        for (int t = 6; t < 10; t++)
            restored.Step(saved, Numbers.Normals<double>((ulong)t + 2, Count));
        Assert.Equal(Numbers.Bits<double>(w), Numbers.Bits<double>(saved));
        Assert.Equal(10, restored.StepCount);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_reset_run_begins_anew_with_its_learning_rate(string method)
    {
        double[] first = Numbers.Normals<double>(1, Count), second = [.. first], g = Numbers.Normals<double>(2, Count);
        Optimizer<double> optimizer = Create<double>(method, Count);
        optimizer.Step(first, g);
        optimizer.Reset();
        Assert.Equal(0, optimizer.StepCount);
        Assert.Equal(Rate, optimizer.LearningRate);
        optimizer.Step(second, g);
        Assert.Equal(Numbers.Bits<double>(first), Numbers.Bits<double>(second));
    }

    // f = sum_i c_i (w_i - i)^2 / 2 with curvatures from 0.5 to 2.
    [Theory]
    [InlineData("sgd")]
    [InlineData("momentum")]
    [InlineData("adam")]
    public void A_quadratic_is_minimised(string method)
    {
        double[] w = new double[5], g = new double[5];
        Optimizer<double> optimizer = Create<double>(method, 5);
        for (int t = 0; t < 2000; t++)
        {
            optimizer.LearningRate = Rate / (1 + (t / 200.0));
            for (int i = 0; i < 5; i++)
                g[i] = (0.5 + (0.375 * i)) * (w[i] - i);
            optimizer.Step(w, g);
        }
        // Plain descent contracts the slowest component by exp(-0.5 sum of rates) = exp(-0.5 x 0.05 x 200 ln 11) = 6e-6 x its distance.
        // Adam's steps have the size of the learning rate: it ends within one of its last steps.
        double bound = method == "adam" ? Rate / 11 : 1e-4;
        for (int i = 0; i < 5; i++)
            Assert.InRange(w[i] - i, -bound, bound);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_step_allocates_nothing(string method)
    {
        float[] w = Numbers.Normals<float>(1, Count), g = Numbers.Normals<float>(2, Count);
        Optimizer<float> optimizer = Create<float>(method, Count);
        optimizer.Step(w, g);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int t = 0; t < 100; t++)
            optimizer.Step(w, g);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
