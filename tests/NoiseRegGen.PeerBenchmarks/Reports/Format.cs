using System.Globalization;
using NoiseRegGen.PeerBenchmarks.Measuring;

namespace NoiseRegGen.PeerBenchmarks.Reports;

/// <summary>Numbers as the tables show them.</summary>
internal static class Format
{
    /// <summary>Microseconds with three significant digits.</summary>
    internal static string Micros(double seconds) => Significant(seconds * 1e6);

    /// <summary>Median and interquartile range in microseconds.</summary>
    internal static string MicrosWithRange(Timing timing) =>
        $"{Micros(timing.Median)} ({Micros(timing.LowerQuartile)}-{Micros(timing.UpperQuartile)})";

    internal static string Ratio(double ratio) => Significant(ratio) + "x";

    internal static string Percent(double share) => (100 * share).ToString("0", CultureInfo.InvariantCulture) + " %";

    internal static string Significant(double value) => value.ToString(
        value switch { >= 100 => "N0", >= 10 => "0.0", >= 1 => "0.00", _ => "0.000" }, CultureInfo.InvariantCulture);
}
