using System;
using System.Collections.Generic;
using System.Linq;

namespace CompareRegularizers.Equivalence;

/// <summary>When to look at a training: densely where it begins, for that is where the residuals fall.</summary>
internal static class CheckpointPlan
{
    /// <summary>The epochs after which to look: 0, the last one, and geometrically spaced ones between.</summary>
    /// <param name="epochs">The length of the training.</param>
    /// <param name="count">At most so many.</param>
    internal static IReadOnlyList<int> Epochs(int epochs, int count) =>
        [.. Enumerable.Range(0, count - 1)
            .Select(i => (int)Math.Round(Math.Pow(epochs, i / Math.Max(1.0, count - 2))))
            .Prepend(0)
            .Append(epochs)
            .Distinct()
            .Order()];
}
