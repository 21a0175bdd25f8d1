using System.Collections.Generic;
using NoiseRegGen.PeerBenchmarks.Jobs;
using NoiseRegGen.PeerBenchmarks.Networks;
using static TorchSharp.torch;

namespace NoiseRegGen.PeerBenchmarks.Torch;

/// <summary>Local reparameterisation: <c>z = W h + b + sqrt(eta (||h||^2 + 1)) xi</c>, differentiated automatically.</summary>
internal sealed class TorchLocalNoise(NetworkCase network, BatchData data) : TorchJob(network, data, "local reparameterisation")
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Name, IList<Tensor> Parts)> Compute(bool recorded)
    {
        Tensor h = Network.X;
        for (int layer = 0; layer < Network.Layers; layer++)
        {
            Tensor deviation = ((h.square().sum(1, keepdim: true) + 1) * (float)BatchData.Eta).sqrt();
            Tensor z = nn.functional.linear(h, Network.Weights[layer], Network.Biases[layer]).addcmul(deviation, Draw(layer, recorded), 1);
            h = layer == Network.Layers - 1 ? z : Network.Activation.Value(z);
        }

        return LossAndGradient(Network.Loss(h));
    }

    private Tensor Draw(int layer, bool recorded)
    {
        int batch = Network.Data.Batch, units = Network.Case.LayerSizes[layer + 1];
        return recorded ? tensor(RecordedNoise.Units(Network.Case, layer + 1, batch), [batch, units]) : randn(batch, units);
    }
}
