using System.Collections.Generic;
using CompareRegularizers.Experiments;
using OxyPlot;

namespace CompareRegularizers.Reporting.Plots;

/// <summary>How the curve of each arm looks, the same in all plots.</summary>
internal static class ArmLooks
{
    private static readonly Dictionary<string, SeriesStyle> Styles = new()
    {
        ["none"] = new(SeriesStyle.Black, LineStyle.Solid, MarkerType.None),
        ["weight-noise"] = new(SeriesStyle.Blue, LineStyle.Dash, MarkerType.Circle, Hollow: true),
        ["gradient-penalty"] = new(SeriesStyle.Vermilion, LineStyle.Solid, MarkerType.Square),
        ["corrected-penalty"] = new(SeriesStyle.Green, LineStyle.LongDash, MarkerType.Diamond, Hollow: true),
        ["weight-decay"] = new(SeriesStyle.Grey, LineStyle.Dot, MarkerType.Triangle),
        ["antithetic-noise"] = new(SeriesStyle.SkyBlue, LineStyle.Dash, MarkerType.Triangle, Hollow: true),
        ["batch-noise"] = new(SeriesStyle.Purple, LineStyle.DashDot, MarkerType.Diamond),
        ["layer-noise"] = new(SeriesStyle.Orange, LineStyle.DashDot, MarkerType.Square, Hollow: true),
    };

    /// <summary>The look of an arm; an arm that has none of its own gets a black dotted line.</summary>
    internal static SeriesStyle Of(Arm arm) =>
        Styles.GetValueOrDefault(arm.Key, new SeriesStyle(SeriesStyle.Black, LineStyle.Dot, MarkerType.Circle));

    /// <summary>A factor on eta by which the arms stand a little beside each other, so that no bar hides another.</summary>
    /// <param name="index">The place of the arm among those that are drawn.</param>
    /// <param name="count">How many are drawn.</param>
    internal static double Shift(int index, int count) => System.Math.Pow(1.06, index - ((count - 1) / 2.0));
}
