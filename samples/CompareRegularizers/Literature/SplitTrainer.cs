using System.Threading;
using CompareRegularizers.Data;
using CompareRegularizers.Experiments;
using NoiseRegGen;
using NoiseRegGen.Training;

namespace CompareRegularizers.Literature;

/// <summary>Trains networks on one split: all with the same first weights and order of examples.</summary>
/// <typeparam name="TNet">The network.</typeparam>
internal sealed class SplitTrainer<TNet>
    where TNet : class, IMlp<TNet, float>
{
    private readonly StudySettings _settings;
    private readonly int _split;
    private readonly Standardization _units;
    private readonly NetworkData<float> _train;
    private readonly NetworkData<float> _held;

    /// <summary>Standardises on the training part.</summary>
    /// <param name="train">The part to train on.</param>
    /// <param name="held">The part to measure the error on.</param>
    /// <param name="source">Names the columns in messages.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="split">Which split.</param>
    internal SplitTrainer(Part train, Part held, IDataSource source, StudySettings settings, int split)
    {
        (_settings, _split) = (settings, split);
        _units = Standardization.Fit(train, source);
        _train = NetworkData<float>.Of(_units.Apply(train));
        _held = NetworkData<float>.Of(_units.Apply(held));
    }

    /// <summary>The error on the held-out part after training, in the target's units; NaN where training diverged.</summary>
    internal double Run(Arm arm, double eta, double learningRate, CancellationToken cancellation)
    {
        TNet network = TNet.Create(Seed(RandomStream.Purpose.Initialisation));
        TrainingOptions options = TrainingRecipe.Options(
            arm.RegularizerOf(eta), _settings.Epochs, _settings.Batch, Seed(RandomStream.Purpose.Training));
        var trainer = new Trainer<TNet, float>(network, new Adam<float>(network.Parameters.Length, learningRate), options);
        try
        {
            trainer.Train(_train.Inputs, _train.Targets, cancellationToken: cancellation);
        }
        catch (TrainingDivergedException)
        {
            return double.NaN;
        }

        return _units.TargetDeviation
            * Evaluation.RootMeanSquaredError<TNet, float>(network, _held.Inputs, _held.Targets, TNet.CreateWorkspace());
    }

    private ulong Seed(RandomStream.Purpose purpose) => RandomStream.Seed(_settings.Seed, _split, purpose);
}
