using System;
using System.Collections.Generic;
using System.Linq;
using CompareRegularizers.Data;
using CompareRegularizers.Experiments;
using CompareRegularizers.Networks;
using NoiseRegGen;

namespace CompareRegularizers.Commands;

/// <summary>What the user asked for; null where the default holds.</summary>
internal sealed record CompareOptions
{
    private static readonly double[] DefaultEtas = [1e-5, 3e-5, 1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2];
    private static readonly double[] QuickEtas = [1e-3, 1e-2];
    private static readonly double[] GapEtas = [1e-6, 3e-6, 1e-5, 3e-5, 1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2, 1e-1];
    private static readonly double[] QuickGapEtas = [1e-4, 1e-3, 1e-2];

    private const int DefaultBatch = 50;
    private const int DefaultSteps = 4000;
    private const int QuickSteps = 120;
    private const int FewestEpochs = 20;

    /// <summary>The data.</summary>
    internal DataChoice Data { get; init; } = new();

    /// <summary>The etas to compare at.</summary>
    internal double[]? Etas { get; init; }

    /// <summary>How many times everything is drawn anew.</summary>
    internal int? Repeats { get; init; }

    /// <summary>Passes over the training part.</summary>
    internal int? Epochs { get; init; }

    /// <summary>Examples in a batch.</summary>
    internal int? Batch { get; init; }

    /// <summary>The first step size.</summary>
    internal double? LearningRate { get; init; }

    /// <summary>The seed.</summary>
    internal ulong? Seed { get; init; }

    /// <summary>The number of threads.</summary>
    internal int? Threads { get; init; }

    /// <summary>Units of the hidden layers.</summary>
    internal int[]? Hidden { get; init; }

    /// <summary>Activation of the hidden layers.</summary>
    internal Activation? Activation { get; init; }

    /// <summary>Where the results go.</summary>
    internal required string Out { get; init; }

    /// <summary>Whether to show no progress.</summary>
    internal bool Quiet { get; init; }

    /// <summary>Whether a few seconds have to do.</summary>
    internal bool Quick { get; init; }

    /// <summary>The number of threads in force.</summary>
    internal int ThreadCount => Threads ?? Environment.ProcessorCount;

    /// <summary>The settings that follow.</summary>
    /// <param name="trainCount">The number of rows to train on.</param>
    internal ComparisonSettings ToSettings(int trainCount) => new()
    {
        Etas = Sorted(Etas) ?? (Quick ? QuickEtas : DefaultEtas),
        Repeats = Repeats ?? (Quick ? 2 : 20),
        Epochs = Epochs ?? EpochsFor(trainCount),
        Batch = Batch ?? DefaultBatch,
        LearningRate = LearningRate ?? 0.01,
        Seed = Seed ?? 1,
        GapEtas = Quick ? QuickGapEtas : GapEtas,
        GapDraws = Quick ? 20 : 500,
    };

    /// <summary>The network that follows; a table's default is the usual one for small tables, 50 units in one layer.</summary>
    internal NetworkShape ToShape(IDataSource source) => new(
        source.InputCount, Hidden ?? Data.Generated?.Hidden ?? [50], Activation ?? FriedmanNetwork.Shape.Activation);

    // Small tables need many passes: the optimiser's steps are what makes a run long enough.
    private int EpochsFor(int trainCount)
    {
        int stepsPerEpoch = (trainCount + (Batch ?? DefaultBatch) - 1) / (Batch ?? DefaultBatch);
        return Math.Max(Quick ? QuickSteps / stepsPerEpoch : DefaultSteps / stepsPerEpoch, FewestEpochs);
    }

    private static IReadOnlyList<double>? Sorted(double[]? etas) => etas is null ? null : [.. etas.Distinct().Order()];
}
