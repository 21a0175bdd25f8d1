using System;
using System.Runtime.InteropServices;
using CompareRegularizers.Experiments;

namespace CompareRegularizers.Runs;

/// <summary>The file of one training run. The arrays are little-endian numbers in base 64; JSON numbers read back exactly.</summary>
internal sealed record CellDocument(
    string Key,
    double TrainRmse,
    double ValidationRmse,
    double TestRmse,
    double Penalty,
    double ResidualLaplacian,
    double InputGradient,
    double[] NoisyTestRmse,
    byte[] Predictions,
    FitPoint[] Fit,
    byte[] Parameters,
    long Steps,
    long Examples,
    double SecondsPerStep)
{
    /// <summary>Describes a run.</summary>
    internal static CellDocument Of(CellOutcome outcome)
    {
        CellResult r = outcome.Result;
        double[] parameters = ComparisonRunner.KeepsParameters(r.Cell) ? outcome.Parameters : [];
        return new CellDocument(
            r.Cell.Key,
            r.TrainRmse,
            r.ValidationRmse,
            r.TestRmse,
            r.Penalty,
            r.ResidualLaplacian,
            r.InputGradient,
            r.NoisyTestRmse,
            MemoryMarshal.AsBytes(r.Predictions.AsSpan()).ToArray(),
            r.Fit,
            MemoryMarshal.AsBytes(parameters.AsSpan()).ToArray(),
            outcome.Steps,
            outcome.Examples,
            outcome.SecondsPerStep);
    }

    /// <summary>The run that was described.</summary>
    internal CellOutcome ToOutcome(Cell cell)
    {
        var result = new CellResult(cell, TrainRmse, ValidationRmse, TestRmse, Penalty)
        {
            ResidualLaplacian = ResidualLaplacian,
            InputGradient = InputGradient,
            NoisyTestRmse = NoisyTestRmse,
            Predictions = MemoryMarshal.Cast<byte, float>(Predictions).ToArray(),
            Fit = Fit,
        };
        double[] parameters = MemoryMarshal.Cast<byte, double>(Parameters).ToArray();
        return new CellOutcome(result, Steps, SecondsPerStep, parameters) { Examples = Examples };
    }
}
