using System.Collections.Generic;
using NoiseRegGen.PeerBenchmarks.Jobs;
using NoiseRegGen.PeerBenchmarks.Networks;
using static TorchSharp.torch;

namespace NoiseRegGen.PeerBenchmarks.Torch;

/// <summary>Loss and gradient by automatic differentiation: through <c>autograd.grad</c>, or <c>backward</c> into cleared gradients.</summary>
internal sealed class TorchPlainStep(NetworkCase network, BatchData data, bool backward)
    : TorchJob(network, data, backward ? "backward" : "autograd.grad")
{
    private readonly Tensor[] _gradient = new Tensor[2 * network.LayerCount];

    /// <inheritdoc/>
    protected override IEnumerable<(string Name, IList<Tensor> Parts)> Compute(bool recorded)
    {
        Tensor loss = Network.Loss(Network.Forward(Network.Weights, Network.Biases));
        if (!backward)
            return LossAndGradient(loss);
        loss.backward();
        for (int i = 0; i < _gradient.Length; i++)
        {
            // Taken and cleared: the next call then moves its gradients in instead of adding them.
            _gradient[i] = Network.Parameters[i].grad!;
            Network.Parameters[i].grad = null;
        }

        return [("loss", [loss]), ("gradient", _gradient)];
    }
}
