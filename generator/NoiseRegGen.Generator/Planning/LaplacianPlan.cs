using System.Linq;
using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;

namespace NoiseRegGen.Generator.Planning;

/// <summary>How the Laplacian is found (theory 1.6).</summary>
/// <param name="FirstCurved">The first layer with a second derivative; 0 if there is none and the Laplacian is 0.</param>
/// <param name="LastCurved">The last layer with a second derivative; 0 if there is none.</param>
/// <param name="IsProbed">Whether it is estimated by random signs; otherwise it is exact.</param>
/// <param name="LastSource">
/// The last layer whose units are taken one by one: the exact diagonal of layer l needs a sweep for each unit of the layers before l - 1; 0 if there is none.
/// </param>
/// <param name="LargestMatrix">The most weights of a layer whose squares the exact diagonals need; 0 if there is none.</param>
internal sealed record LaplacianPlan(int FirstCurved, int LastCurved, bool IsProbed, int LastSource, long LargestMatrix)
{
    /// <summary>The most forward passes that the sweeps of an automatic choice may cost.</summary>
    internal const int MostForwardPasses = 64;

    internal static LaplacianPlan For(NetworkModel network)
    {
        int[] curved = [.. network.Layers.Where(layer => !layer.Activation.IsPiecewiseLinear()).Select(layer => layer.Index)];
        if (curved.Length == 0)
            return new LaplacianPlan(0, 0, false, 0, 0);
        int first = curved.Min(), last = curved.Max();
        bool probed = network.Laplacian switch
        {
            LaplacianChoice.Exact => false,
            LaplacianChoice.Probe => true,
            _ => SweepProducts(network.Layers, last) > MostForwardPasses * network.Layers.Sum(Products),
        };
        return probed
            ? new LaplacianPlan(first, last, true, 0, 0)
            : new LaplacianPlan(first, last, false, System.Math.Max(last - 2, 0), curved.Where(l => l > 1).Select(l => Products(network.Layers[l - 1])).DefaultIfEmpty().Max());
    }

    /// <summary>Multiply-adds per example of the sweeps from single units: <c>sum_m n_m sum_{l = m+2..c} n_l n_{l-1}</c>.</summary>
    internal static long SweepProducts(EquatableArray<LayerModel> layers, int lastCurved)
    {
        long sum = 0, above = 0;
        for (int source = lastCurved - 2; source >= 1; source--)
        {
            above += Products(layers[source + 1]);
            sum = checked(sum + (layers[source - 1].Outputs * above));
        }

        return sum;
    }

    private static long Products(LayerModel layer) => (long)layer.Outputs * layer.Inputs;
}
