using System;
using System.Collections.Generic;
using System.Linq;
using CompareRegularizers.Commands.Syntax;
using CompareRegularizers.Data;
using CompareRegularizers.Experiments;

namespace CompareRegularizers.Commands;

/// <summary>What the user asked for; null where the default holds.</summary>
internal sealed record CompareOptions
{
    private static readonly double[] DefaultEtas = [1e-5, 3e-5, 1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2];
    private static readonly double[] QuickEtas = [1e-3, 1e-2];
    private static readonly double[] GapEtas = [1e-6, 3e-6, 1e-5, 3e-5, 1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2, 1e-1];
    private static readonly double[] QuickGapEtas = [1e-4, 1e-3, 1e-2];

    /// <summary>The data.</summary>
    internal required DataChoice Data { get; init; }

    /// <summary>The network.</summary>
    internal required NetworkChoice Network { get; init; }

    /// <summary>The arms.</summary>
    internal Arm[]? Arms { get; init; }

    /// <summary>The etas to compare at.</summary>
    internal double[]? Etas { get; init; }

    /// <summary>What the arms get the same amount of.</summary>
    internal EqualBudget Equal { get; init; }

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

    /// <summary>Where the results go.</summary>
    internal required string Out { get; init; }

    /// <summary>Whether to drop what is there.</summary>
    internal bool Restart { get; init; }

    /// <summary>Whether to show no progress.</summary>
    internal bool Quiet { get; init; }

    /// <summary>Whether the result is for a machine.</summary>
    internal bool Json { get; init; }

    /// <summary>Whether a few seconds have to do.</summary>
    internal bool Quick { get; init; }

    /// <summary>The words of the command line, to repeat it.</summary>
    internal string CommandLine { get; init; } = string.Empty;

    /// <summary>The number of threads in force.</summary>
    internal int ThreadCount => Threads ?? Environment.ProcessorCount;

    /// <summary>The settings that follow.</summary>
    /// <param name="trainCount">The number of rows to train on.</param>
    internal ComparisonSettings ToSettings(int trainCount) => new()
    {
        Arms = Arms is null ? Arm.Usual : [.. Arm.All.Where(arm => arm == Arm.None || Arms.Contains(arm))],
        Etas = Sorted(Etas) ?? (Quick ? QuickEtas : DefaultEtas),
        Repeats = Repeats ?? (Quick ? 2 : 20),
        Budgets = Equal == EqualBudget.Both ? [Budget.Steps, Budget.Compute] : [Budget.Steps],
        Epochs = Epochs ?? Schedule.EpochsFor(trainCount, Batch, Quick),
        Batch = Batch ?? Schedule.DefaultBatch,
        LearningRate = LearningRate ?? Schedule.DefaultLearningRate,
        Seed = Seed ?? 1,
        GapEtas = Quick ? QuickGapEtas : GapEtas,
        GapDraws = Quick ? 20 : 500,
    };

    private static IReadOnlyList<double>? Sorted(double[]? etas) => etas is null ? null : [.. etas.Distinct().Order()];
}
