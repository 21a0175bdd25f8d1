using System.Collections.Generic;
using System.Linq;
using CompareRegularizers.Commands;
using CompareRegularizers.Data;
using CompareRegularizers.Experiments;
using CompareRegularizers.Networks;
using NoiseRegGen;

namespace CompareRegularizers.Equivalence;

/// <summary>What the user asked the instrument for; null where the default holds.</summary>
internal sealed record EquivalenceOptions
{
    private static readonly double[] DefaultEtas = [1e-6, 3e-6, 1e-5, 3e-5, 1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2, 1e-1];
    private static readonly double[] QuickEtas = [1e-5, 1e-4, 1e-3, 1e-2];

    /// <summary>What both commands understand: data, training, output.</summary>
    internal required CompareOptions Common { get; init; }

    /// <summary>The etas to measure at.</summary>
    internal double[]? Etas { get; init; }

    /// <summary>The eta of the scatter and the gradients.</summary>
    internal double? At { get; init; }

    /// <summary>Antithetic pairs of draws for each example.</summary>
    internal int? Pairs { get; init; }

    /// <summary>At most so many examples are measured.</summary>
    internal int? Examples { get; init; }

    /// <summary>The activations, each in a network of its own.</summary>
    internal Activation[]? Activations { get; init; }

    /// <summary>The widths of all hidden layers, each in a network of its own.</summary>
    internal int[]? Widths { get; init; }

    /// <summary>The settings that follow.</summary>
    /// <param name="trainCount">The number of rows to train on.</param>
    internal EquivalenceSettings ToSettings(int trainCount)
    {
        ComparisonSettings common = Common.ToSettings(trainCount);
        bool quick = Common.Quick;
        IEnumerable<double> etas = Etas ?? (quick ? QuickEtas : DefaultEtas);
        return new EquivalenceSettings
        {
            Etas = [.. etas.Concat(At is { } at ? [at] : []).Distinct().Order()],
            ReferenceEta = At,
            Pairs = Pairs ?? (quick ? 40 : 500),
            MostExamples = Examples ?? (quick ? 40 : 200),
            Checkpoints = quick ? 4 : 14,
            Epochs = common.Epochs,
            Batch = common.Batch,
            LearningRate = common.LearningRate,
            Seed = common.Seed,
        };
    }

    /// <summary>The networks that follow, each activation with each width.</summary>
    internal IReadOnlyList<NetworkShape> ToShapes(IDataSource source)
    {
        NetworkShape usual = Common.ToShape(source);
        Activation[] activations = Activations ?? [usual.Activation];
        IReadOnlyList<int>[] layers = Widths?.Select(width => (IReadOnlyList<int>)[.. usual.Hidden.Select(_ => width)]).ToArray() ?? [usual.Hidden];
        return [.. activations.Distinct().SelectMany(activation => layers.Select(hidden => usual with { Hidden = hidden, Activation = activation }))];
    }
}
