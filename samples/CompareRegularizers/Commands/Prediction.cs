using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using CompareRegularizers.Data;
using CompareRegularizers.Networks;
using CompareRegularizers.Reporting;
using CompareRegularizers.Runs;
using CompareRegularizers.Training;
using CsvHelper;
using NoiseRegGen.Files;

namespace CompareRegularizers.Commands;

/// <summary>Predictions of a saved model for the rows of a table.</summary>
/// <param name="model">The model's file or folder.</param>
/// <param name="data">The table's file.</param>
/// <param name="csv">How to read it.</param>
/// <param name="file">The file for the predictions, or <c>-</c>.</param>
/// <param name="output">The standard output.</param>
internal sealed class Prediction(string model, string data, CsvSettings csv, string file, TextWriter output)
{
    private const string StandardOutput = "-";

    /// <summary>Predicts and writes.</summary>
    /// <returns>The exit code.</returns>
    internal int Run(bool quiet, bool json)
    {
        string path = TrainedModel.Find(model);
        ModelDescription description = TrainedModel.Read(path);
        DataDescription columns = description.Data!;
        if (json && file == StandardOutput)
            throw new UserErrorException("--json and --out - both want the standard output; give --out a file.");
        DataTable table = CsvTable.Read(data, csv);
        double[] rows = Select(table, columns);
        using var networks = new NetworkLibrary();
        double[] predictions = networks.Find(ShapeOf(description)).Apply(new PredictionUse(path, rows));
        Write(predictions, columns.TargetNames[0]);
        double? rmse = Rmse(table, columns.TargetNames[0], predictions);
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(
                new
                {
                    Schema = "noisereggen/predict/1",
                    File = Path.GetFullPath(file),
                    Rows = predictions.Length,
                    Target = columns.TargetNames[0],
                    Rmse = rmse,
                },
                RunJson.Options));
        }
        else if (!quiet && file != StandardOutput)
            output.WriteLine(Said(predictions.Length, columns.TargetNames[0], rmse));
        return ExitCode.Success;
    }

    private static NetworkShape ShapeOf(ModelDescription description) => new(
        description.Layers[0], [.. description.Layers[1..^1]], [.. description.Activations[..^1]])
    {
        Precision = description.Precision,
    };

    // The table's own columns may be in another order, and more.
    private static double[] Select(DataTable table, DataDescription columns)
    {
        int[] places = [.. columns.InputNames.Select(name => table.Columns.ToList().IndexOf(name))];
        string[] missing = [.. columns.InputNames.Where((_, i) => places[i] < 0)];
        if (missing.Length > 0)
        {
            throw new UserErrorException(
                $"{table.Name} lacks {DataTable.List(missing)} of the model's input columns; "
                + $"its columns are: {DataTable.List(table.Columns)}.");
        }

        var rows = new double[table.RowCount * places.Length];
        for (int row = 0; row < table.RowCount; row++)
        {
            for (int j = 0; j < places.Length; j++)
                rows[(row * places.Length) + j] = table[row, places[j]];
        }

        return rows;
    }

    private static double? Rmse(DataTable table, string target, double[] predictions)
    {
        int column = table.Columns.ToList().IndexOf(target);
        if (column < 0 || predictions.Length == 0)
            return null;
        double sum = 0;
        for (int row = 0; row < predictions.Length; row++)
            sum += (predictions[row] - table[row, column]) * (predictions[row] - table[row, column]);
        return Math.Sqrt(sum / predictions.Length);
    }

    private void Write(double[] predictions, string target)
    {
        if (file == StandardOutput)
        {
            using var text = new MemoryStream();
            WriteCsv(text, predictions, target);
            output.Write(System.Text.Encoding.UTF8.GetString(text.ToArray()));
            return;
        }

        if (Directory.Exists(file))
            throw new UserErrorException($"'{file}' is a folder; --out expects a file.");
        string full = Path.GetFullPath(file);
        using OutputFolder folder = OutputFolder.Open(Path.GetDirectoryName(full)!);
        folder.Write(Path.GetFileName(full), stream => WriteCsv(stream, predictions, target));
    }

    private static void WriteCsv(Stream stream, double[] predictions, string target)
    {
        using CsvWriter csv = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        csv.WriteHeader("row", target);
        for (int row = 0; row < predictions.Length; row++)
        {
            csv.WriteField(row + 1);
            csv.WriteField(predictions[row]);
            csv.EndRecord();
        }
    }

    private string Said(int rows, string target, double? rmse)
    {
        string error = rmse is { } known ? $", RMSE {Figures.Value(known)} against the table's own" : string.Empty;
        return string.Create(CultureInfo.InvariantCulture, $"{rows} predictions of {target}{error}. Written to {file}");
    }
}
