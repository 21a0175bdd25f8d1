using System.Collections.Generic;

namespace CompareRegularizers.Literature;

/// <summary>Everything that the figures beside the published ones depend on, beside the tables.</summary>
internal sealed record StudySettings
{
    /// <summary>Passes over the training part, in tuning and after: ten times PBP's 40, as in the later figures for dropout.</summary>
    internal int Epochs { get; init; } = 400;

    /// <summary>Examples in a batch.</summary>
    internal int Batch { get; init; } = 32;

    /// <summary>How many of the published splits, from the first.</summary>
    internal int Splits { get; init; } = PublishedSource.SplitCount;

    /// <summary>What first weights, order and noise derive from.</summary>
    internal ulong Seed { get; init; } = 1;

    /// <summary>The learning rates that every arm is tuned over.</summary>
    internal IReadOnlyList<double> LearningRates { get; init; } = [0.003, 0.01];

    /// <summary>The strengths that every arm is tuned over; 0, which is no regulariser, is always among them.</summary>
    internal IReadOnlyList<double> Etas { get; init; } = [1e-7, 1e-6, 3e-6, 1e-5, 3e-5, 1e-4, 3e-4, 1e-3, 1e-2];
}
