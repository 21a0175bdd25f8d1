using System;
using System.Collections.Generic;
using NoiseRegGen.PeerBenchmarks.Jobs;
using NoiseRegGen.PeerBenchmarks.Networks;
using static TorchSharp.torch;

namespace NoiseRegGen.PeerBenchmarks.Torch;

/// <summary>A network's parameters and a batch as tensors, made outside the calls' scopes, and the passes that every job needs.</summary>
internal sealed class TorchNetwork : IDisposable
{
    internal TorchNetwork(NetworkCase network, BatchData data)
    {
        (Case, Data) = (network, data);
        X = tensor(data.X, [data.Batch, network.Inputs]);
        Target = tensor(data.Target, [data.Batch, network.Outputs]);
        (Weights, Biases) = (new Tensor[network.LayerCount], new Tensor[network.LayerCount]);
        int start = 0;
        for (int layer = 0; layer < network.LayerCount; layer++)
        {
            int inputs = network.LayerSizes[layer], outputs = network.LayerSizes[layer + 1];
            Weights[layer] = tensor(network.Parameters.Slice(start, inputs * outputs).ToArray(), [outputs, inputs], requires_grad: true);
            Biases[layer] = tensor(network.Parameters.Slice(start + (inputs * outputs), outputs).ToArray(), [outputs], requires_grad: true);
            Parameters.Add(Weights[layer]);
            Parameters.Add(Biases[layer]);
            start += (inputs + 1) * outputs;
        }

        Activation = new TorchActivation(network.Hidden);
    }

    internal NetworkCase Case { get; }

    internal BatchData Data { get; }

    internal Tensor X { get; }

    internal Tensor Target { get; }

    internal Tensor[] Weights { get; }

    internal Tensor[] Biases { get; }

    /// <summary>W1, b1, W2, b2, ...</summary>
    internal List<Tensor> Parameters { get; } = [];

    internal TorchActivation Activation { get; }

    internal int Layers => Weights.Length;

    /// <summary>yhat; the last layer is linear in all networks of the comparison.</summary>
    internal Tensor Forward(Tensor[] weights, Tensor[] biases)
    {
        Tensor h = X;
        for (int layer = 0; layer < Layers - 1; layer++)
            h = Activation.Value(nn.functional.linear(h, weights[layer], biases[layer]));
        return nn.functional.linear(h, weights[^1], biases[^1]);
    }

    /// <summary>All z_l (1-based at l - 1) and h_l (h_0 = x at 0).</summary>
    internal (Tensor[] Z, Tensor[] H) ForwardAll()
    {
        Tensor[] z = new Tensor[Layers], h = new Tensor[Layers + 1];
        h[0] = X;
        for (int layer = 0; layer < Layers; layer++)
        {
            z[layer] = nn.functional.linear(h[layer], Weights[layer], Biases[layer]);
            h[layer + 1] = layer == Layers - 1 ? z[layer] : Activation.Value(z[layer]);
        }

        return (z, h);
    }

    /// <summary>J: the mean over examples of the sum over outputs.</summary>
    internal Tensor Loss(Tensor yhat)
    {
        Tensor mean = nn.functional.mse_loss(yhat, Target);
        return Case.Outputs == 1 ? mean : mean * Case.Outputs;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        X.Dispose();
        Target.Dispose();
        foreach (Tensor parameter in Parameters)
            parameter.Dispose();
    }
}
