using CompareRegularizers.Experiments;
using CompareRegularizers.Statistics;

namespace CompareRegularizers.Reporting;

/// <summary>One arm at one eta, over all repeats; errors in the target's own units.</summary>
/// <param name="Arm">The regulariser.</param>
/// <param name="Eta">Its strength.</param>
/// <param name="Budget">What it got the same amount of as the others.</param>
/// <param name="Test">The test error.</param>
/// <param name="Difference">The test error against that of the arm "none" in the same repeat; null for "none" itself.</param>
/// <param name="Train">The training error.</param>
/// <param name="Penalty">The mean of <c>P</c> on the training part, in standardised units.</param>
/// <param name="SecondsPerStep">The time of a step in the fastest repeat, the one least disturbed by other work.</param>
internal sealed record ArmSummary(
    Arm Arm, double Eta, Budget Budget, Spread Test, PairedComparison? Difference, Spread Train, Spread Penalty, double SecondsPerStep)
{
    /// <summary>The mean of <c>r T</c> on the training part, in standardised units.</summary>
    internal required Spread ResidualLaplacian { get; init; }

    /// <summary>The mean of <c>||grad_x yhat||^2</c> on the training part, in standardised units.</summary>
    internal required Spread InputGradient { get; init; }

    /// <summary>How many repeats diverged.</summary>
    internal required int Diverged { get; init; }

    /// <summary>The root mean square over the repeats of the test error under noise, for each of the settings' variances.</summary>
    internal required double[] NoisyTest { get; init; }
}
