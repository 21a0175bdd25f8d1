namespace CompareRegularizers.Equivalence;

/// <summary>The variance that the noise gives to the gradient of a batch, summed over the parameters.</summary>
/// <param name="Batch">Examples in the batch.</param>
/// <param name="Variance">The trace of the gradient's covariance, its mean over batches; 0 where there is nothing but rounding.</param>
/// <param name="StandardError">Its standard error.</param>
internal sealed record GradientVariance(int Batch, double Variance, double StandardError);
