using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using CsvHelper;
using CsvHelper.Configuration;

namespace CompareRegularizers.Data;

/// <summary>Reads a table of numbers with a header from a file separated by commas, semicolons or tabs.</summary>
internal static class CsvTable
{
    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>Reads a whole file.</summary>
    /// <exception cref="UserErrorException">The file cannot be read, or a cell is not a finite number: named by line and column.</exception>
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
    internal static DataTable Read(TextReader reader, string name)
    {
        string text = reader.ReadToEnd();
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = DetectSeparator(text).ToString(),
            BadDataFound = null,
        };
        using var parser = new CsvParser(new StringReader(text), configuration);
        string[] header = ReadHeader(parser, name);
        var values = new List<double>();
        while (ReadRecord(parser, name))
            AddRow(parser, header, name, values);
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

    private static string[] ReadHeader(CsvParser parser, string name)
    {
        if (!ReadRecord(parser, name))
            throw new UserErrorException($"{name} is empty; a header line with the columns' names was expected.");
        string[] header = [.. (parser.Record ?? []).Select(cell => cell.Trim())];
        if (header.All(cell => TryParse(cell, out _)))
            throw new UserErrorException($"{name} has no header: its first line holds only numbers, and the columns' names were expected.");
        for (int i = 0; i < header.Length; i++)
        {
            if (header[i].Length == 0)
                throw new UserErrorException($"{name}, line {parser.RawRow}: column {i + 1} of the header has no name.");
            if (Array.IndexOf(header, header[i]) < i)
                throw new UserErrorException($"{name}, line {parser.RawRow}: two columns are named '{header[i]}'.");
        }

        return header;
    }

    private static bool ReadRecord(CsvParser parser, string name)
    {
        try
        {
            return parser.Read();
        }
        catch (CsvHelperException e)
        {
            throw new UserErrorException($"{name}, line {parser.RawRow}: {e.Message.Split('\n')[0].Trim()}");
        }
    }

    private static void AddRow(CsvParser parser, string[] header, string name, List<double> values)
    {
        if (parser.Count != header.Length)
            throw new UserErrorException($"{name}, line {parser.RawRow}: {parser.Count} cells where the header has {header.Length}.");
        for (int i = 0; i < header.Length; i++)
        {
            string cell = parser[i].Trim();
            string place = $"{name}, line {parser.RawRow}, column '{header[i]}'";
            if (cell.Length == 0)
                throw new UserErrorException($"{place}: the cell is empty, and a number was expected.");
            if (!TryParse(cell, out double value))
                throw new UserErrorException($"{place}: '{cell}' is not a number (a decimal point and no thousands separators were expected).");
            if (!double.IsFinite(value))
                throw new UserErrorException($"{place}: '{cell}' is not a finite number.");
            values.Add(value);
        }
    }

    private static bool TryParse(string cell, out double value) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
}
