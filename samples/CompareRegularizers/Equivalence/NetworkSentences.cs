using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CompareRegularizers.Reporting;

namespace CompareRegularizers.Equivalence;

/// <summary>What several networks say together: how far the first order goes in each, and whether the width rule keeps to it.</summary>
internal static class NetworkSentences
{
    /// <summary>The sentences.</summary>
    internal static string Compare(IReadOnlyList<NetworkMeasurement> measurements)
    {
        (NetworkMeasurement Network, GapCurve Curve)[] curves =
            [.. measurements.SelectMany(measurement => measurement.Curves.Select(curve => (measurement, curve)))];
        string list = string.Join("; ", measurements.Select(Describe));
        string[] broken =
            [.. curves.Where(pair => !IsSafe(pair.Network, pair.Curve)).Select(pair => $"{pair.Network.Shape} {pair.Curve.State.Title()}")];
        string rule = broken.Length == 0
            ? "eta x width <= 0.1 is within that for all of them."
            : $"eta x width <= 0.1 is not enough for {string.Join(", ", broken)}.";
        return $"The first order, r T included, is within 10 % of the gap up to eta x width = {list}. The width rule {rule}";
    }

    private static string Describe(NetworkMeasurement measurement)
    {
        IEnumerable<string> states =
            measurement.Curves.Select(curve => $"{Text(curve.FullReach, measurement.Width)} {curve.State.Title()}");
        return $"{string.Join(", ", states)} ({measurement.Shape})";
    }

    private static string Text(Reach reach, int width)
    {
        string kappa = (reach.Eta * width).ToString(reach.Eta == 0 ? "0" : "0.##e-0", CultureInfo.InvariantCulture);
        return reach.WholeGrid ? $"{kappa} and more" : kappa;
    }

    // Of the etas measured those within the rule count; where the prediction holds to the grid's end nothing speaks against it.
    private static bool IsSafe(NetworkMeasurement measurement, GapCurve curve) =>
        curve.FullReach.WholeGrid || curve.FullReach.Eta * measurement.Width >= WidthRule.LargestKappa;
}
