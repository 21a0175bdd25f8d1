using System;
using System.Collections.Generic;
using System.Linq;
using CompareRegularizers.Equivalence;
using OxyPlot;
using OxyPlot.Axes;

namespace CompareRegularizers.Reporting.Plots;

/// <summary>The gradients along a training.</summary>
internal static class GradientPlots
{
    /// <summary>The cosines between what the noise adds to the gradient and the gradients of the penalties.</summary>
    internal static Chart Cosines(NetworkMeasurement network, string title)
    {
        string eta = Figures.Eta(network.Curves[0].ReferenceEta);
        Chart chart = new Chart(
                $"The gradient of the noise: {title}",
                $"cosine to what noise of eta = {eta} adds to the gradient; bars: two standard errors")
            .LogAxis(AxisPosition.Bottom, "1 + steps of training")
            .LinearAxis(AxisPosition.Left, "cosine");
        Add("penalty P", p => p.ByPenalty, new SeriesStyle(SeriesStyle.Blue, LineStyle.Dash, MarkerType.Circle, Hollow: true));
        Add("corrected penalty", p => p.ByCorrectedPenalty, new SeriesStyle(SeriesStyle.Vermilion, LineStyle.Solid, MarkerType.Square));
        Add(
            "P, in directions that keep the fit",
            p => p.ByPenaltyOffFit,
            new SeriesStyle(SeriesStyle.Black, LineStyle.Dot, MarkerType.Triangle));
        return chart;

        void Add(string name, Func<TrainingPoint, Alignment> which, SeriesStyle style)
        {
            (double X, Alignment Alignment)[] points = [.. network.Training.Select(point => (1.0 + point.Step, which(point)))];
            if (points.All(point => double.IsNaN(point.Alignment.Cosine)))
                return;
            chart.Bars(points.Select(Bar), style).Curve(name, points.Select(point => (point.X, point.Alignment.Cosine)), style);
        }
    }

    private static (double X, double Low, double High) Bar((double X, Alignment Alignment) point) => (
        point.X,
        point.Alignment.Cosine - (2 * point.Alignment.StandardError),
        point.Alignment.Cosine + (2 * point.Alignment.StandardError));
}
