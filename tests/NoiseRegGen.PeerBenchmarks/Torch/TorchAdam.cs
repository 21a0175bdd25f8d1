using System.Collections.Generic;
using System.Linq;
using NoiseRegGen.PeerBenchmarks.Jobs;
using NoiseRegGen.PeerBenchmarks.Networks;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NoiseRegGen.PeerBenchmarks.Torch;

/// <summary>One step of Adam on the tensors of the layers, or on all parameters as one tensor, which needs fewer operations.</summary>
internal sealed class TorchAdam : Side
{
    private readonly List<Parameter> _parameters = [];
    private readonly Adam _adam;

    internal TorchAdam(NetworkCase network, BatchData data, bool flat)
        : base(TorchJob.PeerName, flat ? "one flat tensor" : "a tensor per layer")
    {
        int[] lengths = flat ? [network.Parameters.Length] : [.. LayerLengths(network)];
        int start = 0;
        foreach (int length in lengths)
        {
            Parameter parameter = new(tensor(network.Parameters.Slice(start, length).ToArray()));
            parameter.grad = tensor(data.Gradient[start..(start + length)]);
            _parameters.Add(parameter);
            start += length;
        }

        _adam = optim.Adam(_parameters);
    }

    /// <inheritdoc/>
    internal override void Run()
    {
        using var scope = NewDisposeScope();
        _adam.step();
    }

    /// <inheritdoc/>
    internal override NamedResult[] Results()
    {
        for (int step = 0; step < BatchData.CheckedSteps; step++)
            Run();
        return [new("parameters", [.. _parameters.SelectMany(parameter => parameter.data<float>())])];
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _adam.Dispose();
        foreach (Parameter parameter in _parameters)
            parameter.Dispose();
    }

    private static IEnumerable<int> LayerLengths(NetworkCase network)
    {
        int[] sizes = network.LayerSizes.ToArray();
        for (int layer = 1; layer < sizes.Length; layer++)
        {
            yield return sizes[layer - 1] * sizes[layer];
            yield return sizes[layer];
        }
    }
}
