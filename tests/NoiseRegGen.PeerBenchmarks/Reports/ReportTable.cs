using System.Collections.Generic;

namespace NoiseRegGen.PeerBenchmarks.Reports;

/// <summary>A table as text, for the console and for Markdown.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Columns">The heads of its columns.</param>
/// <param name="Rows">Its cells.</param>
internal sealed record ReportTable(string Title, string[] Columns, List<string[]> Rows);
