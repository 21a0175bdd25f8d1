namespace NoiseRegGen.Analysis;

/// <summary>The first two moments of one output of the network under weight noise <c>eps ~ N(0, eta I)</c>.</summary>
/// <param name="Mean"><c>ybar = E_eps yhat_eps(x) = yhat + (eta / 2) T + O(eta^2)</c>, the output of the noise-averaged network.</param>
/// <param name="Variance"><c>Var_eps yhat_eps(x) = eta ||grad_W yhat||^2 + O(eta^2)</c>.</param>
public readonly record struct NoisyOutput(double Mean, double Variance)
{
    /// <summary>The standard error of <see cref="Mean"/> if it was estimated; 0 if it was computed.</summary>
    public double MeanStandardError { get; init; }

    /// <summary>The standard error of <see cref="Variance"/> if it was estimated; 0 if it was computed.</summary>
    public double VarianceStandardError { get; init; }

    /// <summary>
    /// The noisy squared error <c>E_eps (yhat_eps - y)^2 = (ybar - y)^2 + Var</c>, exactly: bias and variance.
    /// </summary>
    /// <param name="target"><c>y</c>.</param>
    public double SquaredError(double target) => ((Mean - target) * (Mean - target)) + Variance;
}
