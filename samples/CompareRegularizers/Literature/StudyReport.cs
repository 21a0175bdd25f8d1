using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using CompareRegularizers.Experiments;
using CompareRegularizers.Reporting;
using CompareRegularizers.Runs;
using CompareRegularizers.Statistics;
using CsvHelper;
using MathNet.Numerics.Statistics;

namespace CompareRegularizers.Literature;

/// <summary>The figures of a study, beside the published ones, as Markdown and as CSV.</summary>
/// <param name="cells">By table, split and arm.</param>
/// <param name="seed">The seed of the bootstrap.</param>
internal sealed class StudyReport(IReadOnlyList<StudyCell> cells, ulong seed)
{
    /// <summary>What counts as no difference between two arms, as a part of the error without a regulariser.</summary>
    internal const double Margin = 0.02;

    private const string Schema = "noisereggen/literature/1";

    private readonly string[] _tables = [.. cells.Select(cell => cell.Table).Distinct()];
    private readonly Arm[] _arms = [.. cells.Select(cell => cell.Arm).Distinct()];

    /// <summary>The tables as Markdown.</summary>
    internal string Markdown() => string.Join(
        "\n",
        "Test RMSE, mean ± standard error over the splits:\n",
        Table(["", .. _tables], [.. PublishedRows(), .. _arms.Select(ErrorRow)]),
        "Less that of none on the same split: median difference [95 % bootstrap interval], Wilcoxon's p after Holm over all of them; "
        + "median eta chosen (0 being a choice):\n",
        Table(["", .. _tables], [.. DifferenceRows()]),
        string.Create(CultureInfo.InvariantCulture, $"Less that of weight noise: mean difference [90 %], equivalent within {100 * Margin:0} % of the error of none or not:\n"),
        Table(["", .. _tables], [.. EquivalenceRows()]));

    /// <summary>Every cell, and the published errors, as one JSON document.</summary>
    internal string Json() => JsonSerializer.Serialize(
        new
        {
            Schema,
            Published = PublishedTable.All,
            Cells = cells.Select(cell => new
            {
                cell.Table,
                cell.Split,
                Arm = cell.Arm.Key,
                cell.Eta,
                cell.LearningRate,
                cell.ValidationRmse,
                cell.TestRmse,
            }),
        },
        RunJson.Options);

    /// <summary>One line per table, split and arm.</summary>
    internal void WriteCsv(Stream stream)
    {
        using CsvWriter csv = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        csv.WriteHeader("table", "split", "arm", "eta", "learning_rate", "validation_rmse", "test_rmse");
        foreach (StudyCell cell in cells)
        {
            csv.WriteField(cell.Table);
            csv.WriteField(cell.Split);
            csv.WriteField(cell.Arm.Key);
            csv.WriteField(cell.Eta);
            csv.WriteField(cell.LearningRate);
            csv.WriteField(cell.ValidationRmse);
            csv.WriteField(cell.TestRmse);
            csv.EndRecord();
        }
    }

    private static string Table(string[] headings, IReadOnlyList<string[]> rows)
    {
        IEnumerable<string> lines = rows.Select(row => $"| {string.Join(" | ", row)} |")
            .Prepend($"|{string.Concat(headings.Select(_ => "---|"))}")
            .Prepend($"| {string.Join(" | ", headings)} |");
        return string.Join("\n", lines) + "\n";
    }

    private static string Number(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Signed(double value) => (value < 0 ? "-" : "+") + Number(Math.Abs(value));

    private static string ErrorWithSpread(double[] values)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        string diverged = finite.Length < values.Length ? $" ({values.Length - finite.Length} diverged)" : string.Empty;
        return $"{Number(finite.Mean())} ± {Number(finite.StandardDeviation() / Math.Sqrt(finite.Length))}{diverged}";
    }

    private IEnumerable<string[]> PublishedRows()
    {
        PublishedTable[] published = [.. _tables.Select(key => PublishedTable.All.First(table => table.Key == key))];
        return published[0].Errors.Select(error => (string[])[$"*{error.Method}*", .. published.Select(table => Published(table, error.Method))]);

        static string Published(PublishedTable table, string method)
        {
            PublishedError error = table.Errors.First(e => e.Method == method);
            return string.Create(CultureInfo.InvariantCulture, $"{error.Rmse:0.00} ± {error.StandardError:0.00}");
        }
    }

    private string[] ErrorRow(Arm arm) => [arm.Title, .. _tables.Select(table => ErrorWithSpread(Errors(table, arm)))];

    private IEnumerable<string[]> DifferenceRows()
    {
        (Arm Arm, string Table)[] keys = [.. from arm in _arms.Skip(1) from table in _tables select (arm, table)];
        IReadOnlyList<PairedComparison> family = PairedComparison.AdjustFamily(
            [.. keys.Select(key => PairedComparison.Of(Errors(key.Table, key.Arm), Errors(key.Table, Arm.None), seed))]);
        return _arms.Skip(1).Select(arm => (string[])[arm.Title, .. _tables.Select(table => Cell(arm, table))]);

        string Cell(Arm arm, string table)
        {
            PairedComparison c = family[Array.IndexOf(keys, (arm, table))];
            string eta = Figures.Eta(cells.Where(cell => cell.Table == table && cell.Arm == arm).Select(cell => cell.Eta).Median());
            string p = Figures.PValue(c.AdjustedPValue);
            return $"{Signed(c.Difference.Median)} [{Signed(c.MedianInterval.Lower)}, {Signed(c.MedianInterval.Upper)}], "
                + $"p {(p[0] == '<' ? p : $"= {p}")}; {eta}";
        }
    }

    private IEnumerable<string[]> EquivalenceRows()
    {
        return _arms.Except([Arm.None, Arm.WeightDecay, Arm.WeightNoise]).Select(
            arm => (string[])[arm.Title, .. _tables.Select(table => Cell(arm, table))]);

        string Cell(Arm arm, string table)
        {
            double[] differences = PairedSample.Of(Errors(table, arm), Errors(table, Arm.WeightNoise)).Differences;
            double margin = Margin * Errors(table, Arm.None).Where(double.IsFinite).Mean();
            EquivalenceResult result = EquivalenceTest.Paired(differences, margin);
            string verdict = result.IsEquivalent ? "equivalent" : "not shown";
            return $"{Signed(result.Mean)} [{Signed(result.Interval.Lower)}, {Signed(result.Interval.Upper)}], {verdict}";
        }
    }

    private double[] Errors(string table, Arm arm) =>
        [.. cells.Where(cell => cell.Table == table && cell.Arm == arm).Select(cell => cell.TestRmse)];
}
