using System.Collections.Generic;

namespace CompareRegularizers.Reporting;

/// <summary>A table of text, for the console and for the report.</summary>
/// <param name="Title">What it shows; null where that goes without saying.</param>
/// <param name="Headings">The columns.</param>
/// <param name="Rows">The cells, row by row.</param>
/// <param name="Note">What one must know to read it; null for nothing.</param>
internal sealed record ResultTable(string? Title, IReadOnlyList<string> Headings, IReadOnlyList<string[]> Rows, string? Note);
