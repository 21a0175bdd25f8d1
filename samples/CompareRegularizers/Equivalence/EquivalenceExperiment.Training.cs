using System;
using System.Collections.Generic;
using System.Threading;
using CompareRegularizers.Data;
using CompareRegularizers.Experiments;
using NoiseRegGen.Training;

namespace CompareRegularizers.Equivalence;

/// <content>The training that is looked at: that of the comparison's arm without a regulariser, in double precision.</content>
internal sealed partial class EquivalenceExperiment<TNet>
{
    private List<Checkpoint> Train(Action advance, CancellationToken cancellation)
    {
        TNet network = TNet.Create(RandomStream.Seed(_settings.Seed, 0, RandomStream.Purpose.Initialisation));
        var trainer = new Trainer<TNet, double>(
            network,
            new Adam<double>(network.Parameters.Length, _settings.LearningRate),
            TrainingRecipe.Options(
                Regularizer.None, _settings.Epochs, _settings.Batch, RandomStream.Seed(_settings.Seed, 0, RandomStream.Purpose.Training)));
        var checkpoints = new List<Checkpoint>();
        foreach (int epoch in _epochs)
        {
            Continue(trainer, epoch, cancellation);
            checkpoints.Add(new Checkpoint(epoch, trainer.StepCount, network.Parameters.ToArray()));
            advance();
        }

        return checkpoints;
    }

    private void Continue(Trainer<TNet, double> trainer, int epoch, CancellationToken cancellation)
    {
        try
        {
            while (trainer.EpochCount < epoch)
                trainer.TrainEpoch(_train.Inputs, _train.Targets, cancellation);
        }
        catch (TrainingDivergedException e)
        {
            throw new UserErrorException($"The training of {_shape} diverged at step {e.Step}; a smaller --lr may help.");
        }
    }
}
