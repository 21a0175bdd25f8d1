using NoiseRegGen.PeerBenchmarks.Networks;

namespace NoiseRegGen.PeerBenchmarks.Jobs;

/// <summary>One job on one network with one batch size.</summary>
internal sealed record Scenario(JobKind Job, NetworkCase Network, int Batch)
{
    // Weights of its own for every example: 128 MB is where the peer's tensors stop being a sensible formulation.
    private const long LargestPrivateWeights = 1L << 25;

    internal string Name => $"{Job} {Network.Name} {Batch}";

    /// <summary>Whether the job makes sense at this size: an optimiser's step knows no batch, and private weights need memory.</summary>
    internal bool Applies => Job switch
    {
        JobKind.Adam => Batch == 1,
        JobKind.PerExampleNoise => (long)Batch * Network.Parameters.Length <= LargestPrivateWeights,
        _ => true,
    };
}
