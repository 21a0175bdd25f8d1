using System;
using System.Collections.Generic;
using System.Linq;
using CompareRegularizers.Equivalence;
using OxyPlot;
using OxyPlot.Axes;

namespace CompareRegularizers.Reporting.Plots;

/// <summary>The noise gap of one network against what is predicted of it.</summary>
internal static class EquivalencePlots
{
    private static readonly SeriesStyle Reference = new(OxyColors.LightGray, LineStyle.Solid, MarkerType.None) { Thickness = 6 };
    private static readonly SeriesStyle Guide = new(OxyColors.Gray, LineStyle.Dot, MarkerType.None) { Thickness = 1 };

    /// <summary>How the states look.</summary>
    internal static (OxyColor Color, MarkerType Marker) Look(NetworkState state) => state switch
    {
        NetworkState.Initial => (SeriesStyle.Blue, MarkerType.Circle),
        NetworkState.Extreme => (SeriesStyle.Green, MarkerType.Triangle),
        _ => (SeriesStyle.Vermilion, MarkerType.Square),
    };

    /// <summary>The measured gap in units of <c>eta P</c>, against eta: 1 is where the equivalence holds.</summary>
    internal static Chart Ratio(NetworkMeasurement network, string title)
    {
        Chart chart = new Chart(
                $"Where the equivalence holds: {title}",
                "measured noise gap in units of eta P; bars: two standard errors; lines: 1 + r T / P")
            .LogAxis(AxisPosition.Bottom, "eta (noise variance)")
            .LinearAxis(AxisPosition.Left, "measured gap / (eta P)");
        double[] range = [network.Curves[0].Points[0].Eta, network.Curves[0].Points[^1].Eta];
        chart.Curve("the equivalence: eta P", range.Select(eta => (eta, 1.0)), Reference);
        foreach (GapCurve curve in network.Curves)
        {
            (OxyColor color, MarkerType marker) = Look(curve.State);
            var style = new SeriesStyle(color, LineStyle.None, marker);
            chart.Bars(curve.Points.Select(Bar), style)
                .Curve(curve.State.Title(), curve.Points.Select(p => (p.Eta, p.Gap / p.PenaltyPrediction)), style)
                .Curve(null, range.Select(eta => (eta, 1 + curve.Share)), new SeriesStyle(color, LineStyle.Dash, MarkerType.None));
        }

        return chart;
    }

    /// <summary>What both predictions leave over, on two logarithmic axes: slope 1 without r T, slope 2 with it.</summary>
    internal static Chart Error(NetworkMeasurement network, string title)
    {
        Chart chart = new Chart(
                $"What the predictions miss: {title}",
                "dotted: slopes 1 and 2; bars: two standard errors; errors below two of them are left out")
            .LogAxis(AxisPosition.Bottom, "eta (noise variance)")
            .LogAxis(AxisPosition.Left, "error of the predicted gap");
        foreach (GapCurve curve in network.Curves)
        {
            (OxyColor color, MarkerType marker) = Look(curve.State);
            Add("eta P", p => p.PenaltyError, new SeriesStyle(color, LineStyle.Dash, marker, Hollow: true));
            Add("eta (P + r T)", p => p.Remainder, new SeriesStyle(color, LineStyle.Solid, marker));

            void Add(string name, Func<GapEstimate, double> error, SeriesStyle style)
            {
                (double Eta, double Error, double Margin)[] resolved = [.. curve.Points
                    .Select(p => (p.Eta, Error: Math.Abs(error(p)), Margin: 2 * p.StandardError))
                    .Where(p => p.Error > p.Margin)];
                chart.Bars(resolved.Select(p => (p.Eta, p.Error - p.Margin, p.Error + p.Margin)), style)
                    .Curve($"{curve.State.Title()}, {name}", resolved.Select(p => (p.Eta, p.Error)), style);
            }
        }

        AddGuides(chart, network.Curves);
        return chart;
    }

    // Through the middle of the first state's eta P: lines to compare slopes with.
    private static void AddGuides(Chart chart, IReadOnlyList<GapCurve> curves)
    {
        IReadOnlyList<GapEstimate> points = curves[0].Points;
        GapEstimate middle = points[points.Count / 2];
        double unit = middle.PenaltyPrediction;
        chart.Curve(null, points.Select(p => (p.Eta, unit * p.Eta / middle.Eta)), Guide)
            .Curve(null, points.Select(p => (p.Eta, unit * middle.Eta * (p.Eta / middle.Eta) * (p.Eta / middle.Eta))), Guide);
    }

    /// <summary>Two standard errors of the gap, in units of <c>eta P</c>.</summary>
    internal static (double X, double Low, double High) Bar(GapEstimate p) =>
        (p.Eta, (p.Gap - (2 * p.StandardError)) / p.PenaltyPrediction, (p.Gap + (2 * p.StandardError)) / p.PenaltyPrediction);
}
