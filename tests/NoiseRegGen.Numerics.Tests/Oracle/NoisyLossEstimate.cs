namespace NoiseRegGen.Numerics.Tests.Oracle;

/// <summary>The perturbed loss by Monte Carlo: fresh weight noise for every draw, antithetic pairs, shared evenly by the examples.</summary>
/// <param name="Eta">The variance of the weight noise.</param>
/// <param name="Mean">The estimate.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="Samples">The number of draws.</param>
internal sealed record NoisyLossEstimate(double Eta, double Mean, double StandardError, int Samples);
