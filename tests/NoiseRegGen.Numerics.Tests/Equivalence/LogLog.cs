using System;
using System.Linq;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Equivalence;

/// <summary>Errors as a power of the variance: slopes on log-log axes.</summary>
internal static class LogLog
{
    /// <summary>Variances from 10^<paramref name="from"/> to 10^<paramref name="to"/>, two a decade.</summary>
    public static double[] Grid(int from, int to) =>
        Enumerable.Range(2 * from, (2 * (to - from)) + 1).Select(half => Math.Pow(10, half / 2.0)).ToArray();

    /// <summary>Asserts that the slope between any two neighbours of the grid lies in the interval.</summary>
    public static void SlopesIn(double low, double high, double[] eta, Func<double, double> error, string what)
    {
        double[] size = eta.Select(value => Math.Abs(error(value))).ToArray();
        for (int i = 1; i < eta.Length; i++)
        {
            double slope = Math.Log(size[i] / size[i - 1]) / Math.Log(eta[i] / eta[i - 1]);
            Assert.True(slope >= low && slope <= high, $"{what}: slope {slope:f4} between {eta[i - 1]:g3} and {eta[i]:g3} is not in [{low}, {high}].");
        }
    }
}
