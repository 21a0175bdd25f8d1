using System.Globalization;
using System.Linq;
using CompareRegularizers.Experiments;
using Spectre.Console;

namespace CompareRegularizers.Reporting;

/// <summary>The table that ends a comparison.</summary>
internal static class SummaryTable
{
    /// <summary>Prints the arms at each eta, then the arms with eta chosen by validation.</summary>
    internal static void Write(IAnsiConsole console, Summary summary)
    {
        Table table = NewTable("arm", "eta", "test RMSE", "vs none", "train RMSE", "mean P", "us/step");
        foreach (ArmSummary arm in summary.Arms)
            table.AddRow(Cells(arm, summary.Baseline));
        console.Write(table);
        console.WriteLine("eta chosen in every repeat by the validation error (0, that is none, being a choice):");
        Table tuned = NewTable("arm", "median eta", "test RMSE", "vs none");
        foreach (TunedSummary arm in summary.Tuned)
        {
            tuned.AddRow(
                arm.Arm.Title(),
                Figures.Eta(arm.Eta),
                Figures.PlusMinus(arm.Test.Mean, arm.Test.Deviation),
                Figures.Difference(arm.Difference.Mean, arm.Difference.Margin, summary.Baseline.Test.Mean));
        }

        console.Write(tuned);
    }

    private static string[] Cells(ArmSummary arm, ArmSummary baseline) =>
    [
        arm.Arm.Title(),
        Figures.Eta(arm.Eta),
        Figures.PlusMinus(arm.Test.Mean, arm.Test.Deviation),
        arm.Difference is { } difference ? Figures.Difference(difference.Mean, difference.Margin, baseline.Test.Mean) : string.Empty,
        Figures.PlusMinus(arm.Train.Mean, arm.Train.Deviation),
        Figures.Value(arm.Penalty.Mean),
        (1e6 * arm.SecondsPerStep).ToString("0.0", CultureInfo.InvariantCulture),
    ];

    private static Table NewTable(params string[] headings)
    {
        Table table = new Table().Border(TableBorder.Markdown);
        table.AddColumns([.. headings.Select((heading, i) => Column(heading, i))]);
        return table;
    }

    private static TableColumn Column(string heading, int index)
    {
        var column = new TableColumn(new Text(heading)).NoWrap();
        return index == 0 ? column : column.RightAligned();
    }
}
