using System;

namespace NoiseRegGen.Training;

/// <summary>How a network is trained. Every value is checked when it is set.</summary>
public sealed record TrainingOptions
{
    /// <summary>The number of examples of a step, at least 1; an epoch's last batch has what is left over.</summary>
    public int BatchSize { get; init => field = Require.AtLeast(value, 1); } = 32;

    /// <summary>The number of passes over the data, at least 1.</summary>
    public int Epochs { get; init => field = Require.AtLeast(value, 1); } = 100;

    /// <summary>The seed of the order of the examples and of the weight noise. Equal seeds give equal bits.</summary>
    public ulong Seed { get; init; }

    /// <summary>What is added to the loss.</summary>
    public Regularizer Regularizer { get; init; }

    /// <summary>The bound on the gradient's Euclidean norm (finite, above 0), or null for none.</summary>
    public double? ClipNorm { get; init => field = value is { } norm ? Require.Positive(norm) : null; }

    /// <summary>How the learning rate moves over the run.</summary>
    public LearningRateSchedule Schedule
    {
        get;
        init => field = value is >= LearningRateSchedule.Constant and <= LearningRateSchedule.Cosine
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Schedule), value, "Schedule must be a defined value of LearningRateSchedule.");
    }

    /// <summary>
    /// The part of the run, in [0, 1], over which eta of weight noise and gradient penalty grows linearly from 0 to its value: the
    /// penalty of a fresh wide network can be stiff. Weight decay acts in full from the start.
    /// </summary>
    public double EtaWarmUpFraction { get; init => field = Require.Fraction(value); }

    /// <summary>
    /// The number of examples that are reduced together, at least 1 (see <see cref="ParallelGradient{TNet, T}"/>). It decides on the
    /// last bits, the number of workers does not.
    /// </summary>
    public int ShardSize { get; init => field = Require.AtLeast(value, 1); } = 128;
}
