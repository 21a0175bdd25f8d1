namespace CompareRegularizers.Equivalence;

/// <summary>
/// The noise gap <c>E_eps mean (yhat_eps - y)^2 - mean (yhat - y)^2</c> of one network at one eta, in standardised units.
/// </summary>
/// <param name="Eta">The noise variance.</param>
/// <param name="Remainder">What of the gap <c>eta (P + r T)</c> leaves over, measured by itself: it does not cancel as eta falls.</param>
/// <param name="StandardError">The standard error of the remainder, and so of the gap.</param>
/// <param name="PlainGap">The gap without the control variate: the same quantity, measured without any prediction.</param>
/// <param name="PlainStandardError">Its standard error.</param>
/// <param name="Penalty"><c>mean P</c>.</param>
/// <param name="ResidualLaplacian"><c>mean r T</c>.</param>
internal sealed record GapEstimate(
    double Eta,
    double Remainder,
    double StandardError,
    double PlainGap,
    double PlainStandardError,
    double Penalty,
    double ResidualLaplacian)
{
    /// <summary>The gap that the equivalence predicts: <c>eta P</c>.</summary>
    internal double PenaltyPrediction => Eta * Penalty;

    /// <summary>The gap to first order in eta: <c>eta (P + r T)</c>.</summary>
    internal double FullPrediction => Eta * (Penalty + ResidualLaplacian);

    /// <summary>The measured gap.</summary>
    internal double Gap => FullPrediction + Remainder;

    /// <summary>What <c>eta P</c> leaves over.</summary>
    internal double PenaltyError => Remainder + (Eta * ResidualLaplacian);
}
