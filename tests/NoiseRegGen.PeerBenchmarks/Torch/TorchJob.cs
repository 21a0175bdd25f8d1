using System.Collections.Generic;
using System.Linq;
using NoiseRegGen.PeerBenchmarks.Jobs;
using NoiseRegGen.PeerBenchmarks.Networks;
using static TorchSharp.torch;

namespace NoiseRegGen.PeerBenchmarks.Torch;

/// <summary>A job by TorchSharp: everything that a call makes is disposed with the call's scope.</summary>
internal abstract class TorchJob(NetworkCase network, BatchData data, string formulation) : Side(PeerName, formulation)
{
    internal const string PeerName = "TorchSharp";

    protected TorchNetwork Network { get; } = new(network, data);

    /// <inheritdoc/>
    internal override void Run()
    {
        using var scope = NewDisposeScope();
        Compute(recorded: false);
    }

    /// <inheritdoc/>
    internal override NamedResult[] Results()
    {
        using var scope = NewDisposeScope();
        return [.. Compute(recorded: true).Select(result => new NamedResult(result.Name, Read(result.Parts)))];
    }

    /// <inheritdoc/>
    public override void Dispose() => Network.Dispose();

    /// <summary>Does the job.</summary>
    /// <param name="recorded">Whether to take the noise that all sides share instead of drawing it.</param>
    /// <returns>The results by name, each in the order of the flat parameter vector if it is a gradient.</returns>
    protected abstract IEnumerable<(string Name, IList<Tensor> Parts)> Compute(bool recorded);

    protected (string Name, IList<Tensor> Parts)[] LossAndGradient(Tensor loss) => LossAndGradient(loss, Network.Parameters);

    protected static (string Name, IList<Tensor> Parts)[] LossAndGradient(Tensor loss, IList<Tensor> parameters) =>
        [("loss", [loss]), ("gradient", autograd.grad([loss], parameters))];

    private static float[] Read(IList<Tensor> parts) => [.. parts.SelectMany(part => part.detach().contiguous().data<float>())];
}
