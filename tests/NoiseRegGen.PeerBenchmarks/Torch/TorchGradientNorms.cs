using System.Collections.Generic;
using NoiseRegGen.PeerBenchmarks.Jobs;
using NoiseRegGen.PeerBenchmarks.Networks;
using static TorchSharp.torch;

namespace NoiseRegGen.PeerBenchmarks.Torch;

/// <summary>The squared gradient norms, without a graph.</summary>
internal sealed class TorchGradientNorms(NetworkCase network, BatchData data) : TorchJob(network, data, "ghost norms, no graph")
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Name, IList<Tensor> Parts)> Compute(bool recorded)
    {
        using var inference = inference_mode();
        (Tensor[] z, Tensor[] h) = Network.ForwardAll();
        return [("norms", [GhostNorms.Penalty(Network, z, h)])];
    }
}
