using System;
using System.Collections.Generic;
using System.Linq;
using CompareRegularizers.Experiments;
using OxyPlot;
using OxyPlot.Axes;

namespace CompareRegularizers.Reporting.Plots;

/// <summary>How far apart the functions are that weight noise and another arm learn, against eta.</summary>
internal static class DistancePlot
{
    private static readonly SeriesStyle Reference = new(OxyColors.LightGray, LineStyle.Solid, MarkerType.None) { Thickness = 4 };

    /// <summary>Draws it, with a line of slope 1 to compare with.</summary>
    internal static Chart Of(Summary summary, string data)
    {
        Chart chart = new Chart(
                $"How far from weight noise the other arms end on {data}",
                "root mean square of the difference of the outputs on test rows, over all repeats, in standardised units")
            .LogAxis(AxisPosition.Bottom, "eta (noise variance, weight of the penalty)")
            .LogAxis(AxisPosition.Left, "RMS of (output less output with weight noise)");
        PairSummary[] pairs = [.. summary.Pairs.Where(pair => pair.Distance > 0)];
        double low = pairs.Min(pair => pair.Eta), high = pairs.Max(pair => pair.Eta), top = pairs.Max(pair => pair.Distance);
        if (high > low)
            chart.Curve("slope 1", SlopeOne(low, high, top, pairs.Min(pair => pair.Distance)), Reference);
        foreach (IGrouping<Arm, PairSummary> arm in pairs.GroupBy(pair => pair.Second))
            chart.Curve(arm.Key.Title, arm.Select(pair => (pair.Eta, pair.Distance)), ArmLooks.Of(arm.Key));
        return chart;
    }

    // Through the upper right corner, cut off below the data.
    private static IEnumerable<(double X, double Y)> SlopeOne(double low, double high, double top, double bottom)
    {
        double start = Math.Max(low, high * bottom / top);
        return [(start, top * start / high), (high, top)];
    }
}
