using System.Collections.Generic;
using NoiseRegGen.PeerBenchmarks.Jobs;
using NoiseRegGen.PeerBenchmarks.Networks;
using static TorchSharp.torch;

namespace NoiseRegGen.PeerBenchmarks.Torch;

/// <summary>The penalty from norms of deltas that are written out as tensor operations for all outputs at once, and one backward.</summary>
internal sealed class TorchPenaltyChain(NetworkCase network, BatchData data) : TorchJob(network, data, "ghost norms, deltas by hand")
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Name, IList<Tensor> Parts)> Compute(bool recorded)
    {
        (Tensor[] z, Tensor[] h) = Network.ForwardAll();
        Tensor loss = Network.Loss(h[^1]), penalty = GhostNorms.Penalty(Network, z, h).mean();
        return
        [
            ("loss", [loss]), ("penalty", [penalty]),
            ("gradient", autograd.grad([loss.add(penalty, (float)BatchData.Eta)], Network.Parameters)),
        ];
    }
}
