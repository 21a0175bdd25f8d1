using System.Linq;
using CompareRegularizers.Experiments;
using OxyPlot.Axes;

namespace CompareRegularizers.Reporting.Plots;

/// <summary>The test error of trained networks under noise on their weights.</summary>
internal static class RobustnessPlot
{
    /// <summary>Draws none, and each arm at one eta.</summary>
    internal static Chart Of(ComparisonRecord record)
    {
        double eta = TypicalEta(record.Summary);
        Chart chart = new Chart(
                $"Error under noise on the weights on {record.Run.Data.Name}",
                $"networks trained at eta {Figures.Eta(eta)}; root mean square over the repeats")
            .LogAxis(AxisPosition.Bottom, "variance of the noise at test time")
            .LogAxis(AxisPosition.Left, "test RMSE under noise");
        foreach (ArmSummary arm in record.Summary.Arms.Where(arm => arm.Budget == Budget.Steps && (arm.Arm == Arm.None || arm.Eta == eta)))
            chart.Curve(arm.Arm.Title, record.Settings.NoisyTestEtas.Zip(arm.NoisyTest), ArmLooks.Of(arm.Arm));
        return chart;
    }

    /// <summary>The eta nearest to what validation chose for the arms, or the middle one where it chose none.</summary>
    internal static double TypicalEta(Summary summary)
    {
        double[] etas = [.. summary.Arms.Where(arm => arm.Arm != Arm.None).Select(arm => arm.Eta).Distinct().Order()];
        double[] chosen = [.. summary.Tuned.Where(arm => arm.Budget == Budget.Steps && arm.Eta > 0).Select(arm => arm.Eta).Order()];
        double wanted = chosen.Length > 0 ? chosen[chosen.Length / 2] : etas[etas.Length / 2];
        return etas.MinBy(eta => System.Math.Abs(System.Math.Log(eta / wanted)));
    }
}
