namespace CompareRegularizers.Statistics;

/// <summary>What the two one-sided tests say about paired differences.</summary>
/// <param name="Count">The number of differences.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Deviation">Their standard deviation (divisor n - 1).</param>
/// <param name="Margin">What counts as no difference: less than this, to either side.</param>
/// <param name="LowerPValue">Of the hypothesis that the mean is at or below -margin.</param>
/// <param name="UpperPValue">Of the hypothesis that the mean is at or above margin.</param>
/// <param name="Interval">
/// The 90 % confidence interval of the mean: it lies within the margin just when equivalence is shown at the 5 % level.
/// </param>
internal readonly record struct EquivalenceResult(
    int Count, double Mean, double Deviation, double Margin, double LowerPValue, double UpperPValue, ConfidenceInterval Interval)
{
    /// <summary>The p value of non-equivalence: the larger of the two.</summary>
    internal double PValue => double.IsNaN(LowerPValue) || LowerPValue > UpperPValue ? LowerPValue : UpperPValue;

    /// <summary>Whether equivalence within the margin is shown at the 5 % level. False is not the contrary: it may be want of data.</summary>
    internal bool IsEquivalent => PValue <= 0.05;
}
