using System.Numerics;

namespace NoiseRegGen;

/// <summary>The parts of the penalised objective <c>J + eta mean P</c> over a batch.</summary>
/// <param name="Loss"><c>J</c>, the mean over examples of the squared error summed over outputs.</param>
/// <param name="Penalty">The mean over examples of <c>P = sum_k ||grad_W yhat_k||^2</c>, without eta.</param>
/// <param name="Total"><c>J + eta mean P</c>.</param>
/// <typeparam name="T">The number type of the network.</typeparam>
public readonly record struct PenalizedLoss<T>(T Loss, T Penalty, T Total)
    where T : unmanaged, IFloatingPointIeee754<T>;
