using System.Collections.Generic;
using System.IO;
using CompareRegularizers.Experiments;
using CsvHelper;

namespace CompareRegularizers.Reporting;

/// <summary>The numbers of a comparison as files. Numbers are written so that they read back exactly.</summary>
internal static class CsvReports
{
    private static readonly CsvWriterOptions Options = new() { NewLine = "\n" };

    /// <summary>One line per training run; depends on the settings alone.</summary>
    internal static void WriteResults(Stream stream, IReadOnlyList<CellOutcome> outcomes)
    {
        using CsvWriter csv = Open(
            stream,
            "arm", "eta", "equal", "repeat", "train_rmse", "validation_rmse", "test_rmse",
            "mean_penalty", "mean_residual_laplacian", "mean_input_gradient");
        foreach (CellOutcome outcome in outcomes)
        {
            CellResult r = outcome.Result;
            Key(csv, r.Cell);
            Numbers(csv, r.TrainRmse, r.ValidationRmse, r.TestRmse, r.Penalty, r.ResidualLaplacian, r.InputGradient);
        }
    }

    /// <summary>One line per training run and noise variance at which the trained network was tested.</summary>
    internal static void WriteNoisyTests(Stream stream, IReadOnlyList<CellOutcome> outcomes, IReadOnlyList<double> etas)
    {
        using CsvWriter csv = Open(stream, "arm", "eta", "equal", "repeat", "test_noise_eta", "test_rmse");
        foreach (CellOutcome outcome in outcomes)
        {
            for (int i = 0; i < outcome.Result.NoisyTestRmse.Length; i++)
            {
                Key(csv, outcome.Result.Cell);
                Numbers(csv, etas[i], outcome.Result.NoisyTestRmse[i]);
            }
        }
    }

    /// <summary>One line per training run: what differs from one machine and minute to the next.</summary>
    internal static void WriteTimings(Stream stream, IReadOnlyList<CellOutcome> outcomes)
    {
        using CsvWriter csv = Open(stream, "arm", "eta", "equal", "repeat", "steps", "examples", "seconds_per_step");
        foreach (CellOutcome outcome in outcomes)
        {
            Key(csv, outcome.Result.Cell);
            Numbers(csv, outcome.Steps, outcome.Examples, outcome.SecondsPerStep);
        }
    }

    /// <summary>One line per state and eta at which the noise gap was measured.</summary>
    internal static void WriteGaps(Stream stream, IReadOnlyList<GapPoint> gaps)
    {
        using CsvWriter csv = Open(
            stream, "state", "eta", "measured_gap", "standard_error", "penalty", "residual_laplacian", "eta_p", "eta_p_plus_rt");
        foreach (GapPoint g in gaps)
        {
            csv.WriteField(g.State == GapState.Initial ? "initial" : "trained");
            Numbers(csv, g.Eta, g.Gap, g.StandardError, g.Penalty, g.ResidualLaplacian, g.PenaltyPrediction, g.FullPrediction);
        }
    }

    private static CsvWriter Open(Stream stream, params string[] header)
    {
        CsvWriter csv = CsvWriter.Create(stream, Options, leaveOpen: true);
        csv.WriteHeader(header);
        return csv;
    }

    private static void Key(CsvWriter csv, Cell cell)
    {
        csv.WriteField(cell.Arm.Key);
        csv.WriteField(cell.Eta);
        csv.WriteField(cell.Budget == Budget.Steps ? "steps" : "compute");
        csv.WriteField(cell.Repeat);
    }

    private static void Numbers(CsvWriter csv, params double[] values)
    {
        foreach (double value in values)
            csv.WriteField(value);
        csv.EndRecord();
    }
}
