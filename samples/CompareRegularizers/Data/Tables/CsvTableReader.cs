using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using CsvHelper;

namespace CompareRegularizers.Data;

/// <summary>Turns the records of one file into a table: a row at a time into one growing array, without a string for any cell.</summary>
/// <param name="csv">The records.</param>
/// <param name="name">What messages call the file.</param>
/// <param name="settings">How to read it.</param>
internal sealed class CsvTableReader(CsvReader csv, string name, CsvSettings settings)
{
    private static readonly byte[][] MissingMarks = [.. ((string[])["NA", "N/A", "NAN", "NULL", "?"]).Select(Encoding.ASCII.GetBytes)];

    private int _fieldCount;
    private string[] _names = [];
    private int[] _fields = [];
    private double[] _values = [];
    private int _valueCount;
    private int _rowCount;
    private int _dropped;

    /// <summary>Reads everything.</summary>
    /// <exception cref="UserErrorException">The table is not usable; the message names line and column.</exception>
    /// <exception cref="CsvFormatException">A quote is out of place.</exception>
    internal DataTable Read()
    {
        if (!csv.Read())
        {
            throw new UserErrorException(settings.HasHeader
                ? $"{name} is empty; a header line with the columns' names was expected."
                : $"{name} is empty; lines of numbers were expected.");
        }

        TakeColumns();
        for (bool more = !settings.HasHeader || csv.Read(); more; more = csv.Read())
            AddRow();
        if (_rowCount == 0 && _dropped > 0)
            throw new UserErrorException($"{name}: every one of its {_dropped} rows has a missing cell; none is left.");
        Array.Resize(ref _values, _valueCount);
        return new DataTable(name, _names, _values) { Positions = [.. _fields.Select(field => field + 1)], DroppedRows = _dropped };
    }

    // The first record: the header, or the first row, whose columns are called by their positions.
    private void TakeColumns()
    {
        _fieldCount = csv.FieldCount;
        string[] cells = [.. Enumerable.Range(0, _fieldCount).Select(csv.GetString)];
        if (settings.HasHeader && cells.All(cell => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _)))
        {
            throw new UserErrorException(
                $"{name} has no header: its first line holds only numbers, and the columns' names were expected. "
                + "With --no-header columns go by their positions.");
        }

        string[] names = settings.HasHeader ? cells : [.. Enumerable.Range(1, _fieldCount).Select(Invariant)];
        int[] positions = [.. Enumerable.Range(1, _fieldCount)];
        HashSet<int> ignored = [.. settings.Ignored.Select(column => FindIgnored(names, positions, column))];
        _fields = [.. Enumerable.Range(0, _fieldCount).Where(field => !ignored.Contains(field))];
        _names = [.. _fields.Select(field => names[field])];
        if (_names.Length == 0)
            throw new UserErrorException($"{name} has no column left when all {_fieldCount} are ignored.");
        CheckNames();
    }

    private int FindIgnored(string[] names, int[] positions, string column)
    {
        int index = DataTable.Find(names, positions, column);
        return index >= 0
            ? index
            : throw new UserErrorException($"{name} has no column '{column}' to ignore; its columns are: {DataTable.List(names)}.");
    }

    private void CheckNames()
    {
        var seen = new HashSet<string>();
        for (int i = 0; i < _names.Length; i++)
        {
            if (_names[i].Length == 0)
                throw new UserErrorException($"{name}, line {csv.LineNumber}: column {_fields[i] + 1} of the header has no name.");
            if (!seen.Add(_names[i]))
                throw new UserErrorException($"{name}, line {csv.LineNumber}: two columns are named '{_names[i]}'.");
        }
    }

    private void AddRow()
    {
        if (csv.FieldCount != _fieldCount)
        {
            string cells = csv.FieldCount == 1 ? "1 cell" : $"{csv.FieldCount} cells";
            string first = settings.HasHeader ? "the header" : "the first line";
            throw new UserErrorException($"{name}, line {csv.LineNumber}: {cells} where {first} has {_fieldCount}.");
        }

        Reserve(_names.Length);
        for (int i = 0; i < _fields.Length; i++)
        {
            ReadOnlySpan<byte> cell = csv.GetSpan(_fields[i]);
            if (double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value))
            {
                _values[_valueCount + i] = value;
                continue;
            }

            if (!IsMissing(cell) || settings.Missing != MissingCells.Drop)
                throw BadCell(i, cell);
            _dropped++;
            return;
        }

        _valueCount += _names.Length;
        _rowCount++;
    }

    private void Reserve(int count)
    {
        if (_values.Length - _valueCount >= count)
            return;
        if (_valueCount > Array.MaxLength - count)
            throw new UserErrorException($"{name}, line {csv.LineNumber}: a table of at most {Array.MaxLength} numbers was expected.");
        Array.Resize(ref _values, (int)Math.Min(Array.MaxLength, Math.Max(2L * _values.Length, Math.Max(count, 1024))));
    }

    private static bool IsMissing(ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty)
            return true;
        foreach (byte[] mark in MissingMarks)
        {
            if (Ascii.EqualsIgnoreCase(cell, mark))
                return true;
        }

        return false;
    }

    private UserErrorException BadCell(int column, ReadOnlySpan<byte> bytes)
    {
        string cell = Encoding.UTF8.GetString(bytes);
        string place = $"{name}, line {csv.LineNumber}, column '{_names[column]}'";
        if (IsMissing(bytes))
        {
            string what = cell.Length == 0 ? "the cell is empty" : $"'{cell}' stands for a missing value";
            return new UserErrorException($"{place}: {what}, and a number was expected; --missing drop leaves such rows out.");
        }

        if (double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            return new UserErrorException($"{place}: '{cell}' is not a finite number.");
        bool perhapsHeader = !settings.HasHeader && _rowCount + _dropped == 0;
        string hint = perhapsHeader ? " Without --no-header the first line holds the columns' names." : string.Empty;
        return new UserErrorException($"{place}: '{cell}' is not a number (with a decimal point and no thousands separators).{hint}");
    }

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
