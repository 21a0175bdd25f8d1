using System.Collections.Generic;
using NoiseRegGen.PeerBenchmarks.Jobs;
using NoiseRegGen.PeerBenchmarks.Networks;
using static TorchSharp.torch;

namespace NoiseRegGen.PeerBenchmarks.Torch;

/// <summary>The outputs, in inference mode.</summary>
internal sealed class TorchForward(NetworkCase network, BatchData data) : TorchJob(network, data, "inference mode")
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Name, IList<Tensor> Parts)> Compute(bool recorded)
    {
        using var inference = inference_mode();
        return [("outputs", [Network.Forward(Network.Weights, Network.Biases)])];
    }
}
