using System.Collections.Generic;
using NoiseRegGen;

namespace CompareRegularizers.Equivalence;

/// <summary>A way to draw the noise of a batch, and how the variance of its gradient falls with the batch.</summary>
/// <param name="Key">In files: never to change.</param>
/// <param name="Title">For people.</param>
/// <param name="Sampling">Where the noise is drawn.</param>
/// <param name="BothSigns">Whether every draw is used with both signs.</param>
/// <param name="ExpectedSlope">The order of the variance in the batch size, for examples of one Hessian (theory 1.8).</param>
internal sealed record NoiseKind(string Key, string Title, NoiseSampling Sampling, bool BothSigns, int ExpectedSlope)
{
    /// <summary>
    /// One draw for the batch: <c>eta ||mean H_n||_F^2</c>, H_n the Hessian of example n's loss. Where the Hessians differ it falls at
    /// first, to the square of their mean over the data, and no further.
    /// </summary>
    internal static NoiseKind Shared { get; } = new("shared", "one draw for the batch", NoiseSampling.PerBatch, false, 0);

    /// <summary>Local reparameterisation: independent examples, so a mean of independent terms.</summary>
    internal static NoiseKind Local { get; } =
        new("local", "local reparameterisation", NoiseSampling.LocalReparameterization, false, -1);

    /// <summary>The same with both signs, which cancels the term of order eta.</summary>
    internal static NoiseKind Antithetic { get; } =
        new("antithetic", "local reparameterisation, antithetic", NoiseSampling.LocalReparameterization, true, -1);

    /// <summary>All of them.</summary>
    internal static IReadOnlyList<NoiseKind> All { get; } = [Shared, Local, Antithetic];
}
