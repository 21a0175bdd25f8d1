using System;
using System.Collections.Generic;
using System.Linq;
using MathNet.Numerics.Statistics;

namespace CompareRegularizers.Equivalence;

/// <summary>The variance of the noise's gradient against the batch size, for one way to draw the noise.</summary>
/// <param name="Kind">The way.</param>
/// <param name="Eta">The noise variance.</param>
/// <param name="Points">The variances, by increasing batch; independent of each other.</param>
internal sealed record VarianceCurve(NoiseKind Kind, double Eta, IReadOnlyList<GradientVariance> Points)
{
    /// <summary>
    /// The slope of the least-squares line on two logarithmic axes, and its standard error from those of the points; null where
    /// there are fewer than two points or one has no logarithm.
    /// </summary>
    internal (double Value, double StandardError)? Slope()
    {
        if (Points.Count < 2 || Points.Any(point => point.Variance <= 0))
            return null;
        double[] x = [.. Points.Select(point => Math.Log(point.Batch))];
        double mean = x.Mean(), square = x.Sum(value => (value - mean) * (value - mean));
        double slope = 0, variance = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double weight = (x[i] - mean) / square;
            slope += weight * Math.Log(Points[i].Variance);
            // d log V = dV / V.
            variance += Math.Pow(weight * Points[i].StandardError / Points[i].Variance, 2);
        }

        return (slope, Math.Sqrt(variance));
    }
}
