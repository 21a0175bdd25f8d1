namespace CompareRegularizers.Experiments;

/// <summary>
/// The noise gap <c>E_eps mean (yhat_eps - y)^2 - mean (yhat - y)^2</c> of one network on the training part, measured and
/// predicted, in standardised units.
/// </summary>
/// <param name="State">When.</param>
/// <param name="Eta">The noise variance.</param>
/// <param name="Gap">The measured gap.</param>
/// <param name="StandardError">Its Monte Carlo standard error.</param>
/// <param name="Penalty"><c>mean P</c>: the equivalence says that the gap is eta times this.</param>
/// <param name="ResidualLaplacian"><c>mean r T</c>, the term of the same order that the equivalence drops.</param>
internal sealed record GapPoint(GapState State, double Eta, double Gap, double StandardError, double Penalty, double ResidualLaplacian)
{
    /// <summary>The gap that the equivalence predicts: <c>eta P</c>.</summary>
    internal double PenaltyPrediction => Eta * Penalty;

    /// <summary>The gap to first order in eta: <c>eta (P + r T)</c>.</summary>
    internal double FullPrediction => Eta * (Penalty + ResidualLaplacian);
}
