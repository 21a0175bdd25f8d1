using System;
using System.IO;
using CsvHelper;

namespace CompareRegularizers.Data;

/// <summary>Reads a table of numbers from a file separated by commas, semicolons or tabs.</summary>
internal static class CsvTable
{
    // No line of numbers is as long as this: a quote that never closes is found before the whole file is in memory.
    private const int LongestRecord = 1 << 24;

    /// <summary>Reads a whole file.</summary>
    /// <exception cref="UserErrorException">The file cannot be read, or a cell, named by line and column, is no number.</exception>
    internal static DataTable Read(string path, CsvSettings? settings = null)
    {
        if (Directory.Exists(path))
            throw new UserErrorException($"'{path}' is a folder; --data expects a CSV file.");
        if (!File.Exists(path))
            throw new UserErrorException($"The file '{path}' does not exist.");
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
            return Read(stream, Path.GetFileName(path), settings);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"The file '{path}' cannot be read: {e.Message}");
        }
    }

    /// <summary>Reads a table that messages call <paramref name="name"/>, a buffer at a time.</summary>
    internal static DataTable Read(Stream input, string name, CsvSettings? settings = null)
    {
        settings ??= new CsvSettings();
        using CsvReader csv = CsvReader.Create(input, Options(settings), leaveOpen: true);
        try
        {
            return new CsvTableReader(csv, name, settings).Read();
        }
        catch (CsvFormatException e)
        {
            throw new UserErrorException(
                $"{name}, line {e.LineNumber}: a quote opens or closes in the middle of a cell, or never closes.");
        }
    }

    private static CsvReaderOptions Options(CsvSettings settings) => new()
    {
        Separator = settings.Separator,
        HasHeader = false,
        TrimWhitespace = true,
        TrackLineNumbers = true,
        MaxRecordSize = LongestRecord,
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Allow,
    };
}
