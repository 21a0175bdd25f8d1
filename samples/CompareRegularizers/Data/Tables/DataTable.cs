using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace CompareRegularizers.Data;

/// <summary>Numbers with named columns, as read from a file.</summary>
/// <param name="Name">What messages and reports call the table.</param>
/// <param name="Columns">The names of the columns, in order; without a header their positions in the file.</param>
/// <param name="Values">Rows x columns, row-major, all finite.</param>
internal sealed record DataTable(string Name, IReadOnlyList<string> Columns, double[] Values)
{
    private const int MostListed = 20;

    /// <summary>The positions of the columns in the file, counted from 1; not 1, 2, ... where some were left out.</summary>
    internal IReadOnlyList<int> Positions { get; init; } = [.. Enumerable.Range(1, Columns.Count)];

    /// <summary>The number of rows that were left out for a missing cell, as told.</summary>
    internal int DroppedRows { get; init; }

    /// <summary>The number of rows.</summary>
    internal int RowCount => Values.Length / Columns.Count;

    /// <summary>The number in one row and column.</summary>
    internal double this[int row, int column] => Values[(row * Columns.Count) + column];

    /// <summary>The index of a column by its name, or else by its position in the file, counted from 1.</summary>
    /// <exception cref="UserErrorException">There is none.</exception>
    internal int FindColumn(string nameOrPosition)
    {
        int index = Find(Columns, Positions, nameOrPosition);
        return index >= 0
            ? index
            : throw new UserErrorException($"{Name} has no column '{nameOrPosition}'; its columns are: {List(Columns)}.");
    }

    /// <summary>The index of a column, or -1.</summary>
    internal static int Find(IReadOnlyList<string> names, IReadOnlyList<int> positions, string nameOrPosition)
    {
        int index = names.ToList().IndexOf(nameOrPosition);
        if (index < 0 && int.TryParse(nameOrPosition, NumberStyles.None, CultureInfo.InvariantCulture, out int position))
            index = positions.ToList().IndexOf(position);
        return index;
    }

    /// <summary>Names for a message.</summary>
    internal static string List(IReadOnlyList<string> names) => names.Count <= MostListed
        ? string.Join(", ", names)
        : $"{string.Join(", ", names.Take(MostListed))} and {names.Count - MostListed} more";
}
