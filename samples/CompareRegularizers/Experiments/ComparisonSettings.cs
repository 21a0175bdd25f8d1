using System.Collections.Generic;

namespace CompareRegularizers.Experiments;

/// <summary>Everything that a comparison's numbers depend on beside the data and the network.</summary>
internal sealed record ComparisonSettings
{
    /// <summary>The arms, in the order of <see cref="Arm.All"/>; <see cref="Arm.None"/>, which the others are compared with, is first.</summary>
    internal IReadOnlyList<Arm> Arms { get; init; } = Arm.Usual;

    /// <summary>The noise variances and penalty weights, increasing.</summary>
    internal required IReadOnlyList<double> Etas { get; init; }

    /// <summary>How many times data, initialisation, batches and noise are drawn anew.</summary>
    internal required int Repeats { get; init; }

    /// <summary>What the arms get the same amount of; <see cref="Budget.Steps"/> is always among them.</summary>
    internal IReadOnlyList<Budget> Budgets { get; init; } = [Budget.Steps];

    /// <summary>Passes over the training part.</summary>
    internal required int Epochs { get; init; }

    /// <summary>Examples in a batch.</summary>
    internal required int Batch { get; init; }

    /// <summary>The step size of Adam at the start; it falls linearly to 0.</summary>
    internal required double LearningRate { get; init; }

    /// <summary>What all random numbers derive from.</summary>
    internal required ulong Seed { get; init; }

    /// <summary>The noise variances at which the gap is measured, increasing.</summary>
    internal required IReadOnlyList<double> GapEtas { get; init; }

    /// <summary>Antithetic pairs of noise draws for each of them.</summary>
    internal required int GapDraws { get; init; }

    /// <summary>The noise variances under which trained networks are tested, increasing.</summary>
    internal IReadOnlyList<double> NoisyTestEtas { get; init; } = [1e-5, 1e-4, 1e-3, 1e-2, 1e-1];
}
