using System.Collections.Generic;
using NoiseRegGen.PeerBenchmarks.Jobs;
using NoiseRegGen.PeerBenchmarks.Networks;
using static TorchSharp.torch;

namespace NoiseRegGen.PeerBenchmarks.Torch;

/// <summary>The penalty from norms of automatically found deltas, one <c>autograd.grad</c> per output, and double backward.</summary>
internal sealed class TorchPenaltyDoubleBackward(NetworkCase network, BatchData data) : TorchJob(network, data, "ghost norms, double backward")
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Name, IList<Tensor> Parts)> Compute(bool recorded)
    {
        (Tensor[] z, Tensor[] h) = Network.ForwardAll();
        Tensor yhat = h[^1];
        Tensor penalty = GhostNorms.SquaredNorm(h[^2]) * Network.Case.Outputs;
        Tensor[] hidden = z[..^1];
        for (int output = 0; output < Network.Case.Outputs; output++)
        {
            Tensor sum = (Network.Case.Outputs == 1 ? yhat : yhat.select(1, output)).sum();
            IList<Tensor> deltas = autograd.grad([sum], hidden, retain_graph: true, create_graph: true);
            for (int layer = 0; layer < deltas.Count; layer++)
                penalty += GhostNorms.SquaredNorm(h[layer]) * deltas[layer].square().sum(1);
        }

        Tensor loss = Network.Loss(yhat), mean = penalty.mean();
        return
        [
            ("loss", [loss]), ("penalty", [mean]),
            ("gradient", autograd.grad([loss.add(mean, (float)BatchData.Eta)], Network.Parameters)),
        ];
    }
}
