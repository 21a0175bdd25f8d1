using System;
using System.Linq;
using System.Threading;
using CompareRegularizers.Data;
using CompareRegularizers.Equivalence;

namespace NoiseRegGen.Samples.Tests.Equivalence;

/// <summary>Small networks and data with fixed random numbers, and the measurement of their gap.</summary>
internal static class Samples
{
    internal const int Count = 12;

    /// <summary>Targets are of order 1 and no network fits them, so that r T is not small.</summary>
    internal static Part Data(int inputs, int outputs = 1, int seed = 5)
    {
        var random = new Random(seed);
        return new Part(Normals(random, Count * inputs, 1), Normals(random, Count * outputs, 1));
    }

    internal static double[] Parameters(int count, double scale = 0.7, int seed = 11) => Normals(new Random(seed), count, scale);

    internal static GapStatistics Measure<TNet>(double[] parameters, Part part, double[] etas, int pairs, out GapTarget<TNet> target)
        where TNet : class, IMlp<TNet, double>
    {
        target = new GapTarget<TNet>(parameters, part, seed: 3);
        var draws = new GapDraws(etas.Length, pairs, target.Count);
        (double[] sums, double[] squares) = new GapSampler<TNet>(target, etas, referenceEta: 0, seed: 7)
            .Sample(draws, 0, pairs, CancellationToken.None);
        draws.Add(sums, squares);
        return new GapStatistics(draws, etas, target.Penalty, target.ResidualLaplacian);
    }

    // Box and Muller: a source of normals that the code under test has no part in.
    internal static double[] Normals(Random random, int count, double scale) => [.. Enumerable.Range(0, count).Select(_ =>
        scale * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))];
}
