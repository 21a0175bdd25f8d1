using System;
using System.Collections.Generic;
using System.Linq;
using CompareRegularizers.Commands;
using CompareRegularizers.Commands.Syntax;
using CompareRegularizers.Data;
using CompareRegularizers.Networks;
using NoiseRegGen;

namespace CompareRegularizers.Equivalence;

/// <summary>What the user asked the instrument for; null where the default holds.</summary>
internal sealed record EquivalenceOptions
{
    private static readonly double[] DefaultEtas = [1e-6, 3e-6, 1e-5, 3e-5, 1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2, 1e-1];
    private static readonly double[] QuickEtas = [1e-5, 1e-4, 1e-3, 1e-2];

    /// <summary>The data.</summary>
    internal required DataChoice Data { get; init; }

    /// <summary>The network.</summary>
    internal required NetworkChoice Network { get; init; }

    /// <summary>Activations of all hidden layers, each in a network of its own.</summary>
    internal Activation[]? EachActivation { get; init; }

    /// <summary>Widths of all hidden layers, each in a network of its own.</summary>
    internal int[]? EachWidth { get; init; }

    /// <summary>The etas to measure at.</summary>
    internal double[]? Etas { get; init; }

    /// <summary>The eta of the scatter and the gradients.</summary>
    internal double? At { get; init; }

    /// <summary>Antithetic pairs of draws for each example.</summary>
    internal int? Pairs { get; init; }

    /// <summary>At most so many examples are measured.</summary>
    internal int? MostExamples { get; init; }

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

    /// <summary>Whether to show no progress.</summary>
    internal bool Quiet { get; init; }

    /// <summary>Whether a few seconds have to do.</summary>
    internal bool Quick { get; init; }

    /// <summary>The number of threads in force.</summary>
    internal int ThreadCount => Threads ?? Environment.ProcessorCount;

    /// <summary>The settings that follow.</summary>
    /// <param name="trainCount">The number of rows to train on.</param>
    internal EquivalenceSettings ToSettings(int trainCount)
    {
        IEnumerable<double> etas = Etas ?? (Quick ? QuickEtas : DefaultEtas);
        return new EquivalenceSettings
        {
            Etas = [.. etas.Concat(At is { } at ? [at] : []).Distinct().Order()],
            ReferenceEta = At,
            Pairs = Pairs ?? (Quick ? 40 : 500),
            MostExamples = MostExamples ?? (Quick ? 40 : 200),
            Checkpoints = Quick ? 4 : 14,
            Epochs = Epochs ?? Schedule.EpochsFor(trainCount, Batch, Quick),
            Batch = Batch ?? Schedule.DefaultBatch,
            LearningRate = LearningRate ?? Schedule.DefaultLearningRate,
            Seed = Seed ?? 1,
        };
    }

    /// <summary>The networks that follow, each activation with each width.</summary>
    /// <exception cref="UserErrorException">The activations do not suit the layers.</exception>
    internal IReadOnlyList<NetworkShape> ToShapes(IDataSource source)
    {
        NetworkShape usual = Network.ToShape(source.InputCount, Data.Generated?.Hidden);
        IEnumerable<NetworkShape> widths =
            EachWidth?.Select(width => usual with { Hidden = [.. usual.Hidden.Select(_ => width)] }) ?? [usual];
        return EachActivation is null
            ? [.. widths]
            : [.. EachActivation.SelectMany(
                activation => widths,
                (activation, shape) => shape with { Activations = [.. shape.Hidden.Select(_ => activation)] })];
    }
}
