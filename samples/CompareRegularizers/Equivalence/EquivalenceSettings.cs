using System.Collections.Generic;

namespace CompareRegularizers.Equivalence;

/// <summary>Everything that the numbers of the instrument depend on beside the data and the network.</summary>
internal sealed record EquivalenceSettings
{
    /// <summary>The noise variances at which the gap is measured, increasing.</summary>
    internal required IReadOnlyList<double> Etas { get; init; }

    /// <summary>The noise variance of the scatter and of the gradients; null for the one that the width rule suggests.</summary>
    internal required double? ReferenceEta { get; init; }

    /// <summary>Antithetic pairs of noise draws for each example.</summary>
    internal required int Pairs { get; init; }

    /// <summary>At most so many examples of the training part are measured.</summary>
    internal required int MostExamples { get; init; }

    /// <summary>At how many moments of the training gradients are compared, its start included.</summary>
    internal required int Checkpoints { get; init; }

    /// <summary>Passes over the training part.</summary>
    internal required int Epochs { get; init; }

    /// <summary>Examples in a batch.</summary>
    internal required int Batch { get; init; }

    /// <summary>The step size of Adam at the start; it falls linearly to 0.</summary>
    internal required double LearningRate { get; init; }

    /// <summary>What all random numbers derive from.</summary>
    internal required ulong Seed { get; init; }
}
