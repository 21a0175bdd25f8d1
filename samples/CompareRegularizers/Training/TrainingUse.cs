using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Numerics;
using System.Threading;
using CompareRegularizers.Data;
using CompareRegularizers.Experiments;
using CompareRegularizers.Networks;
using NoiseRegGen;
using NoiseRegGen.Files;
using NoiseRegGen.Training;

namespace CompareRegularizers.Training;

/// <summary>Trains one network and saves it.</summary>
/// <param name="data">The standardised data; parts that are not held out have no rows.</param>
/// <param name="settings">How to train.</param>
/// <param name="description">What to save with the parameters.</param>
/// <param name="file">Where to save.</param>
/// <param name="progress">Called after each epoch.</param>
/// <param name="cancellation">Stops the training between two steps; nothing is saved.</param>
internal sealed class TrainingUse(
    RepeatData data,
    TrainSettings settings,
    DataDescription description,
    string file,
    Action<EpochReport> progress,
    CancellationToken cancellation) : INetworkUse<TrainingOutcome>
{
    /// <inheritdoc/>
    public TrainingOutcome Use<TNet, T, TDouble>()
        where TNet : class, IMlp<TNet, T>
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDouble : class, IMlp<TDouble, double>
    {
        TNet network = TNet.Create(RandomStream.Seed(settings.Seed, 0, RandomStream.Purpose.Initialisation));
        NetworkData<T> train = NetworkData<T>.Of(data.Train);
        var epochs = new List<EpochReport>();
        long start = Stopwatch.GetTimestamp();
        Train(network, train, epochs);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        MlpWorkspace<T> workspace = TNet.CreateWorkspace();
        var outcome = new TrainingOutcome(
            Rmse(data.Train) ?? double.NaN, Rmse(data.Validation), Rmse(data.Test), epochs, (double)epochs.Count * train.Count / seconds);
        TrainedModel.Guard(() =>
        {
            ModelFile.Save(network, file, description);
            return 0;
        });
        return outcome;

        double? Rmse(Part part)
        {
            if (part.Count == 0)
                return null;
            NetworkData<T> rows = NetworkData<T>.Of(part);
            return data.TargetDeviation * Evaluation.RootMeanSquaredError<TNet, T>(network, rows.Inputs, rows.Targets, workspace);
        }
    }

    private void Train<TNet, T>(TNet network, NetworkData<T> train, List<EpochReport> epochs)
        where TNet : class, IMlp<TNet, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using var team = new WorkerTeam(settings.Threads);
        TrainingOptions options = TrainingRecipe.Options(
            settings.Arm.RegularizerOf(settings.Eta),
            settings.Epochs,
            settings.Batch,
            RandomStream.Seed(settings.Seed, 0, RandomStream.Purpose.Training));
        var trainer = new Trainer<TNet, T>(network, new Adam<T>(network.Parameters.Length, settings.LearningRate), options, team);
        try
        {
            trainer.Train(train.Inputs, train.Targets, Note, cancellation);
        }
        catch (TrainingDivergedException e)
        {
            throw new UserErrorException($"{e.Message} Nothing was written; try a smaller --lr or --eta.");
        }

        void Note(EpochReport report)
        {
            epochs.Add(report);
            progress(report);
        }
    }
}
