using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CompareRegularizers.Equivalence;
using OxyPlot;
using OxyPlot.Axes;

namespace CompareRegularizers.Reporting.Plots;

/// <summary>The noise gap of single examples.</summary>
internal static class ExamplePlots
{
    private static readonly SeriesStyle Reference = new(OxyColors.LightGray, LineStyle.Solid, MarkerType.None) { Thickness = 6 };

    /// <summary>Measured against predicted: on the diagonal a prediction is right for that example.</summary>
    internal static Chart Scatter(GapCurve curve, string title)
    {
        double eta = curve.ReferenceEta;
        string explained = string.Create(
            CultureInfo.InvariantCulture,
            $"R^2 of eta P {Percent(curve.PenaltyExplains)}, of eta (P + r T) {Percent(curve.FullExplains)}");
        Chart chart = new Chart(
                $"Examples {curve.State.Title()}: {title}", $"noise gap of each at eta = {Figures.Eta(eta)}; {explained}")
            .LinearAxis(AxisPosition.Bottom, "predicted gap")
            .LinearAxis(AxisPosition.Left, "measured gap");
        double[] predictions = [.. curve.Examples.SelectMany(e => (double[])[eta * e.Penalty, eta * (e.Penalty + e.ResidualLaplacian)])];
        (double low, double high) = (predictions.Min(), predictions.Max());
        return chart
            .Curve("measured = predicted", [(low, low), (high, high)], Reference)
            .Curve("eta P", Points(e => e.Penalty), new SeriesStyle(SeriesStyle.Blue, LineStyle.None, MarkerType.Circle, Hollow: true))
            .Curve(
                "eta (P + r T)",
                Points(e => e.Penalty + e.ResidualLaplacian),
                new SeriesStyle(SeriesStyle.Vermilion, LineStyle.None, MarkerType.Square));

        IEnumerable<(double X, double Y)> Points(Func<ExampleGap, double> coefficient) =>
            curve.Examples.Select(e => (eta * coefficient(e), e.Gap));
    }

    private static string Percent(double part) => part.ToString("0.000", CultureInfo.InvariantCulture);
}
