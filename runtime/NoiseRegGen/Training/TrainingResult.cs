namespace NoiseRegGen.Training;

/// <summary>What a run of training did.</summary>
/// <param name="Epochs">The number of epochs done.</param>
/// <param name="Steps">The number of steps done.</param>
/// <param name="Loss">The mean loss of the last epoch (see <see cref="EpochReport"/>).</param>
/// <param name="Penalty">The mean penalty of the last epoch (see <see cref="EpochReport"/>).</param>
public readonly record struct TrainingResult(int Epochs, long Steps, double Loss, double Penalty);
