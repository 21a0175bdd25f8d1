using System;
using System.Globalization;

namespace CompareRegularizers.Reporting;

/// <summary>Numbers as people read them, the same in every culture.</summary>
internal static class Figures
{
    /// <summary>Such as <c>1e-3</c> or <c>3e-4</c>; 0 as <c>0</c>.</summary>
    internal static string Eta(double eta) => eta == 0 ? "0" : eta.ToString("0.##e-0", CultureInfo.InvariantCulture);

    /// <summary>Four significant digits or so, without an exponent where that reads well.</summary>
    internal static string Value(double value) =>
        double.IsFinite(value) ? value.ToString(FormatFor(value), CultureInfo.InvariantCulture) : "diverged";

    /// <summary>A figure and what follows "+-"; the latter with the digits of the former.</summary>
    internal static string PlusMinus(double value, double margin) =>
        double.IsFinite(margin) ? $"{Value(value)} ± {margin.ToString(FormatFor(value), CultureInfo.InvariantCulture)}" : Value(value);

    /// <summary>A difference with its sign and interval, written with the digits of the figures that were subtracted.</summary>
    internal static string Interval(double difference, double lower, double upper, double scale)
    {
        if (!double.IsFinite(difference))
            return "-";
        string format = FormatFor(scale);
        return double.IsFinite(lower) && double.IsFinite(upper)
            ? $"{Signed(difference, format)} [{Signed(lower, format)}, {Signed(upper, format)}]"
            : Signed(difference, format);
    }

    // Not "+0.000;-0.000": a negative number that rounds to 0 takes the first section and its own sign, -+0.000.
    private static string Signed(double value, string format) =>
        (value < 0 ? "-" : "+") + Math.Abs(value).ToString(format, CultureInfo.InvariantCulture);

    /// <summary>A p value: two digits, and small ones as what they are below.</summary>
    internal static string PValue(double p) => p switch
    {
        double.NaN => "-",
        < 0.001 => "< 0.001",
        < 0.1 => p.ToString("0.000", CultureInfo.InvariantCulture),
        _ => p.ToString("0.00", CultureInfo.InvariantCulture),
    };

    /// <summary>A large number with three digits and a prefix, such as <c>2.10 M</c>.</summary>
    internal static string Rate(double value) => value switch
    {
        >= 1e6 => (value / 1e6).ToString("0.00", CultureInfo.InvariantCulture) + " M",
        >= 1e3 => (value / 1e3).ToString("0.0", CultureInfo.InvariantCulture) + " k",
        _ => value.ToString("0", CultureInfo.InvariantCulture),
    };

    private static string FormatFor(double value) => Math.Abs(value) switch
    {
        0 => "0",
        >= 1e6 or < 1e-3 => "0.000e0",
        >= 1000 => "0",
        >= 100 => "0.0",
        >= 10 => "0.00",
        _ => "0.000",
    };
}
