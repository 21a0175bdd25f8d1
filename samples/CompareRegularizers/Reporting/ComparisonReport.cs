using System.Collections.Generic;
using CompareRegularizers.Experiments;
using CompareRegularizers.Reporting.Plots;

namespace CompareRegularizers.Reporting;

/// <summary>Writes the files of a finished comparison.</summary>
internal static class ComparisonReport
{
    /// <summary>Writes all files and returns their names.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="result">The comparison.</param>
    /// <param name="summary">Its summary.</param>
    /// <param name="data">What the plots call the data.</param>
    internal static IReadOnlyList<string> Write(OutputFolder folder, ComparisonResult result, Summary summary, string data)
    {
        folder.Write("results.csv", stream => CsvReports.WriteResults(stream, result.Outcomes));
        folder.Write("gap.csv", stream => CsvReports.WriteGaps(stream, result.Gaps));
        folder.Write("timings.csv", stream => CsvReports.WriteTimings(stream, result.Outcomes));
        folder.Write("test-error.svg", ErrorPlots.TestError(summary, data).WriteSvg);
        folder.Write("paired-difference.svg", ErrorPlots.PairedDifference(summary, data).WriteSvg);
        folder.Write("noise-gap.svg", GapPlots.Gap(result.Gaps, data).WriteSvg);
        folder.Write("noise-gap-ratio.svg", GapPlots.Ratio(result.Gaps, data).WriteSvg);
        return ["results.csv", "gap.csv", "timings.csv", "test-error.svg", "paired-difference.svg", "noise-gap.svg", "noise-gap-ratio.svg"];
    }
}
