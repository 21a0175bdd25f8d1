namespace NoiseRegGen.Training;

/// <summary>When and where a <see cref="Trainer{TNet, T}"/> saves checkpoints of its run.</summary>
public sealed record CheckpointPlan
{
    /// <summary>The file, replaced by each new checkpoint once that is complete on the disk.</summary>
    public required string Path { get; init; }

    /// <summary>A checkpoint is saved after every so many epochs, at least 1, and after the last one.</summary>
    public int EveryEpochs { get; init => field = Require.AtLeast(value, 1); } = 1;
}
