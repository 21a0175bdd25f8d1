using System;

namespace CompareRegularizers.Statistics;

/// <summary>
/// Holm's step-down correction (Holm 1979): of all hypotheses of a family with an adjusted p value of at most alpha, the probability
/// that one or more are true is at most alpha, whatever the dependence between the tests.
/// </summary>
internal static class Holm
{
    /// <summary>The adjusted p values, in the order of the given ones; one that is NaN stays so and does not count as a test.</summary>
    internal static double[] Adjust(ReadOnlySpan<double> pValues)
    {
        double[] keys = pValues.ToArray();
        int[] order = new int[keys.Length];
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        // NaN sorts first.
        Array.Sort(keys, order);
        int skipped = 0;
        while (skipped < keys.Length && double.IsNaN(keys[skipped]))
            skipped++;
        var adjusted = new double[keys.Length];
        Array.Fill(adjusted, double.NaN);
        double largest = 0;
        for (int i = skipped; i < keys.Length; i++)
        {
            largest = Math.Max(largest, Math.Min(1, (keys.Length - i) * keys[i]));
            adjusted[order[i]] = largest;
        }

        return adjusted;
    }
}
