using CompareRegularizers.Commands.Syntax;
using CompareRegularizers.Data;
using CompareRegularizers.Experiments;

namespace CompareRegularizers.Commands;

/// <summary>What the user of <c>train</c> asked for; null where the default holds.</summary>
internal sealed record TrainOptions
{
    /// <summary>The data.</summary>
    internal required DataChoice Data { get; init; }

    /// <summary>The network.</summary>
    internal required NetworkChoice Network { get; init; }

    /// <summary>The regulariser.</summary>
    internal required Arm Arm { get; init; }

    /// <summary>Its strength.</summary>
    internal double Eta { get; init; }

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

    /// <summary>Whether to hold nothing out.</summary>
    internal bool AllRows { get; init; }

    /// <summary>The folder of the model.</summary>
    internal required string Out { get; init; }

    /// <summary>Whether to replace a model that is there.</summary>
    internal bool Overwrite { get; init; }

    /// <summary>The folder of the C# project; null for none.</summary>
    internal string? Project { get; init; }

    /// <summary>Whether to show no progress.</summary>
    internal bool Quiet { get; init; }

    /// <summary>Whether the result is for a machine.</summary>
    internal bool Json { get; init; }
}
