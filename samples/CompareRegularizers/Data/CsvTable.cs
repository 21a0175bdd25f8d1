using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using CsvHelper;

namespace CompareRegularizers.Data;

/// <summary>Reads a table of numbers with a header from a file separated by commas, semicolons or tabs.</summary>
internal static class CsvTable
{
    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>Reads a whole file.</summary>
    /// <exception cref="UserErrorException">The file cannot be read, or a cell, named by line and column, is no number.</exception>
    internal static DataTable Read(string path)
    {
        if (Directory.Exists(path))
            throw new UserErrorException($"'{path}' is a folder; --data expects a CSV file.");
        if (!File.Exists(path))
            throw new UserErrorException($"The file '{path}' does not exist.");
        try
        {
            using var reader = new StreamReader(path);
            return Read(reader, Path.GetFileName(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"The file '{path}' cannot be read: {e.Message}");
        }
    }

    /// <summary>Reads a table that messages call <paramref name="name"/>.</summary>
    internal static DataTable Read(TextReader input, string name)
    {
        string text = input.ReadToEnd();
        var options = new CsvReaderOptions
        {
            Separator = DetectSeparator(text),
            HasHeader = false,
            TrimWhitespace = true,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Throw,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
        };
        using CsvReader reader = CsvReader.FromText(text, options);
        string[] header = ReadHeader(reader, name);
        var values = new List<double>();
        while (ReadRecord(reader, name))
            AddRow(reader, header, name, values);
        return new DataTable(name, header, [.. values]);
    }

    // The first line that is not blank decides: whichever separator occurs most outside quotes, a comma where none does.
    private static char DetectSeparator(string text)
    {
        string header = text.Split('\n').FirstOrDefault(line => !string.IsNullOrWhiteSpace(line)) ?? string.Empty;
        Span<int> counts = stackalloc int[Separators.Length];
        bool quoted = false;
        foreach (char c in header)
        {
            if (c == '"')
                quoted = !quoted;
            int separator = Array.IndexOf(Separators, c);
            if (!quoted && separator >= 0)
                counts[separator]++;
        }

        int best = 0;
        for (int i = 1; i < counts.Length; i++)
        {
            if (counts[i] > counts[best])
                best = i;
        }

        return Separators[best];
    }

    private static string[] ReadHeader(CsvReader reader, string name)
    {
        if (!ReadRecord(reader, name))
            throw new UserErrorException($"{name} is empty; a header line with the columns' names was expected.");
        string[] header = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
        if (header.All(cell => TryParse(cell, out _)))
            throw new UserErrorException($"{name} has no header: its first line holds only numbers, and the columns' names were expected.");
        for (int i = 0; i < header.Length; i++)
        {
            if (header[i].Length == 0)
                throw new UserErrorException($"{name}, line {reader.LineNumber}: column {i + 1} of the header has no name.");
            if (Array.IndexOf(header, header[i]) < i)
                throw new UserErrorException($"{name}, line {reader.LineNumber}: two columns are named '{header[i]}'.");
        }

        return header;
    }

    private static bool ReadRecord(CsvReader reader, string name)
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException e)
        {
            throw new UserErrorException($"{name}, line {e.LineNumber}: a quote opens or closes in the middle of a cell, or never closes.");
        }
    }

    private static void AddRow(CsvReader reader, string[] header, string name, List<double> values)
    {
        if (reader.FieldCount != header.Length)
        {
            throw new UserErrorException(
                $"{name}, line {reader.LineNumber}: {Cells(reader.FieldCount)} where the header has {header.Length}.");
        }

        for (int i = 0; i < header.Length; i++)
        {
            string cell = reader.GetString(i);
            if (!TryParse(cell, out double value) || !double.IsFinite(value))
                throw BadCell($"{name}, line {reader.LineNumber}, column '{header[i]}'", cell);
            values.Add(value);
        }
    }

    private static UserErrorException BadCell(string place, string cell)
    {
        if (cell.Length == 0)
            return new UserErrorException($"{place}: the cell is empty, and a number was expected.");
        return new UserErrorException(TryParse(cell, out _)
            ? $"{place}: '{cell}' is not a finite number."
            : $"{place}: '{cell}' is not a number (with a decimal point and no thousands separators).");
    }

    private static string Cells(int count) => count == 1 ? "1 cell" : $"{count} cells";

    private static bool TryParse(string cell, out double value) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
}
