using System;
using System.Linq;
using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;

namespace NoiseRegGen.Generator.Planning;

/// <summary>Which Gram matrices the Laplacian needs (theory 1.6).</summary>
/// <param name="FirstCurved">The first layer with a second derivative; 0 if there is none and the Laplacian is 0.</param>
/// <param name="LastCurved">The last layer with a second derivative; 0 if there is none.</param>
/// <param name="MatrixRows">
/// Numbers per example of each of the two matrices that the Gram recursion works on; 0 if the diagonals of the first two layers suffice.
/// </param>
internal sealed record LaplacianPlan(int FirstCurved, int LastCurved, long MatrixRows)
{
    // Two matrices of 4096 x 4096 numbers for each of 16 examples fill 2 GB in single precision, and half of an array at 512 bits.
    private const long LargestMatrix = 4096 * 4096;

    /// <summary>Whether the matrices would be too large for any array; the Laplacian is then not offered.</summary>
    internal bool IsTooWide => MatrixRows > LargestMatrix;

    /// <summary>Whether full Gram matrices are formed: from the third layer on, a diagonal needs the whole matrix of the layer below.</summary>
    internal bool NeedsMatrices => MatrixRows > 0 && !IsTooWide;

    internal static LaplacianPlan For(NetworkModel network)
    {
        int[] curved = [.. network.Layers.Where(layer => !layer.Activation.IsPiecewiseLinear()).Select(layer => layer.Index)];
        if (curved.Length == 0)
            return new LaplacianPlan(0, 0, 0);
        int last = curved.Max();
        return new LaplacianPlan(curved.Min(), last, last < 3 ? 0 : Enumerable.Range(2, last - 1).Max(l => Largest(network.Layers, l, last)));
    }

    // W_l G_{l-1}, n_l x n_{l-1}, and where the layer above needs it G_l, n_l x n_l.
    private static long Largest(EquatableArray<LayerModel> layers, int l, int last)
    {
        LayerModel layer = layers[l - 1];
        long product = (long)layer.Outputs * layer.Inputs;
        return l < last ? Math.Max(product, (long)layer.Outputs * layer.Outputs) : product;
    }
}
