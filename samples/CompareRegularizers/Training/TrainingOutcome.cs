using System.Collections.Generic;
using NoiseRegGen.Training;

namespace CompareRegularizers.Training;

/// <summary>What a training came to; errors in the target's own units.</summary>
/// <param name="TrainRmse">The root mean squared error on the training part.</param>
/// <param name="ValidationRmse">The same on the validation part; null if there is none.</param>
/// <param name="TestRmse">The same on the test part; null if there is none.</param>
/// <param name="Epochs">What each epoch did.</param>
/// <param name="ExamplesPerSecond">Training examples per second.</param>
internal sealed record TrainingOutcome(
    double TrainRmse, double? ValidationRmse, double? TestRmse, IReadOnlyList<EpochReport> Epochs, double ExamplesPerSecond);
