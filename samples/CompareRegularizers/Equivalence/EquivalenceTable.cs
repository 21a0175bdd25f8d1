using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using CompareRegularizers.Reporting;
using Spectre.Console;

namespace CompareRegularizers.Equivalence;

/// <summary>The figures of the instrument, for the console.</summary>
internal static class EquivalenceTable
{
    private const int Width = 170;

    /// <summary>Prints the gaps, the slopes, the gradients and their variance of every network.</summary>
    internal static void Write(TextWriter output, IReadOnlyList<NetworkMeasurement> measurements)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = System.Math.Max(console.Profile.Width, Width);
        foreach (NetworkMeasurement measurement in measurements)
        {
            output.WriteLine();
            output.WriteLine($"{measurement.Shape}:");
            console.Write(Gaps(measurement));
            console.Write(Summaries(measurement));
            console.Write(Gradients(measurement));
            console.Write(Variances(measurement));
        }
    }

    /// <summary>A slope with its standard error and its range.</summary>
    internal static string Text(Slope? slope) => slope is null
        ? "not resolved"
        : $"{Fixed(slope.Value, 2)} ± {Fixed(slope.StandardError, 2)} ({Figures.Eta(slope.FromEta)} to {Figures.Eta(slope.ToEta)})";

    /// <summary>Up to which eta a prediction is within the tolerance.</summary>
    internal static string Text(Reach reach) =>
        reach.Eta == 0 ? "none" : (reach.WholeGrid ? "all to " : string.Empty) + Figures.Eta(reach.Eta);

    private static Table Gaps(NetworkMeasurement measurement)
    {
        Table table = NewTable(
            "state", "eta", "eta x width", "measured gap", "eta P", "eta (P + rT)", "gap / eta P", "gap / eta (P + rT)");
        foreach (GapCurve curve in measurement.Curves)
        {
            foreach (GapEstimate point in curve.Points)
            {
                table.AddRow(
                    curve.State.Key(),
                    Figures.Eta(point.Eta),
                    Figures.Eta(point.Eta * measurement.Width),
                    Figures.PlusMinus(point.Gap, point.StandardError),
                    Figures.Value(point.PenaltyPrediction),
                    Figures.Value(point.FullPrediction),
                    Fixed(point.Gap / point.PenaltyPrediction, 4),
                    Fixed(point.Gap / point.FullPrediction, 4));
            }
        }

        return table;
    }

    private static Table Summaries(NetworkMeasurement measurement)
    {
        Table table = NewTable(
            "state", "mean r^2", "mean P", "mean rT", "slope without rT", "slope with rT", "10 % without rT", "10 % with rT",
            "control (s.e.)");
        foreach (GapCurve curve in measurement.Curves)
        {
            table.AddRow(
                curve.State.Key(),
                Figures.Value(curve.MeanSquaredError),
                Figures.Value(curve.Penalty),
                Figures.Value(curve.ResidualLaplacian),
                Text(curve.PenaltySlope),
                Text(curve.FullSlope),
                Text(curve.PenaltyReach),
                Text(curve.FullReach),
                Fixed(curve.ControlScore, 1));
        }

        return table;
    }

    private static Table Gradients(NetworkMeasurement measurement)
    {
        Table table = NewTable(
            "step", "mean r^2", "mean P", "mean rT", "cosine to P", "missed by P", "cosine to corrected P", "missed by it",
            "cosine to P, fit kept");
        foreach (TrainingPoint point in measurement.Training)
        {
            table.AddRow(
                point.Step.ToString(CultureInfo.InvariantCulture),
                Figures.Value(point.Loss),
                Figures.Value(point.Penalty),
                Figures.Value(point.ResidualLaplacian),
                Cosine(point.ByPenalty),
                Fixed(point.ByPenalty.Unexplained, 3),
                Cosine(point.ByCorrectedPenalty),
                Fixed(point.ByCorrectedPenalty.Unexplained, 3),
                Cosine(point.ByPenaltyOffFit));
        }

        return table;
    }

    private static Table Variances(NetworkMeasurement measurement)
    {
        Table table = NewTable("noise", "eta", "variance of the gradient, batch 1", "largest batch", "variance", "slope", "for equal examples");
        foreach (VarianceCurve curve in measurement.Variances)
        {
            (GradientVariance first, GradientVariance last) = (curve.Points[0], curve.Points[^1]);
            table.AddRow(
                curve.Kind.Title,
                Figures.Eta(curve.Eta),
                Figures.PlusMinus(first.Variance, first.StandardError),
                last.Batch.ToString(CultureInfo.InvariantCulture),
                Figures.PlusMinus(last.Variance, last.StandardError),
                curve.Slope() is { } slope ? $"{Fixed(slope.Value, 2)} ± {Fixed(slope.StandardError, 2)}" : "not resolved",
                curve.Kind.ExpectedSlope.ToString(CultureInfo.InvariantCulture));
        }

        return table;
    }

    private static string Cosine(Alignment alignment) => double.IsFinite(alignment.Cosine)
        ? $"{Fixed(alignment.Cosine, 3)} ± {Fixed(alignment.StandardError, 3)}"
        : "-";

    private static string Fixed(double value, int digits) =>
        double.IsFinite(value) ? value.ToString($"F{digits}", CultureInfo.InvariantCulture) : "-";

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
