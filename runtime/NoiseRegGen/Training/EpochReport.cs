namespace NoiseRegGen.Training;

/// <summary>What one epoch of training did.</summary>
/// <param name="Epoch">The number of epochs done, this one included.</param>
/// <param name="Epochs">The number of epochs of the whole run.</param>
/// <param name="Steps">The number of steps done since the start of the run.</param>
/// <param name="Loss">
/// The mean over the epoch's examples of the squared error summed over outputs, each at the parameters of its own step; with
/// weight noise, the error with noise.
/// </param>
/// <param name="Penalty">
/// Without its factor: the mean of <c>P</c> for the gradient penalty, the mean over examples of <c>||W||^2 / 2</c> for weight
/// decay; 0 for the others, which compute none.
/// </param>
/// <param name="GradientNorm">The root mean square over the steps of the norm of the whole objective's gradient, before clipping.</param>
/// <param name="LearningRate">The learning rate of the last step.</param>
/// <param name="Strength">The regulariser's strength at the last step (eta or lambda).</param>
public readonly record struct EpochReport(
    int Epoch, int Epochs, long Steps, double Loss, double Penalty, double GradientNorm, double LearningRate, double Strength);
