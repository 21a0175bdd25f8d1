using System;
using System.Globalization;
using System.IO;
using System.Text.Json;
using System.Threading;
using CompareRegularizers.Data;
using CompareRegularizers.Experiments;
using CompareRegularizers.Networks;
using CompareRegularizers.Reporting;
using CompareRegularizers.Runs;
using CompareRegularizers.Training;
using NoiseRegGen.Files;

namespace CompareRegularizers.Commands;

/// <summary>One training from options to files: everything that can be wrong is found before the work begins.</summary>
internal sealed class TrainingRun(TrainOptions options, TextWriter output, TextWriter error)
{
    private const string CurveFile = "training.csv";

    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    internal int Run(CancellationToken cancellation)
    {
        IDataSource source = options.Data.Open();
        ulong seed = options.Seed ?? 1;
        RepeatData data = RepeatData.OfSplit(options.AllRows ? source.Draw(seed, 0).AllToTrain() : source.Draw(seed, 0), source);
        NetworkShape shape = options.Network.ToShape(source.InputCount, options.Data.Generated?.Hidden);
        Project? project = options.Project is { } path ? Project.Plan(path) : null;
        using OutputFolder folder = OutputFolder.Open(options.Out);
        string file = Path.Combine(folder.Path, TrainedModel.FileName);
        if (File.Exists(file) && !options.Overwrite)
            throw new UserErrorException($"'{options.Out}' holds a model already; give another --out, or --overwrite to replace it.");
        TrainSettings settings = SettingsFor(data.Train.Count, seed);
        using var networks = new NetworkLibrary();
        NetworkType network = networks.Find(shape);
        Announce(source, data, shape, settings);
        TrainingOutcome outcome = Train(network, data, settings, TrainedModel.Describe(source, data.Units), file, cancellation);
        folder.Write(CurveFile, stream => TrainingCurve.Write(stream, outcome.Epochs));
        project?.Write(shape, file);
        Conclude(source, shape, outcome, folder.Path);
        return ExitCode.Success;
    }

    private static string? Text(double? rmse) => rmse is { } value ? Figures.Value(value) : "none held out";

    private TrainSettings SettingsFor(int rows, ulong seed) => new(
        options.Arm,
        options.Eta,
        options.Epochs ?? Schedule.EpochsFor(rows, options.Batch, quick: false),
        options.Batch ?? Schedule.DefaultBatch,
        options.LearningRate ?? Schedule.DefaultLearningRate,
        seed,
        options.Threads ?? Environment.ProcessorCount);

    private void Announce(IDataSource source, RepeatData data, NetworkShape shape, TrainSettings settings)
    {
        if (options.Json)
            return;
        int batch = Math.Min(settings.Batch, data.Train.Count);
        string strength = settings.Arm == Arm.None ? string.Empty : $" with eta {Figures.Eta(settings.Eta)}";
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{source.Name}: {data.Train.Count} rows to train, {data.Validation.Count} to validate, {data.Test.Count} to test."));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Network {shape}; regulariser {settings.Arm.Title}{strength}; {settings.Epochs} epochs in batches of {batch}, seed {settings.Seed}."));
    }

    private TrainingOutcome Train(
        NetworkType network, RepeatData data, TrainSettings settings, DataDescription description, string file, CancellationToken cancellation)
    {
        var progress = new EpochProgress(settings.Epochs, data.Train.Count);
        return ProgressDisplay.For(error, options.Quiet).Run(
            progress.Snapshot, () => network.Apply(new TrainingUse(data, settings, description, file, progress.Add, cancellation)));
    }

    private void Conclude(IDataSource source, NetworkShape shape, TrainingOutcome outcome, string folder)
    {
        if (options.Json)
        {
            output.WriteLine(JsonSerializer.Serialize(
                new
                {
                    Schema = "noisereggen/train/1",
                    Model = Path.Combine(folder, TrainedModel.FileName),
                    Network = shape.ToString(),
                    Target = source.TargetName,
                    outcome.TrainRmse,
                    outcome.ValidationRmse,
                    outcome.TestRmse,
                    Epochs = outcome.Epochs.Count,
                    outcome.ExamplesPerSecond,
                    options.Project,
                },
                RunJson.Options));
            return;
        }

        output.WriteLine(
            $"RMSE in units of {source.TargetName}: train {Text(outcome.TrainRmse)}, validation {Text(outcome.ValidationRmse)}, "
            + $"test {Text(outcome.TestRmse)}.");
        output.WriteLine($"{Figures.Rate(outcome.ExamplesPerSecond)} training examples/s. Written to {folder}: "
            + $"{TrainedModel.FileName}, {ModelFile.DescriptionPath(TrainedModel.FileName)}, {CurveFile}");
        if (options.Project is { } project)
            output.WriteLine($"The project is yours: dotnet run -c Release --project {project} -- table.csv");
    }
}
