using System.Collections.Generic;

namespace CompareRegularizers.Experiments;

/// <summary>A finished comparison.</summary>
/// <param name="Outcomes">The training runs, in the order of the plan.</param>
/// <param name="Gaps">The noise gaps, by state and eta.</param>
internal sealed record ComparisonResult(IReadOnlyList<CellOutcome> Outcomes, IReadOnlyList<GapPoint> Gaps);
