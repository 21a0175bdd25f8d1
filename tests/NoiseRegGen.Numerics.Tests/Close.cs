using System;
using Xunit;

namespace NoiseRegGen.Numerics.Tests;

/// <summary>Assertions of closeness that say by how much they failed.</summary>
internal static class Close
{
    /// <summary><c>||actual - expected|| &lt;= bound</c>; a NaN is never close.</summary>
    public static void Within(double bound, double[] expected, double[] actual, string what)
    {
        double distance = Norms.Distance(actual, expected);
        Assert.True(distance <= bound, $"{what}: off by {distance:g3} where {bound:g3} is allowed; the truth's norm is {Norms.Norm(expected):g6}.");
    }

    public static void Within(double bound, double expected, double actual, string what) =>
        Within(bound, [expected], [actual], what);

    /// <summary><c>||actual - expected|| &lt;= tolerance * ||expected||</c>.</summary>
    public static void Relatively(double tolerance, double[] expected, double[] actual, string what) =>
        Within(tolerance * Norms.Norm(expected), expected, actual, what);

    public static void Relatively(double tolerance, double expected, double actual, string what) =>
        Within(tolerance * Math.Abs(expected), expected, actual, what);

    /// <summary>Equal bit for bit, NaN to NaN.</summary>
    public static void Bitwise(double[] expected, double[] actual, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            bool same = BitConverter.DoubleToInt64Bits(expected[i]) == BitConverter.DoubleToInt64Bits(actual[i])
                || (double.IsNaN(expected[i]) && double.IsNaN(actual[i]));
            Assert.True(same, $"{what}: number {i} is {actual[i]:r}, not {expected[i]:r}.");
        }
    }
}
