using System.Numerics;

namespace NoiseRegGen;

/// <summary>
/// The parts of the corrected penalty over a batch, <c>mean [ sum_k (yhat_k + (eta/2) T_k - y_k)^2 + eta P ]</c>, which equals the
/// noisy loss <c>E J(W + eps)</c>, <c>eps ~ N(0, eta I)</c>, up to O(eta^2) at any residual.
/// </summary>
/// <param name="Loss"><c>J</c>, the mean over examples of the squared error summed over outputs.</param>
/// <param name="ShiftedLoss">
/// The same for the noise-averaged network to first order: the mean of <c>sum_k (yhat_k + (eta/2) T_k - y_k)^2</c>.
/// </param>
/// <param name="Penalty">The mean over examples of <c>P = sum_k ||grad_W yhat_k||^2</c>, without eta.</param>
/// <param name="Total"><c>ShiftedLoss + eta Penalty</c>: the objective.</param>
/// <typeparam name="T">The number type of the network.</typeparam>
public readonly record struct CorrectedLoss<T>(T Loss, T ShiftedLoss, T Penalty, T Total)
    where T : unmanaged, IFloatingPointIeee754<T>;
