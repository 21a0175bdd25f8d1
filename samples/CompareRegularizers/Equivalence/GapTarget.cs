using System.Collections.Generic;
using System.Linq;
using CompareRegularizers.Data;
using NoiseRegGen;

namespace CompareRegularizers.Equivalence;

/// <summary>A network on some examples, and all that does not depend on the noise; safe to read from many threads.</summary>
/// <typeparam name="TNet">The network, in double precision.</typeparam>
internal sealed class GapTarget<TNet>
    where TNet : class, IMlp<TNet, double>
{
    /// <summary>Computes everything.</summary>
    /// <param name="parameters">The network's parameters.</param>
    /// <param name="part">The examples.</param>
    /// <param name="seed">The seed of the signs with which a deep network estimates T.</param>
    internal GapTarget(double[] parameters, Part part, ulong seed)
    {
        (Network, Part) = (TNet.Create(parameters), part);
        int outputs = TNet.LayerSizes[^1], values = part.Targets.Length;
        Count = values / outputs;
        MlpWorkspace<double> workspace = TNet.CreateWorkspace();
        Outputs = new double[values];
        Network.Forward(part.Inputs, Outputs, workspace);
        Residuals = [.. Outputs.Zip(part.Targets, (output, target) => output - target)];
        Penalties = new double[Count];
        Network.SquaredGradientNorms(part.Inputs, Penalties, workspace);
        ResidualLaplacians = new double[Count];
        AddLaplacians(LaplacianProbes.Of<TNet>(seed), workspace);
        Jet = NoiseJet.At(Network, part.Inputs);
    }

    /// <summary>The network.</summary>
    internal TNet Network { get; }

    /// <summary>The examples.</summary>
    internal Part Part { get; }

    /// <summary>The number of examples.</summary>
    internal int Count { get; }

    /// <summary><c>yhat</c>, examples x outputs.</summary>
    internal double[] Outputs { get; }

    /// <summary><c>r = yhat - y</c>, examples x outputs.</summary>
    internal double[] Residuals { get; }

    /// <summary><c>P</c> of each example.</summary>
    internal double[] Penalties { get; }

    /// <summary><c>sum_k r_k T_k</c> of each example.</summary>
    internal double[] ResidualLaplacians { get; }

    /// <summary>The derivatives of the outputs by the noise.</summary>
    internal NoiseJet Jet { get; }

    /// <summary>The mean over examples of the squared error.</summary>
    internal double MeanSquaredError => Residuals.Sum(r => r * r) / Count;

    /// <summary>The mean of <c>P</c>.</summary>
    internal double Penalty => Penalties.Average();

    /// <summary>The mean of <c>r T</c>.</summary>
    internal double ResidualLaplacian => ResidualLaplacians.Average();

    private void AddLaplacians(IReadOnlyList<RandomProbe> probes, MlpWorkspace<double> workspace)
    {
        int values = Residuals.Length;
        var laplacians = new double[values];
        foreach (RandomProbe probe in probes)
        {
            Network.Laplacians(Part.Inputs, laplacians, in probe, workspace);
            for (int i = 0; i < values; i++)
                ResidualLaplacians[i * Count / values] += Residuals[i] * laplacians[i] / probes.Count;
        }
    }
}
