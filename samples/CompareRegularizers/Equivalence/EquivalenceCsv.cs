using System.Collections.Generic;
using System.IO;
using System.Linq;
using CsvHelper;

namespace CompareRegularizers.Equivalence;

/// <summary>The numbers of the instrument as files. Numbers are written so that they read back exactly.</summary>
internal static class EquivalenceCsv
{
    private static readonly CsvWriterOptions Options = new() { NewLine = "\n" };

    /// <summary>One line per network, state and eta.</summary>
    internal static void WriteGaps(Stream stream, IReadOnlyList<NetworkMeasurement> measurements)
    {
        using CsvWriter csv = Open(
            stream, "network", "state", "step", "eta", "eta_width", "gap", "standard_error", "plain_gap", "plain_standard_error", "penalty",
            "residual_laplacian", "eta_p", "eta_p_plus_rt", "error_without_rt", "error_with_rt");
        foreach ((NetworkMeasurement network, GapCurve curve) in Curves(measurements))
        {
            foreach (GapEstimate g in curve.Points)
            {
                Texts(csv, network.Shape.ToString(), curve.State.Key());
                Numbers(
                    csv, curve.Step, g.Eta, g.Eta * network.Width, g.Gap, g.StandardError, g.PlainGap, g.PlainStandardError, g.Penalty,
                    g.ResidualLaplacian, g.PenaltyPrediction, g.FullPrediction, g.PenaltyError, g.Remainder);
            }
        }
    }

    /// <summary>One line per network, state and prediction; no slope where too little of the error is resolved.</summary>
    internal static void WriteSlopes(Stream stream, IReadOnlyList<NetworkMeasurement> measurements)
    {
        using CsvWriter csv = Open(
            stream, "network", "state", "prediction", "slope", "standard_error", "from_eta", "to_eta", "reach_eta", "reach_eta_width");
        foreach ((NetworkMeasurement network, GapCurve curve) in Curves(measurements))
        {
            Write("eta_p", curve.PenaltySlope, curve.PenaltyReach);
            Write("eta_p_plus_rt", curve.FullSlope, curve.FullReach);

            void Write(string prediction, Slope? slope, Reach reach)
            {
                Texts(csv, network.Shape.ToString(), curve.State.Key(), prediction);
                if (slope is null)
                    Texts(csv, string.Empty, string.Empty, string.Empty, string.Empty);
                else
                    Fields(csv, slope.Value, slope.StandardError, slope.FromEta, slope.ToEta);
                Numbers(csv, reach.Eta, reach.Eta * network.Width);
            }
        }
    }

    /// <summary>One line per network, state and example, at the reference eta.</summary>
    internal static void WriteExamples(Stream stream, IReadOnlyList<NetworkMeasurement> measurements)
    {
        using CsvWriter csv = Open(
            stream, "network", "state", "eta", "example", "gap", "standard_error", "penalty", "residual_laplacian", "eta_p",
            "eta_p_plus_rt");
        foreach ((NetworkMeasurement network, GapCurve curve) in Curves(measurements))
        {
            foreach (ExampleGap g in curve.Examples)
            {
                Texts(csv, network.Shape.ToString(), curve.State.Key());
                double eta = curve.ReferenceEta;
                Numbers(
                    csv, eta, g.Example, g.Gap, g.StandardError, g.Penalty, g.ResidualLaplacian, eta * g.Penalty,
                    eta * (g.Penalty + g.ResidualLaplacian));
            }
        }
    }

    /// <summary>One line per network and moment of the training.</summary>
    internal static void WriteGradients(Stream stream, IReadOnlyList<NetworkMeasurement> measurements)
    {
        using CsvWriter csv = Open(
            stream, "network", "epoch", "step", "loss", "penalty", "residual_laplacian", "noise_gradient", "cosine_penalty",
            "cosine_penalty_error", "missed_by_penalty", "cosine_corrected", "cosine_corrected_error", "missed_by_corrected",
            "cosine_penalty_fit_kept", "cosine_penalty_fit_kept_error", "missed_by_penalty_fit_kept");
        foreach (NetworkMeasurement network in measurements)
        {
            foreach (TrainingPoint p in network.Training)
            {
                Texts(csv, network.Shape.ToString());
                Fields(csv, p.Epoch, p.Step, p.Loss, p.Penalty, p.ResidualLaplacian, p.NoiseGradient);
                foreach (Alignment a in (Alignment[])[p.ByPenalty, p.ByCorrectedPenalty, p.ByPenaltyOffFit])
                    Fields(csv, a.Cosine, a.StandardError, a.Unexplained);
                csv.EndRecord();
            }
        }
    }

    /// <summary>One line per network, way to draw the noise and batch size.</summary>
    internal static void WriteVariances(Stream stream, IReadOnlyList<NetworkMeasurement> measurements)
    {
        using CsvWriter csv = Open(stream, "network", "noise", "eta", "batch", "variance", "standard_error");
        foreach (NetworkMeasurement network in measurements)
        {
            foreach (VarianceCurve curve in network.Variances)
            {
                foreach (GradientVariance point in curve.Points)
                {
                    Texts(csv, network.Shape.ToString(), curve.Kind.Key);
                    Numbers(csv, curve.Eta, point.Batch, point.Variance, point.StandardError);
                }
            }
        }
    }

    private static IEnumerable<(NetworkMeasurement Network, GapCurve Curve)> Curves(IEnumerable<NetworkMeasurement> measurements) =>
        measurements.SelectMany(network => network.Curves.Select(curve => (network, curve)));

    private static CsvWriter Open(Stream stream, params string[] header)
    {
        CsvWriter csv = CsvWriter.Create(stream, Options, leaveOpen: true);
        csv.WriteHeader(header);
        return csv;
    }

    private static void Texts(CsvWriter csv, params string[] values)
    {
        foreach (string value in values)
            csv.WriteField(value);
    }

    private static void Fields(CsvWriter csv, params double[] values)
    {
        foreach (double value in values)
            csv.WriteField(value);
    }

    private static void Numbers(CsvWriter csv, params double[] values)
    {
        Fields(csv, values);
        csv.EndRecord();
    }
}
