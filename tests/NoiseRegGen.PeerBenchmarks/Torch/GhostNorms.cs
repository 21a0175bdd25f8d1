using static TorchSharp.torch;

namespace NoiseRegGen.PeerBenchmarks.Torch;

/// <summary>
/// P of each example from norms (Goodfellow, arXiv 1510.01799): <c>P = sum_l s_l ||Delta_l||^2</c> with the deltas of all outputs in
/// one batched product per layer. The linear output layer's own term is <c>K s_L</c>, and its delta costs no product.
/// </summary>
internal static class GhostNorms
{
    /// <summary>Batch numbers, differentiable in the parameters.</summary>
    internal static Tensor Penalty(TorchNetwork network, Tensor[] z, Tensor[] h)
    {
        int top = network.Layers - 1, outputs = network.Case.Outputs;
        Tensor penalty = SquaredNorm(h[top]) * outputs;
        if (top == 0)
            return penalty;
        Tensor slope = network.Activation.Slope(z[top - 1], h[top]);
        Tensor weights = network.Weights[top];
        penalty += SquaredNorm(h[top - 1]) * slope.square().matmul(weights.square().sum(dim: 0));
        Tensor delta = top == 1 ? slope : slope.unsqueeze(1) * weights;
        for (int layer = top - 2; layer >= 0; layer--)
        {
            // batch x outputs x units of this layer.
            slope = network.Activation.Slope(z[layer], h[layer + 1]);
            delta = delta.matmul(network.Weights[layer + 1]) * slope.unsqueeze(1);
            penalty += SquaredNorm(h[layer]) * delta.square().sum(1, 2);
        }

        return penalty;
    }

    /// <summary>s_l = ||h_{l-1}||^2 + 1 of each example.</summary>
    internal static Tensor SquaredNorm(Tensor below) => below.square().sum(1) + 1;
}
