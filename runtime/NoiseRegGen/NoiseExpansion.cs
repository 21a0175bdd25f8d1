using System.Numerics;

namespace NoiseRegGen;

/// <summary>
/// The expansion of the noisy loss in the noise variance: <c>E_eps J(W + eps) = J + eta (mean P + mean sum_k r_k T_k) + O(eta^2)</c>
/// with the residual <c>r = yhat - y</c> and the Laplacian <c>T_k = trace of the Hessian of yhat_k</c>.
/// </summary>
/// <param name="Loss"><c>J</c>, the mean over examples of the squared error summed over outputs.</param>
/// <param name="Penalty">The mean over examples of <c>P = sum_k ||grad_W yhat_k||^2</c>.</param>
/// <param name="ResidualLaplacian">The mean over examples of <c>sum_k r_k T_k</c>: the term of the same order that the equivalence drops.</param>
/// <typeparam name="T">The number type of the network.</typeparam>
public readonly record struct NoiseExpansion<T>(T Loss, T Penalty, T ResidualLaplacian)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The noisy loss at variance <paramref name="eta"/>, right to first order.</summary>
    /// <param name="eta">The variance of the weight noise.</param>
    /// <returns><c>Loss + eta (Penalty + ResidualLaplacian)</c>.</returns>
    public T Predict(double eta) => Loss + (T.CreateChecked(eta) * (Penalty + ResidualLaplacian));
}
