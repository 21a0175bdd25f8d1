using NoiseRegGen.Training;

namespace CompareRegularizers.Experiments;

/// <summary>What is the same in every training run of this program.</summary>
internal static class TrainingRecipe
{
    /// <summary>
    /// A fixed number of epochs, the step size falling to 0, and no early stopping, which would be a regulariser of its own. The
    /// penalty grows with high powers of the weights: eta rises to its value over the first tenth, and a gradient that explodes
    /// all the same is cut, in every arm alike.
    /// </summary>
    internal static TrainingOptions Options(Regularizer regularizer, int epochs, int batch, ulong seed) => new()
    {
        BatchSize = batch,
        Epochs = epochs,
        Seed = seed,
        Schedule = LearningRateSchedule.Linear,
        EtaWarmUpFraction = 0.1,
        ClipNorm = 10,
        Regularizer = regularizer,
    };
}
