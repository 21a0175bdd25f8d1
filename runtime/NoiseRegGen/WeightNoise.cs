namespace NoiseRegGen;

/// <summary>
/// The weight noise of one call: <c>eps ~ N(0, eta I)</c> on weights and biases, a pure function of the seed and the indices, so
/// that a split batch, any number of threads and any vector width see the same noise.
/// </summary>
/// <remarks>
/// Row i of a call is presentation <c>FirstExample + i</c> of step <c>Step</c>. The noise depends on
/// (<see cref="Seed"/>, <see cref="Step"/>, presentation, layer, unit) for <see cref="NoiseSampling.LocalReparameterization"/>, on
/// (seed, step, presentation, layer, weight) for <see cref="NoiseSampling.PerExample"/>, and on (seed, step, layer, weight) for
/// <see cref="NoiseSampling.PerBatch"/>. <see cref="NoiseSampling.LayerWise"/> noise is the first kind on one layer. The values are checked by the operation that they are given to.
/// </remarks>
public readonly record struct WeightNoise
{
    /// <summary>The variance of the noise on each weight and bias: finite, at least 0. At 0 the noiseless result, bit for bit.</summary>
    public required double Eta { get; init; }

    /// <summary>The seed of the random numbers.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The index of the optimisation step, in [0, 2^32).</summary>
    public required long Step { get; init; }

    /// <summary>The index of the presentation in the call's first row; all rows lie in [0, 2^32).</summary>
    public long FirstExample { get; init; }

    /// <summary>Where and how often noise is drawn.</summary>
    public NoiseSampling Sampling { get; init; }

    /// <summary>Factors of <see cref="Eta"/> for the weights and the biases of each layer; null for 1 everywhere.</summary>
    public NoiseScales? Scales { get; init; }

    /// <summary>Whether every draw is used with both signs and the results averaged: all odd orders in <c>sqrt(eta)</c> cancel.</summary>
    public bool Antithetic { get; init; }
}
