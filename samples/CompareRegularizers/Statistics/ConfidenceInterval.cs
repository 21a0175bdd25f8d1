namespace CompareRegularizers.Statistics;

/// <summary>A confidence interval; both ends NaN where there are too few values for one.</summary>
/// <param name="Lower">Its lower end.</param>
/// <param name="Upper">Its upper end.</param>
/// <param name="Level">Its nominal coverage, such as 0.95.</param>
internal readonly record struct ConfidenceInterval(double Lower, double Upper, double Level)
{
    /// <summary>Whether the interval lies on one side of 0.</summary>
    internal bool ExcludesZero => Lower > 0 || Upper < 0;

    /// <summary>Whether the interval lies strictly within <c>(-margin, margin)</c>.</summary>
    internal bool LiesWithin(double margin) => Lower > -margin && Upper < margin;
}
