using System.Collections.Generic;
using System.Linq;
using CompareRegularizers.Equivalence;
using OxyPlot;
using OxyPlot.Axes;

namespace CompareRegularizers.Reporting.Plots;

/// <summary>The variance of the noise's gradient against the batch size.</summary>
internal static class VariancePlot
{
    private static readonly SeriesStyle Guide = new(OxyColors.Gray, LineStyle.Dot, MarkerType.None) { Thickness = 1 };

    /// <summary>Draws a curve for each way to draw the noise, each with the slope through its last point that it has for examples of one Hessian (theory 1.8).</summary>
    internal static Chart Of(NetworkMeasurement network, string title)
    {
        Chart chart = new Chart(
                $"The variance of the noise's gradient: {title}",
                $"eta = {Figures.Eta(network.Variances[0].Eta)}, before training; bars: two standard errors; dotted: slopes for equal examples")
            .LogAxis(AxisPosition.Bottom, "examples in a batch")
            .LogAxis(AxisPosition.Left, "variance of the gradient, all parameters");
        foreach (VarianceCurve curve in network.Variances)
        {
            GradientVariance[] points = [.. curve.Points.Where(point => point.Variance > 2 * point.StandardError)];
            if (points.Length == 0)
                continue;
            SeriesStyle style = Look(curve.Kind);
            chart.Bars(points.Select(Bar), style)
                .Curve(curve.Kind.Title, points.Select(point => ((double)point.Batch, point.Variance)), style)
                .Curve(null, Expected(points, curve.Kind.ExpectedSlope), Guide);
        }

        return chart;
    }

    private static SeriesStyle Look(NoiseKind kind) => kind.Key switch
    {
        "shared" => new(SeriesStyle.Purple, LineStyle.DashDot, MarkerType.Diamond),
        "local" => new(SeriesStyle.Blue, LineStyle.Dash, MarkerType.Circle, Hollow: true),
        _ => new(SeriesStyle.Vermilion, LineStyle.Solid, MarkerType.Triangle),
    };

    private static (double X, double Low, double High) Bar(GradientVariance point) =>
        (point.Batch, point.Variance - (2 * point.StandardError), point.Variance + (2 * point.StandardError));

    private static IEnumerable<(double X, double Y)> Expected(GradientVariance[] points, int slope)
    {
        GradientVariance last = points[^1];
        return points.Select(point =>
            ((double)point.Batch, last.Variance * System.Math.Pow((double)point.Batch / last.Batch, slope)));
    }
}
