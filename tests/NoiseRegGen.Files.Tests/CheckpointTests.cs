using System;
using System.IO;
using System.Linq;
using NoiseRegGen.Training;
using Xunit;

namespace NoiseRegGen.Files.Tests;

public class CheckpointTests
{
    private const int Rows = 10;

    private static readonly TrainingOptions s_options = new()
    {
        BatchSize = 4,
        Epochs = 6,
        Seed = 11,
        Regularizer = Regularizer.WeightNoise(0.01),
        Schedule = LearningRateSchedule.Cosine,
        EtaWarmUpFraction = 0.5,
        ClipNorm = 2.5,
    };

    private static readonly double[] s_x = [.. Enumerable.Range(0, Rows * 3).Select(i => Math.Sin(i))];
    private static readonly double[] s_y = [.. Enumerable.Range(0, Rows * 2).Select(i => Math.Cos(i))];

    public static TheoryData<string> Optimizers => ["sgd", "momentum", "nesterov", "adam", "adamw"];

    public static TheoryData<string> Regularizers => ["none", "decay", "noise", "layer-wise", "scaled", "penalty", "projected", "corrected"];

    private static Optimizer<double> Optimizer(string name) => name switch
    {
        "sgd" => new Sgd<double>(26, 0.01),
        "momentum" => new Sgd<double>(26, 0.01, momentum: 0.9),
        "nesterov" => new Sgd<double>(26, 0.01, momentum: 0.9, nesterov: true),
        "adam" => new Adam<double>(26, 0.01),
        _ => new AdamW<double>(26, 0.01),
    };

    private static Trainer<Networks.SmallDouble, double> Create(TrainingOptions options, string optimizer = "adam", ulong seed = 1) =>
        new(new Networks.SmallDouble(seed), Optimizer(optimizer), options);

    private static byte[] Bits(Trainer<Networks.SmallDouble, double> trainer) => Values.Bits<double>(trainer.Network.Parameters);

    private static void Train(Trainer<Networks.SmallDouble, double> trainer) =>
        trainer.Train(s_x, s_y, cancellationToken: TestContext.Current.CancellationToken);

    private static void TrainEpoch(Trainer<Networks.SmallDouble, double> trainer) =>
        trainer.TrainEpoch(s_x, s_y, TestContext.Current.CancellationToken);

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void A_run_resumed_after_any_epoch_is_the_run_that_was_not_stopped_bit_for_bit(string optimizer) =>
        ResumedIsWhole(s_options, optimizer);

    [Theory]
    [MemberData(nameof(Regularizers))]
    public void So_it_is_with_every_regularizer(string regularizer) => ResumedIsWhole(
        s_options with
        {
            Regularizer = regularizer switch
            {
                "decay" => Regularizer.WeightDecay(0.1),
                "noise" => Regularizer.WeightNoise(0.01, NoiseSampling.PerBatch, antithetic: true),
                "layer-wise" => Regularizer.WeightNoise(0.01, NoiseSampling.LayerWise),
                "scaled" => Regularizer.WeightNoise(0.01, scales: new NoiseScales([1, 0], [0.5, 2])),
                "penalty" => Regularizer.GradientPenalty(0.01),
                "projected" => Regularizer.GradientPenalty(0.01, projected: true),
                "corrected" => Regularizer.CorrectedPenalty(0.01),
                _ => Regularizer.None,
            },
        },
        "adam");

    private static void ResumedIsWhole(TrainingOptions options, string optimizer)
    {
        Trainer<Networks.SmallDouble, double> whole = Create(options, optimizer);
        Train(whole);
        for (int stop = 0; stop < options.Epochs; stop++)
        {
            using Folder folder = new();
            Trainer<Networks.SmallDouble, double> stopped = Create(options, optimizer);
            for (int epoch = 0; epoch < stop; epoch++)
                TrainEpoch(stopped);
            stopped.SaveCheckpoint(folder["a.checkpoint"]);
            // Another start, so that nothing but the file can make them equal.
            Trainer<Networks.SmallDouble, double> resumed = Create(options, optimizer, seed: 2);
            resumed.RestoreCheckpoint(folder["a.checkpoint"]);
            Assert.Equal((stop, stopped.StepCount), (resumed.EpochCount, resumed.StepCount));
            Train(resumed);
            Assert.Equal(Bits(whole), Bits(resumed));
            Assert.Equal(whole.StepCount, resumed.StepCount);
        }
    }

    [Fact]
    public void The_trainer_saves_every_so_many_epochs_and_the_last()
    {
        using Folder folder = new();
        string path = folder["a.checkpoint"];
        Trainer<Networks.SmallDouble, double> trainer = Create(s_options with { Epochs = 5 });
        trainer.Checkpoints = new CheckpointPlan { Path = path, EveryEpochs = 2 };
        int[] saved = new int[5];
        trainer.Train(s_x, s_y, report => saved[report.Epoch - 1] = SavedEpoch(path), TestContext.Current.CancellationToken);
        Assert.Equal([-1, 2, 2, 4, 5], saved);
        Assert.Equal("EveryEpochs", Assert.Throws<ArgumentOutOfRangeException>(() => new CheckpointPlan { Path = path, EveryEpochs = 0 }).ParamName);

        int SavedEpoch(string file)
        {
            if (!File.Exists(file))
                return -1;
            Trainer<Networks.SmallDouble, double> reader = Create(s_options with { Epochs = 5 });
            reader.RestoreCheckpoint(file);
            return reader.EpochCount;
        }
    }

    [Fact]
    public void A_finished_run_is_restored_as_finished()
    {
        using Folder folder = new();
        Trainer<Networks.SmallDouble, double> trainer = Create(s_options), restored = Create(s_options);
        Train(trainer);
        trainer.SaveCheckpoint(folder["a.checkpoint"]);
        restored.RestoreCheckpoint(folder["a.checkpoint"]);
        Assert.Equal(s_options.Epochs, restored.EpochCount);
        Assert.Throws<InvalidOperationException>(() => Train(restored));
    }

    [Fact]
    public void The_learning_rate_is_restored()
    {
        using Folder folder = new();
        Optimizer<double> optimizer = Optimizer("adam"), other = Optimizer("adam");
        Trainer<Networks.SmallDouble, double> trainer = new(new Networks.SmallDouble(1), optimizer, s_options);
        optimizer.LearningRate = 1 / 3.0;
        trainer.SaveCheckpoint(folder["a.checkpoint"]);
        new Trainer<Networks.SmallDouble, double>(new Networks.SmallDouble(1), other, s_options).RestoreCheckpoint(folder["a.checkpoint"]);
        Assert.Equal(1 / 3.0, other.LearningRate);
    }

    [Fact]
    public void Other_options_are_refused_and_the_first_difference_is_named()
    {
        using Folder folder = new();
        Create(s_options).SaveCheckpoint(folder["a.checkpoint"]);
        Refused(folder, Create(s_options with { Epochs = 7 }), "Epochs = 7", "Epochs = 6");
        Refused(folder, Create(s_options with { Seed = 12 }), "Seed = 12", "Seed = 11");
        Refused(folder, Create(s_options with { BatchSize = 5 }), "BatchSize = 5", "BatchSize = 4");
        Refused(folder, Create(s_options with { ClipNorm = null }), "ClipNorm = ", "ClipNorm = 2.5");
        Refused(folder, Create(s_options with { ShardSize = 2 }), "ShardSize = 2", "ShardSize = 128");
        Refused(folder, Create(s_options with { Regularizer = Regularizer.WeightNoise(0.02) }), "Strength = 0.02", "Strength = 0.01");
        Refused(folder, Create(s_options with { Regularizer = Regularizer.WeightNoise(0.01, antithetic: true) }), "Antithetic = True", "Antithetic = False");
    }

    [Fact]
    public void Other_noise_scales_are_refused_and_equal_ones_are_not()
    {
        using Folder folder = new();
        Create(Scaled(0.25)).SaveCheckpoint(folder["a.checkpoint"]);
        Refused(folder, Create(Scaled(0.5)), "Weights = 0.5 1", "Weights = 0.25 1");
        Create(Scaled(0.25)).RestoreCheckpoint(folder["a.checkpoint"]);

        static TrainingOptions Scaled(double first) =>
            s_options with { Regularizer = Regularizer.WeightNoise(0.01, scales: new NoiseScales([first, 1], [1, 1])) };
    }

    [Fact]
    public void Every_public_option_is_in_the_text_that_is_compared()
    {
        string text = s_options.ToString();
        Assert.All(typeof(TrainingOptions).GetProperties(), property => Assert.Contains(property.Name + " = ", text, StringComparison.Ordinal));
        Assert.All(
            typeof(Regularizer).GetProperties().Where(property => !property.GetMethod!.IsStatic),
            property => Assert.Contains(property.Name + " = ", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Another_optimizer_or_other_constants_are_refused()
    {
        using Folder folder = new();
        Create(s_options).SaveCheckpoint(folder["a.checkpoint"]);
        // AdamW has a state of the same length, and would go on in silence.
        Refused(folder, Create(s_options, "adamw"), "AdamW", "Adam {");
        Refused(folder, new(new Networks.SmallDouble(1), new Adam<double>(26, 0.01, beta2: 0.99), s_options), "Beta2 = 0.99", "Beta2 = 0.999");
        Refused(folder, Create(s_options, "sgd"), "[0]", "[52]");
    }

    [Fact]
    public void Another_network_is_refused()
    {
        using Folder folder = new();
        Create(s_options).SaveCheckpoint(folder["a.checkpoint"]);
        Trainer<Networks.Small, float> single = new(new Networks.Small(1), new Adam<float>(26), s_options);
        Assert.Contains("F32", Assert.Throws<ModelFileException>(() => single.RestoreCheckpoint(folder["a.checkpoint"])).Expected, StringComparison.Ordinal);
        Trainer<Networks.EveryActivation, double> other = new(
            new Networks.EveryActivation(1), new Adam<double>(Networks.EveryActivation.ParameterCount), s_options);
        Assert.Throws<ModelFileException>(() => other.RestoreCheckpoint(folder["a.checkpoint"]));
        new Trainer<Networks.SmallGelu, float>(new Networks.SmallGelu(1), new Adam<float>(26), s_options).SaveCheckpoint(folder["b.checkpoint"]);
        Assert.Contains("Tanh", Assert.Throws<ModelFileException>(() => single.RestoreCheckpoint(folder["b.checkpoint"])).Expected, StringComparison.Ordinal);
        ModelFile.Save(new Networks.Small(1), folder["c.safetensors"]);
        Assert.Contains("checkpoint", Assert.Throws<ModelFileException>(() => single.RestoreCheckpoint(folder["c.safetensors"])).Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void A_checkpoint_with_any_byte_changed_or_cut_short_anywhere_is_refused_and_changes_nothing()
    {
        using Folder folder = new();
        Trainer<Networks.SmallDouble, double> trainer = Create(s_options), other = Create(s_options, seed: 2);
        TrainEpoch(trainer);
        TrainEpoch(other);
        trainer.SaveCheckpoint(folder["a.checkpoint"]);
        byte[] bytes = File.ReadAllBytes(folder["a.checkpoint"]);
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] ^= 1;
            folder.Write("bad", bytes);
            Assert.Throws<ModelFileException>(() => other.RestoreCheckpoint(folder["bad"]));
            bytes[i] ^= 1;
            folder.Write("bad", bytes[..i]);
            Assert.Throws<ModelFileException>(() => other.RestoreCheckpoint(folder["bad"]));
        }

        // Nothing of the refused files has come through: the run goes on as one that never tried.
        Trainer<Networks.SmallDouble, double> untouched = Create(s_options, seed: 2);
        Train(untouched);
        Train(other);
        Assert.Equal(Bits(untouched), Bits(other));
    }

    [Fact]
    public void A_run_that_diverges_at_once_after_its_restoration_keeps_the_restored_parameters()
    {
        using Folder folder = new();
        Trainer<Networks.SmallDouble, double> trainer = Create(s_options), restored = Create(s_options, seed: 2);
        TrainEpoch(trainer);
        trainer.SaveCheckpoint(folder["a.checkpoint"]);
        restored.RestoreCheckpoint(folder["a.checkpoint"]);
        double[] bad = [.. s_y];
        bad.AsSpan().Fill(double.NaN);
        Assert.Throws<TrainingDivergedException>(() => restored.TrainEpoch(s_x, bad, TestContext.Current.CancellationToken));
        Assert.Equal(Bits(trainer), Bits(restored));
    }

    [Fact]
    public void A_cancelled_epoch_can_be_saved_and_begins_anew()
    {
        using Folder folder = new();
        Trainer<Networks.SmallDouble, double> trainer = Create(s_options), restored = Create(s_options, seed: 2);
        TrainEpoch(trainer);
        Assert.Throws<OperationCanceledException>(() => trainer.TrainEpoch(s_x, s_y, new System.Threading.CancellationToken(canceled: true)));
        trainer.SaveCheckpoint(folder["a.checkpoint"]);
        restored.RestoreCheckpoint(folder["a.checkpoint"]);
        Train(trainer);
        Train(restored);
        Assert.Equal(Bits(trainer), Bits(restored));
    }

    [Fact]
    public void Infinite_state_of_an_optimizer_is_kept()
    {
        using Folder folder = new();
        Optimizer<double> optimizer = Optimizer("adam"), other = Optimizer("adam");
        double[] state = new double[52];
        state[51] = double.PositiveInfinity;
        state[3] = double.NaN;
        optimizer.Restore(state, 4);
        new Trainer<Networks.SmallDouble, double>(new Networks.SmallDouble(1), optimizer, s_options).SaveCheckpoint(folder["a.checkpoint"]);
        new Trainer<Networks.SmallDouble, double>(new Networks.SmallDouble(1), other, s_options).RestoreCheckpoint(folder["a.checkpoint"]);
        Assert.Equal(Values.Bits<double>(state), Values.Bits(other.State));
        Assert.Equal(4, other.StepCount);
    }

    private static void Refused(Folder folder, Trainer<Networks.SmallDouble, double> trainer, string expected, string found)
    {
        byte[] before = Bits(trainer);
        ModelFileException exception = Assert.Throws<ModelFileException>(() => trainer.RestoreCheckpoint(folder["a.checkpoint"]));
        Assert.Contains(expected, exception.Expected, StringComparison.Ordinal);
        Assert.Contains(found, exception.Found, StringComparison.Ordinal);
        Assert.Equal(before, Bits(trainer));
        Assert.Equal((0, 0L), (trainer.EpochCount, trainer.StepCount));
    }
}
