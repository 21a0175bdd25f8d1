using CompareRegularizers.Experiments;

namespace CompareRegularizers.Training;

/// <summary>How one network is trained.</summary>
/// <param name="Arm">The regulariser.</param>
/// <param name="Eta">Its strength.</param>
/// <param name="Epochs">Passes over the training part.</param>
/// <param name="Batch">Examples in a batch.</param>
/// <param name="LearningRate">Adam's first step size; it falls linearly to 0.</param>
/// <param name="Seed">What all random numbers derive from.</param>
/// <param name="Threads">How many threads share a batch.</param>
internal sealed record TrainSettings(Arm Arm, double Eta, int Epochs, int Batch, double LearningRate, ulong Seed, int Threads);
