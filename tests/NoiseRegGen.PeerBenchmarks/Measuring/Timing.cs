using System.Collections.Generic;

namespace NoiseRegGen.PeerBenchmarks.Measuring;

/// <summary>The seconds per call over all rounds.</summary>
internal readonly record struct Timing(double Median, double LowerQuartile, double UpperQuartile, int Rounds)
{
    internal static Timing Of(List<double> seconds)
    {
        double[] sorted = [.. seconds];
        System.Array.Sort(sorted);
        return new Timing(Quantile(sorted, 0.5), Quantile(sorted, 0.25), Quantile(sorted, 0.75), sorted.Length);
    }

    // Linear between order statistics.
    private static double Quantile(double[] sorted, double share)
    {
        double position = share * (sorted.Length - 1);
        int below = (int)position;
        double next = sorted[System.Math.Min(below + 1, sorted.Length - 1)];
        return sorted[below] + ((position - below) * (next - sorted[below]));
    }
}
