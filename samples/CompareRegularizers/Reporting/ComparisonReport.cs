using System;
using System.Collections.Generic;
using System.IO;
using CompareRegularizers.Experiments;
using CompareRegularizers.Reporting.Plots;

namespace CompareRegularizers.Reporting;

/// <summary>Writes the files of a finished comparison.</summary>
internal static class ComparisonReport
{
    /// <summary>Writes all files and returns their names.</summary>
    internal static IReadOnlyList<string> Write(OutputFolder folder, ComparisonRecord record)
    {
        var files = new List<string>();
        IReadOnlyList<CellOutcome> outcomes = record.Result.Outcomes;
        Add("results.csv", stream => CsvReports.WriteResults(stream, outcomes));
        Add("gap.csv", stream => CsvReports.WriteGaps(stream, record.Result.Gaps));
        Add("robustness.csv", stream => CsvReports.WriteNoisyTests(stream, outcomes, record.Settings.NoisyTestEtas));
        Add("timings.csv", stream => CsvReports.WriteTimings(stream, outcomes));
        IReadOnlyList<Picture> pictures = Pictures.Of(record);
        foreach (Picture picture in pictures)
        {
            Add($"{picture.Name}.svg", picture.Chart.WriteSvg);
            if (PngCanvas.IsAvailable)
                Add($"{picture.Name}.png", picture.Chart.WritePng);
        }

        Add("report.html", stream => HtmlReport.Write(stream, record, pictures));
        return files;

        void Add(string name, Action<Stream> content)
        {
            folder.Write(name, content);
            files.Add(name);
        }
    }
}
