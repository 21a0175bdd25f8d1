using System;
using System.Globalization;
using System.IO;
using NoiseRegGen.Files;
using NoiseRegGen.Files.Safetensors;

namespace NoiseRegGen.Training;

/// <content>Checkpoints: a run saved, and taken up again as if it had never stopped.</content>
public sealed partial class Trainer<TNet, T>
{
    /// <summary>Where and when checkpoints are saved during training; null for never. Saving allocates.</summary>
    public CheckpointPlan? Checkpoints { get; set; }

    /// <summary>
    /// Saves the run as it is between two epochs: parameters, optimiser, options and counts. The file replaces an older one only when
    /// it is complete on the disk, so that at any moment one of the two can be restored.
    /// </summary>
    /// <param name="path">The file to write.</param>
    /// <exception cref="IOException">The disk failed; the older file is as it was.</exception>
    public void SaveCheckpoint(string path) => SaveCheckpoint(path, FileLayer.Disk);

    /// <summary>
    /// Takes up a saved run. With the same options, optimiser, data and machine, the epochs that follow give the same parameters, bit for
    /// bit, as if the run had not stopped. On any error network, optimiser and run stay as they were.
    /// </summary>
    /// <param name="path">A file of <see cref="SaveCheckpoint(string)"/>.</param>
    /// <exception cref="ModelFileException">The file is damaged, or of another network, other options or another optimiser.</exception>
    public void RestoreCheckpoint(string path)
    {
        using SafetensorsFile file = SafetensorsFile.Open(path);
        (T[] parameters, T[] state, RunState run) = CheckpointFile.Read<TNet, T>(file, _optimizer.StateLength);
        RequireSame(path, OptionsText(), run.Options);
        RequireSame(path, _optimizer.Description, run.Optimizer);
        if (run.Epoch > Options.Epochs)
            throw new ModelFileException(path, $"at most {Options.Epochs} epochs done", $"{run.Epoch}");
        _optimizer.Restore(state, run.OptimizerStep);
        _optimizer.LearningRate = run.LearningRate;
        parameters.CopyTo(Network.Parameters);
        EpochCount = run.Epoch;
        StepCount = run.Step;
        _hasLastGood = false;
    }

    internal void SaveCheckpoint(string path, FileLayer files)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        RunState run = new(OptionsText(), _optimizer.Description, EpochCount, StepCount, _optimizer.StepCount, _optimizer.LearningRate);
        CheckpointFile.Save<TNet, T>(Network, _optimizer.State, run, path, files);
    }

    private void SaveIfDue()
    {
        if (Checkpoints is { } plan && (EpochCount % plan.EveryEpochs == 0 || EpochCount == Options.Epochs))
            SaveCheckpoint(plan.Path);
    }

    /// <summary>All options, in the words of the record itself, so that no new one can be forgotten here.</summary>
    private string OptionsText()
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        try
        {
            // A record writes its numbers as the current culture does.
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            return Options.ToString();
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static void RequireSame(string path, string expected, string found)
    {
        if (expected == found)
            return;
        string[] ours = expected.Split(", "), theirs = found.Split(", ");
        int first = 0;
        while (first < ours.Length - 1 && first < theirs.Length - 1 && ours[first] == theirs[first])
            first++;
        throw new ModelFileException(path, $"a run with '{ours[first]}'", $"one with {ModelFileException.Quote(theirs[first])}");
    }
}
