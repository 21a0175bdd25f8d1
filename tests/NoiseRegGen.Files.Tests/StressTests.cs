using System;
using System.Linq;
using NoiseRegGen.Training;
using Xunit;

namespace NoiseRegGen.Files.Tests;

/// <summary>Training of generated networks on numbers that go wrong: what is reported, and that the last good parameters stay.</summary>
public class StressTests
{
    private const int Rows = 16;

    private static readonly float[] s_x = [.. Enumerable.Range(0, Rows * 3).Select(i => MathF.Sin(i))];
    private static readonly float[] s_y = [.. Enumerable.Range(0, Rows * 2).Select(i => MathF.Cos(i))];

    private static Trainer<Networks.Small, float> Create(TrainingOptions options, double learningRate = 0.01) =>
        new(new Networks.Small(1), new Sgd<float>(26, learningRate), options);

    private static TrainingDivergedException Diverged(Trainer<Networks.Small, float> trainer, float[] x, float[] y) =>
        Assert.Throws<TrainingDivergedException>(() => trainer.Train(x, y, cancellationToken: TestContext.Current.CancellationToken));

    [Theory]
    [InlineData(float.NaN, 5)]
    [InlineData(float.PositiveInfinity, 0)]
    [InlineData(float.NegativeInfinity, 15)]
    public void An_input_that_is_not_finite_is_told_by_its_row_and_no_step_is_taken_with_it(float bad, int row)
    {
        float[] x = [.. s_x];
        x[(3 * row) + 1] = bad;
        Trainer<Networks.Small, float> trainer = Create(new TrainingOptions { BatchSize = Rows });
        TrainingDivergedException exception = Diverged(trainer, x, s_y);
        Assert.Equal((0, row, 0), (exception.Step, exception.Row, exception.Layer));
        Assert.Contains($"Row {row} of the data", exception.Message, StringComparison.Ordinal);
        Assert.Equal(Values.Bits<float>(new Networks.Small(1).Parameters), Values.Bits<float>(trainer.Network.Parameters));
    }

    [Fact]
    public void A_bad_row_met_late_leaves_the_parameters_of_the_step_before()
    {
        // One row a step: the steps before the bad row's are those of a run without it.
        float[] y = [.. s_y];
        y[2 * 7] = float.PositiveInfinity;
        TrainingOptions options = new() { BatchSize = 1, Epochs = 1, Seed = 3 };
        Trainer<Networks.Small, float> trainer = Create(options);
        TrainingDivergedException exception = Diverged(trainer, s_x, y);
        Assert.Equal(7, exception.Row);
        Assert.Equal(double.PositiveInfinity, exception.Loss);
        Assert.InRange(exception.Step, 1, Rows - 1);
        Assert.Equal(exception.Step, trainer.StepCount);
        Assert.All(trainer.Network.Parameters.ToArray(), value => Assert.True(float.IsFinite(value)));

        // The parameters kept are those at whose step loss and gradient were last finite: one step short of those at the bad row.
        Assert.Equal(Values.Bits<float>(After((int)exception.Step - 1, options)), Values.Bits<float>(trainer.Network.Parameters));
    }

    [Fact]
    public void The_layer_whose_parameters_are_no_numbers_is_told()
    {
        Networks.Small network = new(1);
        network.Weights(1)[3] = float.NaN;
        Trainer<Networks.Small, float> trainer = new(network, new Sgd<float>(26, 0.01), new TrainingOptions());
        TrainingDivergedException exception = Diverged(trainer, s_x, s_y);
        Assert.Equal(1, exception.Layer);
        Assert.True(double.IsNaN(exception.LayerNorm));
        Assert.Null(exception.Row);
        Assert.Contains("layer 1 has parameters of norm NaN", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_loss_alone_overflows_the_layer_of_the_largest_parameters_is_told()
    {
        Networks.Small network = new(1);
        network.Biases(1).Fill(1e20f);
        Trainer<Networks.Small, float> trainer = new(network, new Sgd<float>(26, 0.01), new TrainingOptions());
        TrainingDivergedException exception = Diverged(trainer, s_x, s_y);
        Assert.Equal(double.PositiveInfinity, exception.Loss);
        Assert.True(double.IsFinite(exception.GradientNorm));
        Assert.Equal(1, exception.Layer);
        // Two biases of 1e20 beside weights of order one.
        Assert.InRange(exception.LayerNorm, 1.414e20, 1.415e20);
    }

    [Fact]
    public void An_exploding_learning_rate_ends_with_finite_parameters_that_have_a_finite_loss()
    {
        Trainer<Networks.Small, float> trainer = Create(new TrainingOptions { BatchSize = 4 }, learningRate: 1e12);
        TrainingDivergedException exception = Diverged(trainer, s_x, s_y);
        Assert.True(exception.Step > 0);
        Assert.Null(exception.Row);
        Assert.True(double.IsFinite(Loss(trainer.Network)));
    }

    [Theory]
    [InlineData("noise")]
    [InlineData("per example")]
    [InlineData("per batch")]
    [InlineData("penalty")]
    public void An_exploding_eta_ends_with_finite_parameters_that_have_a_finite_loss(string kind)
    {
        const double eta = 1e38;
        Regularizer regularizer = kind switch
        {
            "noise" => Regularizer.WeightNoise(eta),
            "per example" => Regularizer.WeightNoise(eta, NoiseSampling.PerExample),
            "per batch" => Regularizer.WeightNoise(eta, NoiseSampling.PerBatch),
            _ => Regularizer.GradientPenalty(eta),
        };
        Trainer<Networks.Small, float> trainer = Create(new TrainingOptions { BatchSize = 4, Regularizer = regularizer });
        TrainingDivergedException exception = Diverged(trainer, s_x, s_y);
        Assert.Null(exception.Row);
        Assert.True(double.IsFinite(Loss(trainer.Network)));
        Assert.Equal(trainer.StepCount, exception.Step);
    }

    [Fact]
    public void A_clipped_gradient_survives_what_ends_a_free_one()
    {
        // A learning rate of 1 is far beyond 2 / curvature for targets and inputs of this size.
        float[] x = [.. s_x.Select(value => 100 * value)], y = [.. s_y.Select(value => 1e6f * value)];
        Diverged(Create(new TrainingOptions { BatchSize = Rows, Epochs = 200 }, learningRate: 1), x, y);
        Trainer<Networks.Small, float> clipped = Create(new TrainingOptions { BatchSize = Rows, Epochs = 200, ClipNorm = 1 }, learningRate: 1);
        float[] before = clipped.Network.Parameters.ToArray();
        clipped.Train(x, y, cancellationToken: TestContext.Current.CancellationToken);
        double squared = 0;
        for (int i = 0; i < before.Length; i++)
            squared += Math.Pow(clipped.Network.Parameters[i] - before[i], 2);
        // 200 steps of a length of at most 1; 1e-4 for their rounding in float.
        Assert.InRange(Math.Sqrt(squared), 0, 200 * (1 + 1e-4));
    }

    [Fact]
    public void Denormal_inputs_act_as_zeros_to_rounding()
    {
        float[] tiny = [.. s_x.Select(value => value * 1e-40f)];
        Assert.All(tiny.Where(value => value != 0), value => Assert.True(float.IsSubnormal(value)));
        // Products with weights of order one stay below 1e-38, far under half an ulp of any bias and activation of order 1e-3 or more,
        // but the first layer's weight gradients are denormal instead of zero, and move a weight of order one by nothing.
        Trainer<Networks.Small, float> trainer = Create(new TrainingOptions { Epochs = 20 }), zero = Create(new TrainingOptions { Epochs = 20 });
        foreach (Trainer<Networks.Small, float> each in (Trainer<Networks.Small, float>[])[trainer, zero])
        {
            // From nonzero biases: a sum 0 + 1e-40 would be exact and not be rounded away.
            each.Network.Biases(0).Fill(0.5f);
            each.Network.Biases(1).Fill(0.5f);
        }

        trainer.Train(tiny, s_y, cancellationToken: TestContext.Current.CancellationToken);
        zero.Train(new float[s_x.Length], s_y, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(zero.Network.Parameters.ToArray(), trainer.Network.Parameters.ToArray());
    }

    [Fact]
    public void Denormal_targets_and_parameters_train_without_complaint()
    {
        Networks.Small network = new(1);
        network.Parameters.Fill(1e-42f);
        float[] y = new float[Rows * 2];
        Array.Fill(y, 1e-44f);
        foreach (Optimizer<float> optimizer in (Optimizer<float>[])[new Sgd<float>(26, 0.1), new Adam<float>(26), new AdamW<float>(26)])
        {
            TrainingResult result = new Trainer<Networks.Small, float>(network, optimizer, new TrainingOptions { Epochs = 5 })
                .Train(s_x, y, cancellationToken: TestContext.Current.CancellationToken);
            Assert.InRange(result.Loss, 0, 1e-3);
            Assert.All(network.Parameters.ToArray(), value => Assert.True(float.IsFinite(value)));
        }
    }

    private static float[] After(int steps, TrainingOptions options)
    {
        Networks.Small network = new(1);
        CountingSgd optimizer = new(steps);
        new Trainer<Networks.Small, float>(network, optimizer, options).Train(s_x, s_y, cancellationToken: TestContext.Current.CancellationToken);
        return network.Parameters.ToArray();
    }

    private static double Loss(Networks.Small network) =>
        Evaluation.Loss<Networks.Small, float>(network, s_x, s_y, new Networks.Small.Workspace());

    /// <summary>Gradient descent that stands still after some steps.</summary>
    private sealed class CountingSgd(int steps) : Optimizer<float>(26, 0.01, 0)
    {
        protected override void Update(Span<float> parameters, ReadOnlySpan<float> gradient)
        {
            for (int i = 0; i < gradient.Length && StepCount <= steps; i++)
                parameters[i] -= (float)LearningRate * gradient[i];
        }
    }
}
