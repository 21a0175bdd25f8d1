using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CompareRegularizers.Data;

namespace CompareRegularizers.Equivalence;

/// <content>The variance of the noise's gradient at the initial network, against the batch size.</content>
internal sealed partial class EquivalenceExperiment<TNet>
{
    // 200 draws of each batch: the standard error is a few hundredths of the variance.
    private const int MostVariancePairs = 100;

    // The repeats before it are the streams of the gap and of the gradients.
    private const int FirstVarianceStream = 2;

    private VarianceCurve[] MeasureVariances(Checkpoint initial, int threads, Action advance, CancellationToken cancellation)
    {
        IReadOnlyList<int> batches = VarianceProbe<TNet>.Batches(_measured.Count);
        var points = new GradientVariance[NoiseKind.All.Count * batches.Count];
        int pairs = Math.Min(_settings.Pairs, MostVariancePairs);
        ForEach(points.Length, threads, advance, cancellation, i =>
        {
            ulong seed = RandomStream.Seed(_settings.Seed, FirstVarianceStream + i, RandomStream.Purpose.Gap);
            points[i] = new VarianceProbe<TNet>(initial.Parameters, _measured, ReferenceEta)
                .Measure(NoiseKind.All[i / batches.Count], batches[i % batches.Count], seed, pairs, cancellation);
        });
        return [.. NoiseKind.All.Select((kind, k) =>
            new VarianceCurve(kind, ReferenceEta, points[(k * batches.Count)..((k + 1) * batches.Count)]))];
    }
}
