using System.Collections.Generic;
using System.Linq;
using CompareRegularizers.Experiments;
using OxyPlot;
using OxyPlot.Axes;

namespace CompareRegularizers.Reporting.Plots;

/// <summary>The noise gap that was measured against the one that was predicted.</summary>
internal static class GapPlots
{
    private static readonly SeriesStyle Reference = new(OxyColors.LightGray, LineStyle.Solid, MarkerType.None) { Thickness = 6 };

    /// <summary>Measured against predicted, on two logarithmic axes: the nearer to the diagonal the better the prediction.</summary>
    internal static Chart Gap(IReadOnlyList<GapPoint> gaps, string data)
    {
        int hidden = gaps.Count(g => g.Gap <= 0 || g.Penalty + g.ResidualLaplacian <= 0);
        string note = hidden == 0 ? string.Empty : $"; {hidden} of {gaps.Count} points lie below 0 and cannot be shown";
        Chart chart = new Chart(
                $"Noise gap on {data}", $"what weight noise adds to the mean squared error; from left to right eta grows{note}")
            .LogAxis(AxisPosition.Bottom, "predicted gap")
            .LogAxis(AxisPosition.Left, "measured gap");
        double[] all = [.. gaps.SelectMany(g => (double[])[g.Gap, g.PenaltyPrediction, g.FullPrediction]).Where(g => g > 0)];
        if (all.Length > 0)
            chart.Curve("measured = predicted", [(all.Min(), all.Min()), (all.Max(), all.Max())], Reference);
        foreach ((GapState state, string title, OxyColor color, MarkerType marker) in Looks())
        {
            GapPoint[] points = [.. gaps.Where(g => g.State == state)];
            chart.Curve(
                    $"{title}, predicted by eta P",
                    Positive(points.Select(g => (g.PenaltyPrediction, g.Gap))),
                    new SeriesStyle(color, LineStyle.Dash, marker, Hollow: true))
                .Curve(
                    $"{title}, predicted by eta (P + rT)",
                    Positive(points.Select(g => (g.FullPrediction, g.Gap))),
                    new SeriesStyle(color, LineStyle.Solid, marker));
        }

        return chart;
    }

    /// <summary>The measured gap in units of <c>eta P</c>, against eta: 1 is where the equivalence holds.</summary>
    internal static Chart Ratio(IReadOnlyList<GapPoint> gaps, string data)
    {
        Chart chart = new Chart(
                $"Where the equivalence holds on {data}",
                "measured noise gap in units of eta P; bars: two standard errors")
            .LogAxis(AxisPosition.Bottom, "eta (noise variance)")
            .LinearAxis(AxisPosition.Left, "measured gap / (eta P)");
        double[] range = [gaps.Min(g => g.Eta), gaps.Max(g => g.Eta)];
        chart.Curve("the equivalence: eta P", range.Select(eta => (eta, 1.0)), Reference);
        foreach ((GapState state, string title, OxyColor color, MarkerType marker) in Looks())
        {
            GapPoint[] points = [.. gaps.Where(g => g.State == state)];
            var style = new SeriesStyle(color, LineStyle.None, marker);
            double predicted = points[0].FullPrediction / points[0].PenaltyPrediction;
            chart.Bars(points.Select(Bar), style)
                .Curve($"{title}, measured", points.Select(g => (g.Eta, g.Gap / g.PenaltyPrediction)), style)
                .Curve(
                    $"{title}, eta (P + rT)",
                    range.Select(eta => (eta, predicted)),
                    new SeriesStyle(color, state == GapState.Initial ? LineStyle.Dash : LineStyle.Solid, MarkerType.None));
        }

        return chart;
    }

    private static (double X, double Low, double High) Bar(GapPoint g) =>
        (g.Eta, (g.Gap - (2 * g.StandardError)) / g.PenaltyPrediction, (g.Gap + (2 * g.StandardError)) / g.PenaltyPrediction);

    private static IEnumerable<(double X, double Y)> Positive(IEnumerable<(double X, double Y)> points) =>
        points.Where(p => p is { X: > 0, Y: > 0 });

    private static IEnumerable<(GapState State, string Title, OxyColor Color, MarkerType Marker)> Looks() =>
    [
        (GapState.Initial, "at initialisation", SeriesStyle.Blue, MarkerType.Circle),
        (GapState.Trained, "after training", SeriesStyle.Vermilion, MarkerType.Square),
    ];
}
