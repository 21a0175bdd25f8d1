using System;
using System.IO;
using NoiseRegGen.Training;

namespace NoiseRegGen.CheckpointWriter;

/// <summary>The run that is killed and resumed: the same one in the child process and in the test.</summary>
public static class Run
{
    private const int Rows = 16;

    /// <summary>A trainer at the run's start.</summary>
    /// <param name="epochs">The length of the run: part of the options, hence of the checkpoint.</param>
    /// <param name="path">Where a checkpoint is saved after each epoch; null for nowhere.</param>
    public static Trainer<TrainedNetwork, float> Create(int epochs, string? path)
    {
        TrainedNetwork network = new(seed: 3);
        TrainingOptions options = new() { BatchSize = Rows, Epochs = epochs, Seed = 5, Regularizer = Regularizer.WeightNoise(1e-3) };
        return new Trainer<TrainedNetwork, float>(network, new Adam<float>(TrainedNetwork.ParameterCount, 1e-3), options)
        {
            Checkpoints = path is null ? null : new CheckpointPlan { Path = path },
        };
    }

    /// <summary>Trains to the end, from the checkpoint where there is one.</summary>
    public static void Finish(Trainer<TrainedNetwork, float> trainer, string? path)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        if (path is not null && File.Exists(path))
            trainer.RestoreCheckpoint(path);
        (float[] x, float[] y) = Data();
        if (trainer.EpochCount < trainer.Options.Epochs)
            trainer.Train(x, y);
    }

    /// <summary>Trains through one epoch.</summary>
    public static void TrainEpoch(Trainer<TrainedNetwork, float> trainer)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        (float[] x, float[] y) = Data();
        trainer.TrainEpoch(x, y);
    }

    private static (float[] X, float[] Y) Data()
    {
        float[] x = new float[Rows * TrainedNetwork.InputSize], y = new float[Rows];
        for (int i = 0; i < x.Length; i++)
            x[i] = MathF.Sin(i);
        for (int i = 0; i < Rows; i++)
            y[i] = MathF.Cos(i);
        return (x, y);
    }
}
