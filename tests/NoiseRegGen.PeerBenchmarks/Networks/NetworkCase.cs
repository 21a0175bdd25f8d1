using System;
using NoiseRegGen.PeerBenchmarks.Jobs;

namespace NoiseRegGen.PeerBenchmarks.Networks;

/// <summary>One network of the comparison, its parameters and the jobs that it can do.</summary>
internal abstract class NetworkCase
{
    /// <summary>The layer sizes, as in 8-64-64-1.</summary>
    internal string Name => string.Join('-', LayerSizes.ToArray());

    internal abstract ReadOnlySpan<int> LayerSizes { get; }

    internal abstract Activation Hidden { get; }

    /// <summary>W1 (out x in), b1, W2, b2, ...: the peers start from the same numbers.</summary>
    internal abstract ReadOnlySpan<float> Parameters { get; }

    internal int Inputs => LayerSizes[0];

    internal int Outputs => LayerSizes[^1];

    internal int LayerCount => LayerSizes.Length - 1;

    /// <summary>Our side of a job.</summary>
    internal abstract Side CreateOurs(JobKind job, BatchData data);

    /// <summary>The sharded gradient of a job on a team of the given size; one worker is the calling thread alone.</summary>
    internal abstract Side CreateSharded(JobKind job, BatchData data, int workers);
}
