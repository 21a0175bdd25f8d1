namespace CompareRegularizers.Data;

/// <summary>What to do about a row in which a cell is missing: empty, or one of <c>NA, N/A, NaN, null, ?</c>.</summary>
internal enum MissingCells
{
    /// <summary>Refuse the table, naming row and column.</summary>
    Refuse,

    /// <summary>Leave the row out, and say how many were.</summary>
    Drop,
}
