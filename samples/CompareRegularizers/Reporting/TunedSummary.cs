using CompareRegularizers.Experiments;
using CompareRegularizers.Statistics;

namespace CompareRegularizers.Reporting;

/// <summary>One arm with its eta chosen in every repeat by the validation error, 0 included: what the arm is worth in practice.</summary>
/// <param name="Arm">The regulariser.</param>
/// <param name="Budget">What it got the same amount of as the others.</param>
/// <param name="Test">The test error.</param>
/// <param name="Difference">The test error against that of the arm "none" in the same repeat.</param>
/// <param name="Eta">The median of the etas chosen.</param>
internal sealed record TunedSummary(Arm Arm, Budget Budget, Spread Test, PairedComparison Difference, double Eta);
