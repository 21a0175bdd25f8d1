namespace CompareRegularizers.Experiments;

/// <summary>Where finished pieces of a comparison are kept; called from any thread.</summary>
internal interface IOutcomeStore
{
    /// <summary>A training run that is kept, or null. The parameters are there for <see cref="ComparisonRunner.KeepsParameters"/> only.</summary>
    CellOutcome? Load(Cell cell);

    /// <summary>Keeps a training run, whole or not at all.</summary>
    void Save(CellOutcome outcome);

    /// <summary>A noise gap that is kept, or null.</summary>
    GapPoint? LoadGap(GapState state, double eta);

    /// <summary>Keeps a noise gap, whole or not at all.</summary>
    void SaveGap(GapPoint gap);
}
