namespace CompareRegularizers.Equivalence;

/// <summary>The terms of the expansion and their gradients at one moment of a training.</summary>
/// <param name="Epoch">The passes over the data so far.</param>
/// <param name="Step">The optimiser's steps so far.</param>
/// <param name="Loss">The mean squared error.</param>
/// <param name="Penalty"><c>mean P</c>.</param>
/// <param name="ResidualLaplacian"><c>mean r T</c>.</param>
/// <param name="NoiseGradient">The length of what the noise adds to the gradient, over eta.</param>
/// <param name="ByPenalty">How the gradient of the penalty compares with it.</param>
/// <param name="ByCorrectedPenalty">How that of the corrected penalty does.</param>
/// <param name="ByPenaltyOffFit">
/// How the penalty's compares in the directions that leave every fitted value alone (<see cref="FitDirections"/>); NaN where there
/// are none or the network is too large.
/// </param>
internal sealed record TrainingPoint(
    int Epoch,
    long Step,
    double Loss,
    double Penalty,
    double ResidualLaplacian,
    double NoiseGradient,
    Alignment ByPenalty,
    Alignment ByCorrectedPenalty,
    Alignment ByPenaltyOffFit);
