using System.Collections.Generic;
using NoiseRegGen.PeerBenchmarks.Jobs;
using NoiseRegGen.PeerBenchmarks.Networks;
using static TorchSharp.torch;

namespace NoiseRegGen.PeerBenchmarks.Torch;

/// <summary>
/// One draw per batch: the whole flat parameter vector is perturbed by two operations in place, and the network's parameters are
/// leaves that share its memory. The gradient at the perturbed parameters is the one at the unperturbed ones with the noise held fixed.
/// </summary>
internal sealed class TorchPerBatchNoise : TorchJob
{
    private readonly Tensor _flat;
    private readonly Tensor _perturbed;
    private readonly Tensor[] _weights;
    private readonly Tensor[] _biases;
    private readonly List<Tensor> _parameters = [];

    internal TorchPerBatchNoise(NetworkCase network, BatchData data)
        : base(network, data, "perturbed in place")
    {
        _flat = tensor(network.Parameters.ToArray());
        _perturbed = _flat.clone();
        (_weights, _biases) = (new Tensor[network.LayerCount], new Tensor[network.LayerCount]);
        int start = 0;
        for (int layer = 0; layer < network.LayerCount; layer++)
        {
            int inputs = network.LayerSizes[layer], outputs = network.LayerSizes[layer + 1];
            _weights[layer] = _perturbed.narrow(0, start, inputs * outputs).view(outputs, inputs).detach().requires_grad_();
            _biases[layer] = _perturbed.narrow(0, start + (inputs * outputs), outputs).detach().requires_grad_();
            _parameters.Add(_weights[layer]);
            _parameters.Add(_biases[layer]);
            start += (inputs + 1) * outputs;
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _flat.Dispose();
        _perturbed.Dispose();
        foreach (Tensor parameter in _parameters)
            parameter.Dispose();
    }

    /// <inheritdoc/>
    protected override IEnumerable<(string Name, IList<Tensor> Parts)> Compute(bool recorded)
    {
        double sigma = System.Math.Sqrt(BatchData.Eta);
        using (no_grad())
        {
            if (recorded)
                _perturbed.copy_(Recorded() * (float)sigma).add_(_flat);
            else
                _perturbed.normal_(0, sigma).add_(_flat);
        }

        return LossAndGradient(Network.Loss(Network.Forward(_weights, _biases)), _parameters);
    }

    private Tensor Recorded()
    {
        List<Tensor> layers = [];
        for (int layer = 1; layer <= Network.Layers; layer++)
            layers.Add(tensor(RecordedNoise.Weights(Network.Case, layer)));
        return cat(layers);
    }
}
