using System;

namespace CompareRegularizers.Commands;

/// <summary>How long and in which steps a network is trained unless told otherwise.</summary>
internal static class Schedule
{
    /// <summary>Examples in a batch.</summary>
    internal const int DefaultBatch = 50;

    /// <summary>The first step size.</summary>
    internal const double DefaultLearningRate = 0.01;

    private const int DefaultSteps = 4000;
    private const int QuickSteps = 120;
    private const int FewestEpochs = 20;

    /// <summary>Small tables need many passes: the optimiser's steps are what makes a run long enough.</summary>
    internal static int EpochsFor(int trainCount, int? batch, bool quick)
    {
        int size = batch ?? DefaultBatch;
        int stepsPerEpoch = (trainCount + size - 1) / size;
        return Math.Max((quick ? QuickSteps : DefaultSteps) / stepsPerEpoch, FewestEpochs);
    }
}
