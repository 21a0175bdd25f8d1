using System;
using System.IO;
using System.Text;
using System.Text.Json;
using Spectre.Console;

namespace NoiseRegGen.PeerBenchmarks.Reports;

/// <summary>Prints a report and writes it as Markdown and JSON.</summary>
internal static class ReportWriter
{
    private const int ConsoleWidth = 210;

    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true };

    internal static void Print(Report report)
    {
        // Redirected output has no width of its own, and 80 columns would break every cell.
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, ConsoleWidth);
        Table table = new() { Border = TableBorder.Simple, Title = new TableTitle(Markup.Escape(report.Table.Title)) };
        foreach (string column in report.Table.Columns)
            table.AddColumn(new TableColumn(Markup.Escape(column)) { NoWrap = true });
        foreach (string[] row in report.Table.Rows)
            table.AddRow(Array.ConvertAll(row, Markup.Escape));
        AnsiConsole.Write(table);
        foreach (string line in report.Machine.Lines())
            AnsiConsole.WriteLine(line);
        AnsiConsole.WriteLine(report.Notes);
        AnsiConsole.WriteLine(report.Shortfalls.Count == 0 ? "Every aim is met." : $"{report.Shortfalls.Count} below their aim:");
        foreach (string shortfall in report.Shortfalls)
            AnsiConsole.WriteLine("  " + shortfall);
    }

    /// <summary>Writes folder/name.md and folder/name.json.</summary>
    internal static void Write(Report report, string folder, string name)
    {
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, name);
        File.WriteAllText(path + ".md", Markdown(report));
        string json = JsonSerializer.Serialize(new { report.Machine, report.Shortfalls, report.Figures }, s_json);
        File.WriteAllText(path + ".json", json + "\n");
        AnsiConsole.WriteLine($"Written: {path}.md and .json");
    }

    private static string Markdown(Report report)
    {
        StringBuilder text = new($"# {report.Table.Title}\n\n");
        foreach (string line in report.Machine.Lines())
            text.Append($"- {line}\n");
        text.Append($"\n{report.Notes}\n\n| {string.Join(" | ", report.Table.Columns)} |\n");
        text.Append($"|{string.Concat(Array.ConvertAll(report.Table.Columns, _ => "---|"))}\n");
        foreach (string[] row in report.Table.Rows)
            text.Append($"| {string.Join(" | ", row)} |\n");
        text.Append(report.Shortfalls.Count == 0 ? "\nEvery aim is met.\n" : "\nBelow their aim:\n\n");
        foreach (string shortfall in report.Shortfalls)
            text.Append($"- {shortfall}\n");
        return text.ToString();
    }
}
