using System;
using System.Collections.Generic;
using NoiseRegGen.PeerBenchmarks.Jobs;
using NoiseRegGen.PeerBenchmarks.Networks;
using static TorchSharp.torch;

namespace NoiseRegGen.PeerBenchmarks.Torch;

/// <summary>
/// Loss, penalty and residual Laplacian without a graph. With at most two hidden layers and a linear output the Laplacian is exact
/// from two diagonals, <c>diag G_1 = s_1</c> and <c>diag G_2 = s_2 + s_1 (W_2 o W_2) sigma_1'^2</c>; of a ReLU network it is 0.
/// </summary>
internal sealed class TorchExpansion(NetworkCase network, BatchData data) : TorchJob(network, data, "ghost norms, diagonals, no graph")
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Name, IList<Tensor> Parts)> Compute(bool recorded)
    {
        using var inference = inference_mode();
        (Tensor[] z, Tensor[] h) = Network.ForwardAll();
        Tensor loss = Network.Loss(h[^1]), penalty = GhostNorms.Penalty(Network, z, h).mean();
        Tensor residual = Network.Activation.IsCurved
            ? ((h[^1] - Network.Target) * Laplacians(z, h)).sum(1).mean()
            : zeros(1);
        return [("loss", [loss]), ("penalty", [penalty]), ("residual Laplacian", [residual])];
    }

    private Tensor Laplacians(Tensor[] z, Tensor[] h)
    {
        Tensor s1 = GhostNorms.SquaredNorm(h[0]).unsqueeze(1);
        Tensor slope1 = Network.Activation.Slope(z[0], h[1]);
        Tensor laplacian = s1 * Network.Activation.Curvature(z[0], h[1], slope1);
        if (Network.Layers == 2)
            return nn.functional.linear(laplacian, Network.Weights[1]);
        if (Network.Layers != 3)
            throw new NotSupportedException("The Laplacian by diagonals is exact for one or two hidden layers.");
        Tensor slope2 = Network.Activation.Slope(z[1], h[2]);
        Tensor diagonal = nn.functional.linear(s1 * slope1.square(), Network.Weights[1].square()) + GhostNorms.SquaredNorm(h[1]).unsqueeze(1);
        laplacian = (slope2 * nn.functional.linear(laplacian, Network.Weights[1])) + (Network.Activation.Curvature(z[1], h[2], slope2) * diagonal);
        return nn.functional.linear(laplacian, Network.Weights[2]);
    }
}
