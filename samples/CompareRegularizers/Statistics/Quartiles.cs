using System;
using System.Collections.Generic;
using System.Linq;
using MathNet.Numerics.Statistics;

namespace CompareRegularizers.Statistics;

/// <summary>The median and the spread of values, whatever their distribution.</summary>
/// <param name="Count">How many values there are; those that are not finite are left out.</param>
/// <param name="Lower">The lower quartile.</param>
/// <param name="Median">The median.</param>
/// <param name="Upper">The upper quartile.</param>
internal readonly record struct Quartiles(int Count, double Lower, double Median, double Upper)
{
    /// <summary>The quartiles of some values, interpolated as R (type 7), NumPy and spreadsheets do; NaN of none.</summary>
    internal static Quartiles Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Where(double.IsFinite).Order()];
        return new Quartiles(sorted.Length, At(0.25), At(0.5), At(0.75));

        double At(double part) => SortedArrayStatistics.QuantileCustom(sorted, part, QuantileDefinition.R7);
    }

    /// <summary>The median of at least one value, whose order is lost.</summary>
    internal static double MedianInPlace(double[] values)
    {
        Array.Sort(values);
        int half = values.Length / 2;
        return values.Length % 2 == 1 ? values[half] : 0.5 * (values[half - 1] + values[half]);
    }
}
