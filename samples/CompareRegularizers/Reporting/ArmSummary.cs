using CompareRegularizers.Experiments;

namespace CompareRegularizers.Reporting;

/// <summary>One arm at one eta, over all repeats; errors in the target's own units.</summary>
/// <param name="Arm">The regulariser.</param>
/// <param name="Eta">Its strength.</param>
/// <param name="Test">The test error.</param>
/// <param name="Difference">The test error less that of the arm "none" in the same repeat; null for "none" itself.</param>
/// <param name="Train">The training error.</param>
/// <param name="Penalty">The mean of <c>P</c> on the training part, in standardised units.</param>
/// <param name="SecondsPerStep">The time of a step in the fastest repeat, the one least disturbed by other work.</param>
internal sealed record ArmSummary(
    Arm Arm, double Eta, Spread Test, Spread? Difference, Spread Train, Spread Penalty, double SecondsPerStep);
