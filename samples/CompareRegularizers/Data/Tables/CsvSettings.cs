using System.Collections.Generic;

namespace CompareRegularizers.Data;

/// <summary>How a file is to be read.</summary>
internal sealed record CsvSettings
{
    /// <summary>The separator of cells: a comma, a semicolon or a tab; null to find out.</summary>
    internal char? Separator { get; init; }

    /// <summary>Whether the first line holds the columns' names.</summary>
    internal bool HasHeader { get; init; } = true;

    /// <summary>What to do about missing cells.</summary>
    internal MissingCells Missing { get; init; }

    /// <summary>Columns to leave out, by name or by position counted from 1: their cells may hold anything.</summary>
    internal IReadOnlyList<string> Ignored { get; init; } = [];
}
