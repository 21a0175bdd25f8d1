using System;
using System.Collections.Generic;
using System.Linq;
using CompareRegularizers.Equivalence;
using OxyPlot;
using OxyPlot.Axes;

namespace CompareRegularizers.Reporting.Plots;

/// <summary>Several networks in one picture.</summary>
internal static class NetworkPlots
{
    // Okabe and Ito's colours, dark ones first.
    private static readonly OxyColor[] Colors =
    [
        SeriesStyle.Blue, SeriesStyle.Vermilion, SeriesStyle.Green, SeriesStyle.Black, SeriesStyle.Purple, SeriesStyle.Orange,
        SeriesStyle.SkyBlue, SeriesStyle.Grey,
    ];

    private static readonly MarkerType[] Markers = [MarkerType.Circle, MarkerType.Square, MarkerType.Triangle, MarkerType.Diamond];

    private static readonly SeriesStyle Reference = new(OxyColors.LightGray, LineStyle.Solid, MarkerType.None) { Thickness = 6 };

    /// <summary>What the first order misses, in units of <c>eta P</c>, against eta times the width.</summary>
    internal static Chart Errors(IReadOnlyList<NetworkMeasurement> networks, NetworkState state, string data)
    {
        Chart chart = new Chart(
                $"How far the first order goes on {data}, {state.Title()}",
                "error of eta (P + r T) in units of eta P; grey: 10 %; errors below two standard errors are left out")
            .LogAxis(AxisPosition.Bottom, "eta x width of the widest layer")
            .LogAxis(AxisPosition.Left, "|gap - eta (P + r T)| / (eta P)");
        double[] range = Range(networks, network => network.Width);
        chart.Curve(null, range.Select(kappa => (kappa, Reach.Tolerance)), Reference);
        foreach ((NetworkMeasurement network, GapCurve curve, SeriesStyle style) in Curves(networks, state))
        {
            chart.Curve(
                network.Shape.ToString(),
                curve.Points
                    .Where(p => Math.Abs(p.Remainder) > 2 * p.StandardError)
                    .Select(p => (p.Eta * network.Width, Math.Abs(p.Remainder) / p.PenaltyPrediction)),
                style);
        }

        return chart;
    }

    /// <summary>The measured gap in units of <c>eta P</c>, against eta.</summary>
    internal static Chart Ratios(IReadOnlyList<NetworkMeasurement> networks, NetworkState state, string data)
    {
        Chart chart = new Chart(
                $"Where the equivalence holds on {data}, {state.Title()}",
                "measured noise gap in units of eta P; bars: two standard errors; dotted: 1 + r T / P")
            .LogAxis(AxisPosition.Bottom, "eta (noise variance)")
            .LinearAxis(AxisPosition.Left, "measured gap / (eta P)");
        double[] range = Range(networks, _ => 1);
        chart.Curve("eta P", range.Select(eta => (eta, 1.0)), Reference);
        foreach ((NetworkMeasurement network, GapCurve curve, SeriesStyle style) in Curves(networks, state))
        {
            // Beyond twice eta P there is nothing left to see of the equivalence, and it would flatten the rest.
            GapEstimate[] shown = [.. curve.Points.Where(p => p.Gap < 2 * p.PenaltyPrediction)];
            chart.Bars(shown.Select(EquivalencePlots.Bar), style)
                .Curve(network.Shape.ToString(), shown.Select(p => (p.Eta, p.Gap / p.PenaltyPrediction)), style)
                .Curve(null, range.Select(eta => (eta, 1 + curve.Share)), style with { Line = LineStyle.Dot, Marker = MarkerType.None });
        }

        return chart;
    }

    /// <summary>The cosines between what the noise adds to the gradient and the gradients of both penalties, along the training.</summary>
    internal static Chart Cosines(IReadOnlyList<NetworkMeasurement> networks, string data)
    {
        Chart chart = new Chart(
                $"The gradient of the noise on {data}",
                "cosine to what the noise adds to the gradient; hollow: penalty P; full: corrected penalty")
            .LogAxis(AxisPosition.Bottom, "1 + steps of training")
            .LinearAxis(AxisPosition.Left, "cosine");
        foreach ((NetworkMeasurement network, _, SeriesStyle style) in Curves(networks, NetworkState.Initial))
        {
            SeriesStyle hollow = style with { Line = LineStyle.Dash, Hollow = true };
            chart.Curve($"{network.Shape}, P", network.Training.Select(p => (1.0 + p.Step, p.ByPenalty.Cosine)), hollow)
                .Curve($"{network.Shape}, corrected", network.Training.Select(p => (1.0 + p.Step, p.ByCorrectedPenalty.Cosine)), style);
        }

        return chart;
    }

    private static double[] Range(IReadOnlyList<NetworkMeasurement> networks, Func<NetworkMeasurement, double> factor)
    {
        double[] all = [.. networks.SelectMany(network => network.Curves[0].Points.Select(p => p.Eta * factor(network)))];
        return [all.Min(), all.Max()];
    }

    private static IEnumerable<(NetworkMeasurement Network, GapCurve Curve, SeriesStyle Style)> Curves(
        IReadOnlyList<NetworkMeasurement> networks, NetworkState state) =>
        networks
            .Select((network, i) => (network, new SeriesStyle(Colors[i % Colors.Length], LineStyle.Solid, Markers[i % Markers.Length])))
            .SelectMany(
                pair => pair.network.Curves.Where(curve => curve.State == state), (pair, curve) => (pair.network, curve, pair.Item2));
}
