using System;
using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CompareRegularizers.Reporting;

/// <summary>The live table: a row for each arm, and a bar below.</summary>
internal static class ProgressTable
{
    private const int BarWidth = 40;

    /// <summary>Draws one moment.</summary>
    internal static IRenderable Render(ProgressSnapshot now)
    {
        Table table = new Table().Border(TableBorder.Simple);
        table.AddColumn("arm");
        table.AddColumn(new TableColumn("runs").RightAligned());
        table.AddColumn(new TableColumn("best validation RMSE").RightAligned());
        foreach (ArmProgress arm in now.Arms)
        {
            table.AddRow(
                arm.Arm.Title,
                string.Create(CultureInfo.InvariantCulture, $"{arm.Done}/{arm.Count}"),
                double.IsNaN(arm.Best) ? "-" : Figures.Value(arm.Best));
        }

        int filled = (int)Math.Round(BarWidth * now.Fraction);
        var bar = new Text($"{new string('#', filled)}{new string('.', BarWidth - filled)} {now}");
        return now.Arms.Count == 0 ? bar : new Rows(table, bar);
    }
}
