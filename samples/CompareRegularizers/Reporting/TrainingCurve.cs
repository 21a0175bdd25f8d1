using System.Collections.Generic;
using System.IO;
using CsvHelper;
using NoiseRegGen.Training;

namespace CompareRegularizers.Reporting;

/// <summary>What the epochs of a training did, as a file.</summary>
internal static class TrainingCurve
{
    /// <summary>Writes one line per epoch; in standardised units.</summary>
    internal static void Write(Stream stream, IReadOnlyList<EpochReport> epochs)
    {
        using CsvWriter csv = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        csv.WriteHeader("epoch", "steps", "loss", "penalty", "gradient_norm", "learning_rate", "eta");
        foreach (EpochReport epoch in epochs)
        {
            csv.WriteField(epoch.Epoch);
            csv.WriteField(epoch.Steps);
            foreach (double value in (double[])[epoch.Loss, epoch.Penalty, epoch.GradientNorm, epoch.LearningRate, epoch.Strength])
                csv.WriteField(value);
            csv.EndRecord();
        }
    }
}
