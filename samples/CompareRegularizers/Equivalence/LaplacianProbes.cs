using System.Collections.Generic;
using System.Linq;
using NoiseRegGen;

namespace CompareRegularizers.Equivalence;

/// <summary>
/// The calls whose mean stands for the Laplacian's exact value: one where the network computes it exactly, and some with random
/// signs where it estimates it.
/// </summary>
internal static class LaplacianProbes
{
    private const int Count = 64;

    /// <summary>The probes to take the mean over.</summary>
    /// <param name="seed">The seed of the signs.</param>
    internal static IReadOnlyList<RandomProbe> Of<TNet>(ulong seed)
        where TNet : class, IMlp<TNet, double> =>
        [.. Enumerable.Range(0, TNet.LaplacianMethod == LaplacianMethod.Exact ? 1 : Count)
            .Select(step => new RandomProbe { Seed = seed, Step = step })];
}
