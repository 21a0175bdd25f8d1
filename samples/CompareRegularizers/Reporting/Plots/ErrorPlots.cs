using System;
using System.Collections.Generic;
using System.Linq;
using CompareRegularizers.Experiments;
using OxyPlot;
using OxyPlot.Axes;

namespace CompareRegularizers.Reporting.Plots;

/// <summary>The test error of the arms against eta.</summary>
internal static class ErrorPlots
{
    private static readonly SeriesStyle Baseline = new(SeriesStyle.Black, LineStyle.Solid, MarkerType.None);

    /// <summary>The error itself, with its standard deviation over the repeats.</summary>
    internal static Chart TestError(Summary summary, string data)
    {
        Spread none = summary.Baseline.Test;
        Chart chart = new Chart(
                $"Test error on {data}", "mean over the repeats; bars and grey band: one standard deviation")
            .LogAxis(AxisPosition.Bottom, "eta (noise variance, weight of the penalty)")
            .LinearAxis(AxisPosition.Left, "test RMSE");
        (double left, double right) = Range(summary);
        chart.Band(left, right, none.Mean - none.Deviation, none.Mean + none.Deviation)
            .Curve(Arm.None.Title(), [(left, none.Mean), (right, none.Mean)], Baseline);
        return AddArms(chart, summary, arm => (arm.Test.Mean, arm.Test.Deviation));
    }

    /// <summary>The difference to no regulariser in the same repeat: what the repeats have in common is gone.</summary>
    internal static Chart PairedDifference(Summary summary, string data)
    {
        Chart chart = new Chart(
                $"Gain or loss against no regulariser on {data}",
                "mean paired difference of the test RMSE; bars: 95 % confidence interval; below 0 the regulariser helps")
            .LogAxis(AxisPosition.Bottom, "eta (noise variance, weight of the penalty)")
            .LinearAxis(AxisPosition.Left, "test RMSE less that of none");
        (double left, double right) = Range(summary);
        chart.Curve(Arm.None.Title(), [(left, 0), (right, 0)], Baseline);
        return AddArms(chart, summary, arm => (arm.Difference!.Value.Mean, arm.Difference.Value.Margin));
    }

    private static (double Left, double Right) Range(Summary summary)
    {
        double[] etas = [.. summary.Arms.Where(arm => arm.Arm != Arm.None).Select(arm => arm.Eta)];
        return (etas.Min() / 1.3, etas.Max() * 1.3);
    }

    private static Chart AddArms(Chart chart, Summary summary, Func<ArmSummary, (double Mean, double Margin)> figure)
    {
        foreach ((Arm arm, SeriesStyle style, double shift) in Looks())
        {
            // The arms stand a little beside each other, so that no bar hides another.
            (double X, double Mean, double Margin)[] points = [.. summary.Arms
                .Where(a => a.Arm == arm)
                .Select(a => (a.Eta * shift, figure(a).Mean, figure(a).Margin))];
            chart.Bars(points.Select(p => (p.X, p.Mean - p.Margin, p.Mean + p.Margin)), style)
                .Curve(arm.Title(), points.Select(p => (p.X, p.Mean)), style);
        }

        return chart;
    }

    private static IEnumerable<(Arm Arm, SeriesStyle Style, double Shift)> Looks() =>
    [
        (Arm.WeightNoise, new SeriesStyle(SeriesStyle.Blue, LineStyle.Dash, MarkerType.Circle, Hollow: true), 0.97),
        (Arm.GradientPenalty, new SeriesStyle(SeriesStyle.Vermilion, LineStyle.Solid, MarkerType.Square), 1.03),
    ];
}
