using System.Collections.Generic;

namespace CompareRegularizers.Data;

/// <summary>Numbers with named columns, as read from a file.</summary>
/// <param name="Name">What messages and reports call the table.</param>
/// <param name="Columns">The names of the columns, in order.</param>
/// <param name="Values">Rows x columns, row-major, all finite.</param>
internal sealed record DataTable(string Name, IReadOnlyList<string> Columns, double[] Values)
{
    /// <summary>The number of rows.</summary>
    internal int RowCount => Values.Length / Columns.Count;

    /// <summary>The number in one row and column.</summary>
    internal double this[int row, int column] => Values[(row * Columns.Count) + column];
}
