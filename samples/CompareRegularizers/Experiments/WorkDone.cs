namespace CompareRegularizers.Experiments;

/// <summary>A piece of a comparison that is done.</summary>
/// <param name="Outcome">The training run; null for a measurement of the noise gap.</param>
/// <param name="Weight">Its share of the work, in the unit of <see cref="ComparisonRunner.TotalWeight"/>.</param>
/// <param name="Kept">Whether it was done before and only read from its file.</param>
internal readonly record struct WorkDone(CellOutcome? Outcome, double Weight, bool Kept);
