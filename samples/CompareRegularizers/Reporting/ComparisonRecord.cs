using CompareRegularizers.Experiments;
using CompareRegularizers.Runs;

namespace CompareRegularizers.Reporting;

/// <summary>A finished comparison with what it was asked to do and what it came to.</summary>
/// <param name="Run">What it was asked to do.</param>
/// <param name="Settings">The settings in it.</param>
/// <param name="Result">The runs and gaps.</param>
/// <param name="Summary">What they came to.</param>
internal sealed record ComparisonRecord(RunDocument Run, ComparisonSettings Settings, ComparisonResult Result, Summary Summary)
{
    /// <summary>Summarises a comparison.</summary>
    internal static ComparisonRecord Of(RunDocument run, ComparisonSettings settings, ComparisonResult result) =>
        new(run, settings, result, Summary.Of(result.Outcomes, settings.Seed));
}
