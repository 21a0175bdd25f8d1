using System.Linq;
using CompareRegularizers.Experiments;
using OxyPlot.Axes;

namespace CompareRegularizers.Reporting.Plots;

/// <summary>What the tuned arms are worth against what they cost.</summary>
internal static class CostPlot
{
    /// <summary>Draws a point for each arm at equal steps and, where there is one, another at equal computation.</summary>
    internal static Chart Of(ComparisonRecord record)
    {
        NetworkCost network = NetworkCost.Of(record.Run.Network.LayerSizes);
        Chart chart = new Chart(
                $"Error against computation on {record.Run.Data.Name}",
                "eta chosen by validation; median paired difference, bars: 95 % bootstrap interval")
            .LinearAxis(AxisPosition.Bottom, "computation of one training run, that of none being 1")
            .LinearAxis(AxisPosition.Left, "test RMSE less that of none");
        TunedSummary[] tuned = [.. record.Summary.Tuned];
        chart.Curve(Arm.None.Title, [(0, 0), (1.1 * tuned.Max(Cost), 0)], ArmLooks.Of(Arm.None));
        Arm[] arms = [.. tuned.Select(arm => arm.Arm).Distinct()];
        foreach ((int index, Arm arm) in arms.Index())
        {
            SeriesStyle style = ArmLooks.Of(arm);
            // Arms of the same cost stand beside each other.
            double shift = 0.04 * (index - ((arms.Length - 1) / 2.0));
            var points = tuned.Where(t => t.Arm == arm).Select(t => (X: Cost(t) + shift, t.Difference)).ToList();
            chart.Bars(points.Select(p => (p.X, p.Difference.MedianInterval.Lower, p.Difference.MedianInterval.Upper)), style)
                .Curve(arm.Title, points.Select(p => (p.X, p.Difference.Difference.Median)), style);
        }

        return chart;

        double Cost(TunedSummary t)
        {
            double relative = t.Arm.RelativeCost(network);
            int epochs = new Cell(t.Arm, 0, 0, t.Budget).EpochsOf(record.Settings.Epochs, network);
            return relative * epochs / record.Settings.Epochs;
        }
    }
}
