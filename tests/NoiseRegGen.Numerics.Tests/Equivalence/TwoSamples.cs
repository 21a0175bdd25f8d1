using System;
using System.Linq;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Equivalence;

/// <summary>Assertions that two samples come from one distribution.</summary>
internal static class TwoSamples
{
    // A normal deviate beyond 5 has probability 6e-7.
    private const double StandardErrors = 5;

    // Kolmogorov's limit law: P(D > c sqrt((n + m) / (n m))) = 2 exp(-2 c^2) = 6e-7.
    private static readonly double KolmogorovLimit = Math.Sqrt(Math.Log(2 / 6e-7) / 2);

    /// <summary>The moments up to the fourth, about a common centre, and the Kolmogorov-Smirnov distance.</summary>
    public static void Agree(double[] left, double[] right, double centre, string what)
    {
        for (int power = 1; power <= 4; power++)
        {
            Statistics leftMoment = Moment(left, centre, power), rightMoment = Moment(right, centre, power);
            double error = Math.Sqrt(Math.Pow(leftMoment.StandardError, 2) + Math.Pow(rightMoment.StandardError, 2));
            Close.Within(StandardErrors * error, rightMoment.Mean, leftMoment.Mean, $"{what}: moment {power}");
        }

        double distance = KolmogorovSmirnov(left, right), limit = KolmogorovLimit * Math.Sqrt((1.0 / left.Length) + (1.0 / right.Length));
        Assert.True(distance <= limit, $"{what}: a Kolmogorov-Smirnov distance of {distance:g3}, where {limit:g3} is allowed.");
    }

    /// <summary>The largest difference between the two empirical distribution functions.</summary>
    public static double KolmogorovSmirnov(double[] left, double[] right)
    {
        double[] a = left.Order().ToArray(), b = right.Order().ToArray();
        double distance = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            double at = Math.Min(a[i], b[j]);
            while (i < a.Length && a[i] <= at)
                i++;
            while (j < b.Length && b[j] <= at)
                j++;
            distance = Math.Max(distance, Math.Abs(((double)i / a.Length) - ((double)j / b.Length)));
        }

        return distance;
    }

    private static Statistics Moment(double[] sample, double centre, int power)
    {
        var moment = new Statistics();
        foreach (double value in sample)
            moment.Add(Math.Pow(value - centre, power));
        return moment;
    }
}
