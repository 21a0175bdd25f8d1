namespace NoiseRegGen.Training;

/// <summary>What is added to the loss during training.</summary>
public enum RegularizerKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary><c>(lambda / 2) ||W||^2</c> over the weights, not the biases.</summary>
    WeightDecay,

    /// <summary>Gaussian noise of variance eta on weights and biases, fresh for each presentation.</summary>
    WeightNoise,

    /// <summary><c>eta</c> times the mean over examples of <c>sum_k ||grad_W yhat_k||^2</c>.</summary>
    GradientPenalty,

    /// <summary>The penalty with the Laplacian's shift of the output: <c>mean [ sum_k (yhat_k + (eta/2) T_k - y_k)^2 + eta P ]</c>.</summary>
    CorrectedPenalty,
}
