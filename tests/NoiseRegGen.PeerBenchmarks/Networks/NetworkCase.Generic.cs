using System;
using NoiseRegGen.PeerBenchmarks.Jobs;
using NoiseRegGen.PeerBenchmarks.Ours;

namespace NoiseRegGen.PeerBenchmarks.Networks;

/// <inheritdoc/>
internal sealed class NetworkCase<TNet> : NetworkCase
    where TNet : class, IMlp<TNet, float>
{
    private readonly TNet _network = TNet.Create(Seed);

    /// <summary>Biases start at zero; small ones make every term of every formula count in the check of the results.</summary>
    internal NetworkCase()
    {
        Random random = new((int)Seed);
        for (int layer = 0; layer < LayerCount; layer++)
        {
            foreach (ref float bias in _network.Biases(layer))
                bias = (float)(0.2 * (random.NextDouble() - 0.5));
        }
    }

    private const ulong Seed = 2026;

    /// <inheritdoc/>
    internal override ReadOnlySpan<int> LayerSizes => TNet.LayerSizes;

    /// <inheritdoc/>
    internal override Activation Hidden => TNet.LayerActivations[0];

    /// <inheritdoc/>
    internal override ReadOnlySpan<float> Parameters => _network.Parameters;

    /// <inheritdoc/>
    internal override Side CreateOurs(JobKind job, BatchData data) => new OurJob<TNet>(TNet.Create(Parameters), job, data);

    /// <inheritdoc/>
    internal override Side CreateSharded(JobKind job, BatchData data, int workers) =>
        new ShardedJob<TNet>(TNet.Create(Parameters), job, data, workers);
}
