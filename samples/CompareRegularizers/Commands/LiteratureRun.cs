using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Text;
using System.Threading;
using CompareRegularizers.Literature;
using CompareRegularizers.Reporting;

namespace CompareRegularizers.Commands;

/// <summary><c>literature</c> from options to files.</summary>
/// <param name="folder">Where the tables are.</param>
/// <param name="settings">The settings.</param>
/// <param name="threads">How many splits at a time.</param>
/// <param name="output">Where the tables are printed.</param>
/// <param name="progress">Where progress is printed, or null.</param>
/// <param name="json">Whether to print one JSON document instead of tables.</param>
internal sealed class LiteratureRun(
    string folder, StudySettings settings, int threads, TextWriter output, TextWriter? progress, bool json)
{
    private const string Results = "literature.csv";
    private const string Tables = "literature.md";

    /// <summary>Runs it.</summary>
    /// <param name="outFolder">Where the results go.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The exit code.</returns>
    internal int Run(string outFolder, CancellationToken cancellation)
    {
        var study = new Study(folder, settings);
        using OutputFolder files = OutputFolder.Open(outFolder);
        long start = Stopwatch.GetTimestamp();
        IReadOnlyList<StudyCell> cells = study.Run(threads, progress, cancellation);
        var report = new StudyReport(cells, settings.Seed);
        string markdown = report.Markdown();
        files.Write(Results, report.WriteCsv);
        files.Write(Tables, stream => stream.Write(Encoding.UTF8.GetBytes(markdown)));
        if (json)
        {
            output.WriteLine(report.Json());
            return ExitCode.Success;
        }

        output.WriteLine(markdown);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds:0} s. Written to {files.Path}: {Results}, {Tables}"));
        return ExitCode.Success;
    }
}
