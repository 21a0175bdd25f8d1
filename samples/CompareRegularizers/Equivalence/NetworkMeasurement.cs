using System.Collections.Generic;
using CompareRegularizers.Networks;

namespace CompareRegularizers.Equivalence;

/// <summary>All that was measured of one network.</summary>
/// <param name="Shape">The network.</param>
/// <param name="Curves">Its noise gap, by state.</param>
/// <param name="Training">Its gradients along the training.</param>
/// <param name="Variances">The variance of the noise's gradient before the training, by the way to draw the noise.</param>
internal sealed record NetworkMeasurement(
    NetworkShape Shape,
    IReadOnlyList<GapCurve> Curves,
    IReadOnlyList<TrainingPoint> Training,
    IReadOnlyList<VarianceCurve> Variances)
{
    /// <summary>The widest layer: eta times this is the kappa of the width rule.</summary>
    internal int Width => WidthRule.Width(Shape);
}
