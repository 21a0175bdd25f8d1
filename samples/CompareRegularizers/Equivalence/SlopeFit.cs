using System;
using System.Collections.Generic;
using System.Linq;
using MathNet.Numerics;
using MathNet.Numerics.Statistics;

namespace CompareRegularizers.Equivalence;

/// <summary>Fits the slope of an error on two logarithmic axes.</summary>
internal static class SlopeFit
{
    private const int FewestPoints = 3;
    private const int Blocks = 20;

    // An error nearer to 0 than this many standard errors has no logarithm to speak of.
    private const double Resolved = 4;

    /// <summary>The slope over the run of etas that begins with the first resolved error, keeps its sign and ends at a limit.</summary>
    /// <param name="etas">The noise variances, increasing.</param>
    /// <param name="errors">Etas x pairs: draws whose mean over the pairs is the error.</param>
    /// <param name="largestEta">Where the asymptotic range ends.</param>
    /// <returns>Null where fewer than three errors in a row are resolved.</returns>
    internal static Slope? Fit(IReadOnlyList<double> etas, IReadOnlyList<double[]> errors, double largestEta)
    {
        (int first, int count) = Run(etas, errors, largestEta);
        if (count < FewestPoints)
            return null;
        double[] x = [.. etas.Skip(first).Take(count).Select(eta => Math.Log(eta))];
        double[][] y = [.. errors.Skip(first).Take(count)];
        double slope = LogSlope(x, [.. y.Select(values => values.Mean())]);
        return new Slope(slope, Jackknife(x, y), etas[first], etas[first + count - 1], count);
    }

    private static (int First, int Count) Run(IReadOnlyList<double> etas, IReadOnlyList<double[]> errors, double largestEta)
    {
        int first = 0;
        while (first < etas.Count && !IsResolved(errors[first]))
            first++;
        int end = first;
        while (end < etas.Count && etas[end] <= largestEta && IsResolved(errors[end])
            && Math.Sign(errors[end].Mean()) == Math.Sign(errors[first].Mean()))
        {
            end++;
        }

        return (first, end - first);
    }

    private static bool IsResolved(double[] values) =>
        Math.Abs(values.Mean()) > Resolved * values.StandardDeviation() / Math.Sqrt(values.Length);

    private static double LogSlope(double[] x, double[] errors) =>
        MathNet.Numerics.Fit.Line(x, [.. errors.Select(error => Math.Log(Math.Abs(error)))]).Item2;

    // The errors at different etas come from the same draws and move together; leaving out blocks of draws keeps that.
    private static double Jackknife(double[] x, double[][] y)
    {
        int pairs = y[0].Length, blocks = Math.Min(Blocks, pairs);
        double[] slopes = [.. Enumerable.Range(0, blocks)
            .Select(block => LogSlope(x, [.. y.Select(values => MeanWithout(values, block, blocks))]))];
        return Math.Sqrt((blocks - 1.0) / blocks * slopes.Sum(slope => Math.Pow(slope - slopes.Average(), 2)));
    }

    private static double MeanWithout(double[] values, int block, int blocks)
    {
        int from = block * values.Length / blocks, to = (block + 1) * values.Length / blocks;
        double sum = values.Sum() - values.Skip(from).Take(to - from).Sum();
        return sum / (values.Length - (to - from));
    }
}
