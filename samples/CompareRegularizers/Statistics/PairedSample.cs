using System;
using System.Collections.Generic;

namespace CompareRegularizers.Statistics;

/// <summary>The differences of paired values, such as the errors of two arms in the same repeat.</summary>
/// <param name="Differences">Value less baseline, one per complete pair, in the order of the pairs.</param>
/// <param name="Dropped">
/// The number of pairs left out because one of the two is not finite: a training that diverged has no error. Whoever reports the
/// rest reports this too, for what is left out was the worst.
/// </param>
internal sealed record PairedSample(double[] Differences, int Dropped)
{
    /// <summary>Pairs values with their baseline.</summary>
    /// <exception cref="ArgumentException">The two have not the same length.</exception>
    internal static PairedSample Of(IReadOnlyList<double> values, IReadOnlyList<double> baseline)
    {
        if (values.Count != baseline.Count)
        {
            throw new ArgumentException(
                $"baseline must have as many elements as values, {values.Count}; it has {baseline.Count}.", nameof(baseline));
        }

        var differences = new List<double>(values.Count);
        for (int i = 0; i < values.Count; i++)
        {
            double difference = values[i] - baseline[i];
            if (double.IsFinite(difference))
                differences.Add(difference);
        }

        return new PairedSample([.. differences], values.Count - differences.Count);
    }
}
