namespace NoiseRegGen;

/// <summary>
/// The random signs of one call: of the Laplacian's probe, or of the penalty's random projection; a pure function of the seed and the
/// indices, so that a split batch, any number of threads and any vector width see the same signs.
/// </summary>
/// <remarks>
/// Row i of a call is presentation <c>FirstExample + i</c> of step <c>Step</c>, as in <see cref="WeightNoise"/>, from whose noise
/// the signs are independent. The values are checked by the operation that they are given to.
/// </remarks>
public readonly record struct RandomProbe
{
    /// <summary>The seed of the random numbers.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The index of the optimisation step, in [0, 2^32).</summary>
    public required long Step { get; init; }

    /// <summary>The index of the presentation in the call's first row; all rows lie in [0, 2^32).</summary>
    public long FirstExample { get; init; }
}
