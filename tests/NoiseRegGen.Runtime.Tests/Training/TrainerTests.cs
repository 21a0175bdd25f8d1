using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using NoiseRegGen.Runtime.Tests.Training.Models;
using NoiseRegGen.Training;
using Xunit;

namespace NoiseRegGen.Runtime.Tests.Training;

public class TrainerTests
{
    private const int Rows = 23;

    private static readonly double[] X = Numbers.Normals<double>(1, Rows * LinearModel.Inputs);
    private static readonly double[] Y = Numbers.Normals<double>(2, Rows * LinearModel.Outputs);

    private static readonly TrainingOptions Options = new() { BatchSize = 8, Epochs = 3, Seed = 17 };

    internal static Trainer<LinearModel, double> Create(LinearModel model, TrainingOptions options, WorkerTeam? team = null) =>
        new(model, new Adam<double>(model.Parameters.Length, 0.01), options, team);

    private static byte[] TrainedBits(TrainingOptions options, WorkerTeam? team = null)
    {
        LinearModel model = LinearModel.Create(9);
        Create(model, options, team).Train(X, Y, cancellationToken: Numbers.Stop);
        return Numbers.Bits<double>(model.Parameters);
    }

    public static TheoryData<string> Arms => ["none", "decay", "noise", "antithetic", "penalty"];

    internal static Regularizer Arm(string name) => name switch
    {
        "decay" => Regularizer.WeightDecay(0.1),
        "noise" => Regularizer.WeightNoise(0.01),
        "antithetic" => Regularizer.WeightNoise(0.01, antithetic: true),
        "penalty" => Regularizer.GradientPenalty(0.01),
        _ => Regularizer.None,
    };

    [Theory]
    [MemberData(nameof(Arms))]
    public void Equal_seeds_give_equal_bits_with_any_number_of_workers(string arm)
    {
        TrainingOptions options = Options with { Regularizer = Arm(arm), ShardSize = 3 };
        byte[] expected = TrainedBits(options);
        Assert.Equal(expected, TrainedBits(options));
        using WorkerTeam two = new(2);
        Assert.Equal(expected, TrainedBits(options, two));
        using WorkerTeam four = new(4);
        Assert.Equal(expected, TrainedBits(options, four));
    }

    [Fact]
    public void Another_seed_gives_another_order() => Assert.NotEqual(TrainedBits(Options), TrainedBits(Options with { Seed = 18 }));

    [Fact]
    public void The_gradient_penalty_does_nothing_to_a_linear_model()
    {
        Assert.Equal(TrainedBits(Options), TrainedBits(Options with { Regularizer = Regularizer.GradientPenalty(10) }));
        LinearModel model = LinearModel.Create(9);
        Trainer<LinearModel, double> trainer = Create(model, Options with { Regularizer = Regularizer.GradientPenalty(10) });
        TrainingResult result = trainer.Train(X, Y, cancellationToken: Numbers.Stop);
        double expected = 0;
        for (int n = 0; n < Rows; n++)
            expected += 2 * (1 + (X[3 * n] * X[3 * n]) + (X[(3 * n) + 1] * X[(3 * n) + 1]) + (X[(3 * n) + 2] * X[(3 * n) + 2])) / Rows;
        // The same positive terms in another order.
        Assert.Equal(expected, result.Penalty, 12);
    }

    [Fact]
    public void Each_epoch_shows_every_row_once_in_an_order_of_its_own_and_the_last_batch_is_what_is_left()
    {
        LinearModel model = LinearModel.Create(9);
        model.SeenInputs = [];
        Create(model, Options).Train(X, Y, cancellationToken: Numbers.Stop);
        Assert.Equal([8, 8, 7, 8, 8, 7, 8, 8, 7], model.SeenInputs.Select(batch => batch.Length / LinearModel.Inputs));
        double[] sorted = [.. Enumerable.Range(0, Rows).Select(n => X[3 * n]).Order()];
        List<double[]> orders = [];
        for (int epoch = 0; epoch < 3; epoch++)
        {
            double[] firsts = [.. model.SeenInputs.Skip(3 * epoch).Take(3).SelectMany(b => b).Where((_, i) => i % 3 == 0)];
            Assert.Equal(sorted, firsts.Order());
            orders.Add(firsts);
        }
        Assert.NotEqual(orders[0], orders[1]);
        Assert.NotEqual(orders[1], orders[2]);
    }

    [Fact]
    public void Noise_is_that_of_the_step_and_the_row_and_eta_warms_up()
    {
        LinearModel model = LinearModel.Create(9);
        model.SeenNoise = [];
        Regularizer noise = Regularizer.WeightNoise(0.5, NoiseSampling.PerBatch, antithetic: true);
        TrainingOptions options = Options with { Regularizer = noise, ShardSize = 5, EtaWarmUpFraction = 0.5 };
        Create(model, options).Train(X, Y, cancellationToken: Numbers.Stop);
        // Shards of 8, 8, 7 rows begin at rows 0 and 5.
        Assert.Equal(Enumerable.Range(0, 18).Select(i => (long)(i / 2)), model.SeenNoise.Select(n => n.Step));
        Assert.Equal(Enumerable.Range(0, 18).Select(i => i % 2 == 0 ? 0L : 5L), model.SeenNoise.Select(n => n.FirstExample));
        Assert.All(model.SeenNoise, n => Assert.True(n is { Seed: 17, Sampling: NoiseSampling.PerBatch, Antithetic: true }));
        for (int i = 0; i < 18; i++)
        {
            double progress = ((i / 6) + (i / 2 % 3 * 8 / 23.0)) / 3;
            Assert.Equal(0.5 * Math.Min(1, progress / 0.5), model.SeenNoise[i].Eta, 14);
        }
    }

    [Theory]
    [InlineData(LearningRateSchedule.Constant)]
    [InlineData(LearningRateSchedule.Linear)]
    [InlineData(LearningRateSchedule.Cosine)]
    public void The_learning_rate_follows_its_schedule_and_is_put_back(LearningRateSchedule schedule)
    {
        LinearModel model = LinearModel.Create(9);
        RecordingOptimizer recorder = new(model.Parameters.Length, 0.5);
        Trainer<LinearModel, double> trainer = new(model, recorder, Options with { Schedule = schedule });
        EpochReport last = default;
        trainer.Train(X, Y, report => last = report, Numbers.Stop);
        for (int i = 0; i < 9; i++)
        {
            double progress = ((i / 3) + (i % 3 * 8 / 23.0)) / 3;
            double factor = schedule switch
            {
                LearningRateSchedule.Linear => 1 - progress,
                LearningRateSchedule.Cosine => (1 + Math.Cos(Math.PI * progress)) / 2,
                _ => 1,
            };
            Assert.Equal(0.5 * factor, recorder.Rates[i], 14);
        }
        Assert.Equal(0.5, recorder.LearningRate);
        Assert.Equal(recorder.Rates[^1], last.LearningRate);
    }

    [Fact]
    public void Gradients_are_clipped_before_the_step()
    {
        LinearModel model = LinearModel.Create(9);
        RecordingOptimizer recorder = new(model.Parameters.Length, 0.5);
        new Trainer<LinearModel, double>(model, recorder, Options with { ClipNorm = 0.25 }).Train(X, Y, cancellationToken: Numbers.Stop);
        // Eight components, two roundings each.
        Assert.All(recorder.GradientNorms, norm => Assert.InRange(norm, 0, 0.25 * (1 + 1e-14)));
    }

    [Fact]
    public void Every_epoch_is_reported_and_the_last_one_is_the_result()
    {
        List<EpochReport> reports = [];
        LinearModel model = LinearModel.Create(9);
        TrainingResult result = Create(model, Options).Train(X, Y, reports.Add, Numbers.Stop);
        Assert.Equal([1, 2, 3], reports.Select(r => r.Epoch));
        Assert.Equal([3L, 6L, 9L], reports.Select(r => r.Steps));
        Assert.Equal(new TrainingResult(3, 9, reports[2].Loss, 0), result);
        Assert.True(reports[2].Loss < reports[0].Loss);
        Assert.All(reports, r => Assert.True(r.GradientNorm > 0));
    }

    [Fact]
    public void A_run_epoch_by_epoch_is_the_run_as_a_whole()
    {
        LinearModel model = LinearModel.Create(9);
        Trainer<LinearModel, double> trainer = Create(model, Options);
        for (int epoch = 1; epoch <= 3; epoch++)
            Assert.Equal(epoch, trainer.TrainEpoch(X, Y, cancellationToken: Numbers.Stop).Epoch);
        Assert.Equal(TrainedBits(Options), Numbers.Bits<double>(model.Parameters));
        Assert.Throws<InvalidOperationException>(() => trainer.TrainEpoch(X, Y, cancellationToken: Numbers.Stop));
        Assert.Throws<InvalidOperationException>(() => trainer.Train(X, Y, cancellationToken: Numbers.Stop));
    }

    [Fact]
    public void A_cancelled_run_stops_before_its_next_step()
    {
        using CancellationTokenSource source = new();
        LinearModel model = LinearModel.Create(9);
        Trainer<LinearModel, double> trainer = Create(model, Options);
        Assert.Throws<OperationCanceledException>(() => trainer.Train(X, Y, _ => source.Cancel(), source.Token));
        Assert.Equal((1, 3L), (trainer.EpochCount, trainer.StepCount));
        trainer.Train(X, Y, null, CancellationToken.None);
        Assert.Equal(TrainedBits(Options), Numbers.Bits<double>(model.Parameters));
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        LinearModel model = LinearModel.Create(9);
        Trainer<LinearModel, double> trainer = Create(model, Options);
        Assert.Equal("x", Assert.Throws<ArgumentException>(() => trainer.Train([], [], cancellationToken: Numbers.Stop)).ParamName);
        Assert.Equal("y", Assert.Throws<ArgumentException>(
            () => trainer.Train(X, new double[3], cancellationToken: Numbers.Stop)).ParamName);
        Assert.Equal("optimizer", Assert.Throws<ArgumentException>(
            () => new Trainer<LinearModel, double>(model, new Adam<double>(3), Options)).ParamName);
    }

    private sealed class RecordingOptimizer(int count, double rate) : Optimizer<double>(count, rate, 0)
    {
        internal readonly List<double> Rates = [];
        internal readonly List<double> GradientNorms = [];

        protected override void Update(Span<double> parameters, ReadOnlySpan<double> gradient)
        {
            Rates.Add(LearningRate);
            double sum = 0;
            for (int i = 0; i < gradient.Length; i++)
            {
                sum += gradient[i] * gradient[i];
                parameters[i] -= 0.01 * gradient[i];
            }
            GradientNorms.Add(Math.Sqrt(sum));
        }
    }
}
