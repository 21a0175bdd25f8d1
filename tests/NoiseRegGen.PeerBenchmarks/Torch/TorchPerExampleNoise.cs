using System;
using System.Collections.Generic;
using NoiseRegGen.PeerBenchmarks.Jobs;
using NoiseRegGen.PeerBenchmarks.Networks;
using static TorchSharp.torch;

namespace NoiseRegGen.PeerBenchmarks.Torch;

/// <summary>
/// Fresh weights for every example, <c>z = W h + b + sigma (E h + e)</c>: the shared product stays one matrix product, so that no
/// private copy of W itself is made and its gradient needs no sum over private gradients; the noise is one batched product.
/// </summary>
internal sealed class TorchPerExampleNoise(NetworkCase network, BatchData data) : TorchJob(network, data, "one bmm per layer")
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Name, IList<Tensor> Parts)> Compute(bool recorded)
    {
        float sigma = MathF.Sqrt((float)BatchData.Eta);
        Tensor h = Network.X;
        for (int layer = 0; layer < Network.Layers; layer++)
        {
            (Tensor weights, Tensor biases) = Draw(layer, recorded);
            Tensor shared = nn.functional.linear(h, Network.Weights[layer], Network.Biases[layer]);
            // Not baddbmm: TorchSharp 0.107 hands its arguments on in another order.
            Tensor z = shared.add(weights.bmm(h.unsqueeze(2)).squeeze(2), sigma).add(biases, sigma);
            h = layer == Network.Layers - 1 ? z : Network.Activation.Value(z);
        }

        return LossAndGradient(Network.Loss(h));
    }

    private (Tensor Weights, Tensor Biases) Draw(int layer, bool recorded)
    {
        int batch = Network.Data.Batch, inputs = Network.Case.LayerSizes[layer], outputs = Network.Case.LayerSizes[layer + 1];
        if (!recorded)
            return (randn(batch, outputs, inputs), randn(batch, outputs));
        (float[] weights, float[] biases) = RecordedNoise.PrivateWeights(Network.Case, layer + 1, batch);
        return (tensor(weights, [batch, outputs, inputs]), tensor(biases, [batch, outputs]));
    }
}
