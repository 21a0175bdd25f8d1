using System;
using System.Collections.Generic;
using System.Linq;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace CompareRegularizers.Reporting;

/// <summary>A figure over the repeats.</summary>
/// <param name="Mean">Its mean.</param>
/// <param name="Deviation">Its standard deviation (divisor n - 1); NaN for a single repeat.</param>
/// <param name="Margin">Half the width of Student's 95 % confidence interval of the mean; NaN for a single repeat.</param>
internal readonly record struct Spread(double Mean, double Deviation, double Margin)
{
    /// <summary>The spread of some values.</summary>
    internal static Spread Of(IEnumerable<double> values)
    {
        double[] all = [.. values];
        (double mean, double deviation) = all.MeanStandardDeviation();
        if (all.Length < 2 || !double.IsFinite(deviation))
            return new Spread(mean, double.NaN, double.NaN);
        double quantile = StudentT.InvCDF(0, 1, all.Length - 1, 0.975);
        return new Spread(mean, deviation, quantile * deviation / Math.Sqrt(all.Length));
    }

    /// <summary>The spread of the differences of paired values.</summary>
    internal static Spread OfDifferences(IEnumerable<double> values, IEnumerable<double> baseline) =>
        Of(values.Zip(baseline, (value, reference) => value - reference));
}
