using System;
using System.Collections.Generic;
using MathNet.Numerics.Distributions;

namespace CompareRegularizers.Statistics;

/// <summary>
/// Wilcoxon's signed-rank test (Wilcoxon 1945), two-sided: whether paired differences are symmetric about 0, without assuming them
/// to be normal.
/// </summary>
internal static class WilcoxonSignedRank
{
    /// <summary>Up to here the p value is exact: 2^50 sign patterns are still counted exactly in double precision.</summary>
    internal const int LargestExactCount = 50;

    /// <summary>Tests differences. Zeros are left out, ties share their mean rank.</summary>
    /// <param name="differences">All finite.</param>
    internal static WilcoxonResult Test(ReadOnlySpan<double> differences)
    {
        double[] ranked = NonZero(differences);
        int[] doubledRanks = RankMagnitudes(ranked);
        int doubledSum = 0;
        for (int i = 0; i < ranked.Length; i++)
            doubledSum += ranked[i] > 0 ? doubledRanks[i] : 0;
        bool exact = ranked.Length <= LargestExactCount;
        double p = exact ? ExactPValue(doubledRanks, doubledSum) : NormalPValue(doubledRanks, doubledSum);
        return new WilcoxonResult(ranked.Length, differences.Length - ranked.Length, doubledSum / 2.0, p, exact);
    }

    private static double[] NonZero(ReadOnlySpan<double> differences)
    {
        var kept = new List<double>(differences.Length);
        foreach (double difference in differences)
        {
            if (difference != 0)
                kept.Add(difference);
        }

        return [.. kept];
    }

    // Twice the ranks of the magnitudes: whole numbers, for the mean rank of a tie from the i-th to the j-th is (i + j) / 2.
    private static int[] RankMagnitudes(double[] values)
    {
        double[] magnitudes = Array.ConvertAll(values, Math.Abs);
        int[] order = new int[values.Length];
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(magnitudes, order);
        var ranks = new int[values.Length];
        for (int first = 0, next; first < order.Length; first = next)
        {
            for (next = first + 1; next < order.Length && magnitudes[next] == magnitudes[first];)
                next++;
            for (int i = first; i < next; i++)
                ranks[order[i]] = first + 1 + next;
        }

        return ranks;
    }

    // Under the hypothesis all 2^n patterns of signs are equally likely: counts[s] of them give the doubled rank sum s. The
    // convolution over the ranks at hand holds with ties too.
    private static double ExactPValue(int[] doubledRanks, int doubledSum)
    {
        int total = Total(doubledRanks);
        var counts = new double[total + 1];
        counts[0] = 1;
        foreach (int rank in doubledRanks)
        {
            for (int s = total; s >= rank; s--)
                counts[s] += counts[s - rank];
        }

        // The distribution is symmetric about half the total.
        int tail = Math.Min(doubledSum, total - doubledSum);
        double patterns = 0;
        for (int s = 0; s <= tail; s++)
            patterns += counts[s];
        return Math.Min(1, 2 * patterns / Math.Pow(2, doubledRanks.Length));
    }

    // Mean n (n + 1) / 4 and variance sum of rank^2 / 4, which allows for ties; half a unit is the correction for continuity.
    private static double NormalPValue(int[] doubledRanks, int doubledSum)
    {
        double squares = 0;
        foreach (int rank in doubledRanks)
            squares += 0.25 * rank * rank;
        double distance = Math.Abs((doubledSum / 2.0) - (Total(doubledRanks) / 4.0));
        return Math.Min(1, 2 * Normal.CDF(0, Math.Sqrt(squares / 4), -Math.Max(0, distance - 0.5)));
    }

    private static int Total(int[] ranks)
    {
        int total = 0;
        foreach (int rank in ranks)
            total = checked(total + rank);
        return total;
    }
}
