using System;
using System.Linq;
using CompareRegularizers.Experiments;
using OxyPlot.Axes;

namespace CompareRegularizers.Reporting.Plots;

/// <summary>The test error of the arms against eta.</summary>
internal static class ErrorPlots
{
    private const string Eta = "eta (noise variance, weight of the penalty)";

    /// <summary>The error itself, with its standard deviation over the repeats.</summary>
    internal static Chart TestError(Summary summary, string data)
    {
        Spread none = summary.Baseline.Test;
        Chart chart = new Chart(
                $"Test error on {data}", "mean over the repeats; bars and grey band: one standard deviation")
            .LogAxis(AxisPosition.Bottom, Eta)
            .LinearAxis(AxisPosition.Left, "test RMSE");
        (double left, double right) = Range(summary);
        chart.Band(left, right, none.Mean - none.Deviation, none.Mean + none.Deviation)
            .Curve(Arm.None.Title, [(left, none.Mean), (right, none.Mean)], ArmLooks.Of(Arm.None));
        return AddArms(chart, summary, arm => (arm.Test.Mean, arm.Test.Mean - arm.Test.Deviation, arm.Test.Mean + arm.Test.Deviation));
    }

    /// <summary>The difference to no regulariser in the same repeat: what the repeats have in common is gone.</summary>
    internal static Chart PairedDifference(Summary summary, string data)
    {
        Chart chart = new Chart(
                $"Gain or loss against no regulariser on {data}",
                "median paired difference of the test RMSE; bars: 95 % bootstrap interval; below 0 the regulariser helps")
            .LogAxis(AxisPosition.Bottom, Eta)
            .LinearAxis(AxisPosition.Left, "test RMSE less that of none");
        (double left, double right) = Range(summary);
        chart.Curve(Arm.None.Title, [(left, 0), (right, 0)], ArmLooks.Of(Arm.None));
        return AddArms(
            chart,
            summary,
            arm => (arm.Difference!.Difference.Median, arm.Difference.MedianInterval.Lower, arm.Difference.MedianInterval.Upper));
    }

    private static (double Left, double Right) Range(Summary summary)
    {
        double[] etas = [.. summary.Arms.Where(arm => arm.Arm != Arm.None).Select(arm => arm.Eta)];
        return (etas.Min() / 1.3, etas.Max() * 1.3);
    }

    private static Chart AddArms(Chart chart, Summary summary, Func<ArmSummary, (double Middle, double Low, double High)> figure)
    {
        var arms = summary.Arms
            .Where(arm => arm.Arm != Arm.None && arm.Budget == Budget.Steps)
            .GroupBy(arm => arm.Arm)
            .ToArray();
        foreach ((int index, IGrouping<Arm, ArmSummary> arm) in arms.Index())
        {
            SeriesStyle style = ArmLooks.Of(arm.Key);
            double shift = ArmLooks.Shift(index, arms.Length);
            (double X, (double Middle, double Low, double High) Y)[] points = [.. arm.Select(a => (a.Eta * shift, figure(a)))];
            chart.Bars(points.Select(p => (p.X, p.Y.Low, p.Y.High)), style)
                .Curve(arm.Key.Title, points.Select(p => (p.X, p.Y.Middle)), style);
        }

        return chart;
    }
}
