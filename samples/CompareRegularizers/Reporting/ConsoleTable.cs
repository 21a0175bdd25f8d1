using System.Linq;
using Spectre.Console;

namespace CompareRegularizers.Reporting;

/// <summary>Tables as Markdown, which reads well everywhere.</summary>
internal static class ConsoleTable
{
    /// <summary>Prints a table.</summary>
    internal static void Write(IAnsiConsole console, ResultTable content)
    {
        Table table = new Table().Border(TableBorder.Markdown);
        table.AddColumns([.. content.Headings.Select((heading, i) => Column(heading, i))]);
        foreach (string[] row in content.Rows)
            table.AddRow([.. row.Select(cell => new Text(cell))]);
        console.Write(table);
    }

    private static TableColumn Column(string heading, int index)
    {
        var column = new TableColumn(new Text(heading)).NoWrap();
        return index == 0 ? column : column.RightAligned();
    }
}
