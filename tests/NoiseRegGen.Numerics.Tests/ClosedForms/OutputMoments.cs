namespace NoiseRegGen.Numerics.Tests.ClosedForms;

/// <summary>Mean and variance of one noisy output.</summary>
internal readonly record struct OutputMoments(double Mean, double Variance)
{
    /// <summary><c>E (yhat_eps - y)^2</c>: squared bias plus variance.</summary>
    public double SquaredError(double target) => ((Mean - target) * (Mean - target)) + Variance;
}
