using System.Linq;
using CompareRegularizers.Experiments;
using OxyPlot.Axes;

namespace CompareRegularizers.Reporting.Plots;

/// <summary>The fitted curves of data with one input.</summary>
internal static class FitPlot
{
    // More bands than these hide each other.
    private static readonly Arm[] Banded = [Arm.WeightNoise, Arm.GradientPenalty];

    /// <summary>Draws none and each arm at one eta, two of them with their bands.</summary>
    internal static Chart Of(ComparisonRecord record)
    {
        double eta = RobustnessPlot.TypicalEta(record.Summary);
        Chart chart = new Chart(
                $"Fitted curves on {record.Run.Data.Name}",
                $"first repeat, eta {Figures.Eta(eta)}; bands: output ± sqrt(eta P(x)), for weight noise and gradient penalty")
            .LinearAxis(AxisPosition.Bottom, "input")
            .LinearAxis(AxisPosition.Left, record.Run.Data.Target);
        foreach (CellResult result in record.Result.Outcomes.Select(outcome => outcome.Result))
        {
            bool drawn = result.Fit.Length > 0 && result.Cell.Budget == Budget.Steps && (result.Cell.Arm == Arm.None || result.Cell.Eta == eta);
            if (!drawn)
                continue;
            SeriesStyle style = ArmLooks.Of(result.Cell.Arm) with { Marker = OxyPlot.MarkerType.None };
            if (Banded.Contains(result.Cell.Arm))
                chart.Band(result.Fit.Select(p => (p.X, p.Y - p.Deviation, p.Y + p.Deviation)), style.Color);
            chart.Curve(result.Cell.Arm.Title, result.Fit.Select(p => (p.X, p.Y)), style);
        }

        return chart;
    }
}
