using System;
using System.Globalization;
using System.Linq;

namespace CompareRegularizers.Data;

/// <summary>A user's table, dealt anew in every repeat: a tenth of the rows to test, a tenth to validation, the rest to training.</summary>
internal sealed class TableSource : IDataSource
{
    /// <summary>Fewer rows than this give parts too small to say anything.</summary>
    internal const int FewestRows = 20;

    private readonly DataTable _table;
    private readonly int _target;
    private readonly int[] _inputs;

    /// <summary>Checks the table and picks its target.</summary>
    /// <param name="table">The table.</param>
    /// <param name="target">The column to predict, by name or by position counted from 1.</param>
    /// <exception cref="UserErrorException">There is no such column, nothing beside it, too few rows, or a column is constant.</exception>
    internal TableSource(DataTable table, string target)
    {
        _table = table;
        _target = table.FindColumn(target);
        if (table.Columns.Count < 2)
            throw new UserErrorException($"{table.Name} has no column beside the target '{target}'; at least one input was expected.");
        if (table.RowCount < FewestRows)
        {
            string rows = table.RowCount == 1 ? "1 row" : $"{table.RowCount} rows";
            throw new UserErrorException($"{table.Name} has {rows}; at least {FewestRows} are needed.");
        }

        for (int column = 0; column < table.Columns.Count; column++)
            ThrowIfConstant(column);
        _inputs = [.. Enumerable.Range(0, table.Columns.Count).Where(column => column != _target)];
    }

    /// <inheritdoc/>
    public string Name => _table.Name;

    /// <summary>The number of rows that were left out for a missing cell.</summary>
    internal int DroppedRows => _table.DroppedRows;

    /// <inheritdoc/>
    public int InputCount => _inputs.Length;

    /// <inheritdoc/>
    public int TrainCount => _table.RowCount - (2 * HeldCount);

    /// <inheritdoc/>
    public string TargetName => _table.Columns[_target];

    /// <inheritdoc/>
    public string TestDescription => "a tenth of the rows, held out";

    /// <inheritdoc/>
    public Split Draw(ulong seed, int repeat)
    {
        int[] rows = [.. Enumerable.Range(0, _table.RowCount)];
        RandomStream.Create(seed, repeat, RandomStream.Purpose.Split).Shuffle(rows);
        return new Split(Take(rows.AsSpan(2 * HeldCount)), Take(rows.AsSpan(HeldCount, HeldCount)), Take(rows.AsSpan(0, HeldCount)));
    }

    /// <inheritdoc/>
    public string InputName(int input) => _table.Columns[_inputs[input]];

    private int HeldCount => (int)Math.Round(_table.RowCount / 10.0);

    private void ThrowIfConstant(int column)
    {
        for (int row = 1; row < _table.RowCount; row++)
        {
            if (_table[row, column] != _table[0, column])
                return;
        }

        string value = _table[0, column].ToString(CultureInfo.InvariantCulture);
        throw new UserErrorException(
            $"{_table.Name}: column '{_table.Columns[column]}' is constant ({value} in every row); leave it out with --ignore.");
    }

    private Part Take(ReadOnlySpan<int> rows)
    {
        var inputs = new double[rows.Length * InputCount];
        var targets = new double[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < InputCount; j++)
                inputs[(i * InputCount) + j] = _table[rows[i], _inputs[j]];
            targets[i] = _table[rows[i], _target];
        }

        return new Part(inputs, targets);
    }
}
