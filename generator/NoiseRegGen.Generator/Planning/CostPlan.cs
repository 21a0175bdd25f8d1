using System.Linq;
using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;

namespace NoiseRegGen.Generator.Planning;

/// <summary>
/// What the passes cost for one example of a large batch, in flops of what grows with the number of weights: products with weights and the sums for their
/// gradients, a multiply-add counted as two. Per-unit work (activations, norms, draws) is left out; a test counts what the emitted code really does.
/// </summary>
/// <param name="Forward">The forward pass.</param>
/// <param name="Gradient">Forward and backward pass; one sign of the local noise costs the same.</param>
/// <param name="Penalized">The four sweeps of the penalised gradient.</param>
/// <param name="Laplacians">The forward pass and the recursion of the Laplacian, exact or probed.</param>
/// <param name="WorkspaceBytes">The workspace's memory with vectors of <see cref="VectorBits"/>; it is in proportion to their width.</param>
internal sealed record CostPlan(long Forward, long Gradient, long Penalized, long Laplacians, long WorkspaceBytes)
{
    /// <summary>The width of a vector for which the memory is stated.</summary>
    internal const int VectorBits = 256;

    // A lane block is two vectors wide, whatever the number type.
    private const int LaneBlockBytes = 2 * VectorBits / 8;

    internal static CostPlan For(NetworkPlan plan)
    {
        EquatableArray<LayerModel> layers = plan.Network.Layers;
        long all = layers.Sum(Weights), aboveFirst = all - Weights(layers[0]);
        long forward = 2 * all;
        long backward = 2 * (all + aboveFirst);
        return new CostPlan(
            forward,
            forward + backward,
            forward + backward + SeededSweeps(layers),
            forward + LaplacianSweeps(layers, plan.Laplacian),
            (long)plan.Workspace.Rows * plan.PanelBlocks * LaneBlockBytes);
    }

    // For each output in turn a product down, one up and a sum for the gradient in every layer between the first and the last; of the last layer one row,
    // which scales the seed (one flop a weight), weighs the sum for the gradient, and carries the way up where the output is curved (theory 1.3).
    private static long SeededSweeps(EquatableArray<LayerModel> layers)
    {
        if (layers.Count == 1)
            return 0;
        LayerModel top = layers[layers.Count - 1];
        long between = layers.Where(layer => layer.Index > 1 && layer.Index < top.Index).Sum(Weights);
        return (top.Outputs * 3 * 2 * between) + (Weights(top) * (top.Activation.IsPiecewiseLinear() ? 3 : 5));
    }

    private static long LaplacianSweeps(EquatableArray<LayerModel> layers, LaplacianPlan laplacian)
    {
        if (laplacian.FirstCurved == 0)
            return 0;
        long upward = 2 * layers.Where(layer => layer.Index > laplacian.FirstCurved).Sum(Weights);
        LayerModel[] reached = [.. layers.Where(layer => layer.Index > 1 && layer.Index <= laplacian.LastCurved)];
        if (laplacian.IsProbed)
            return upward + (2 * reached.Sum(Weights));

        // W o W with each curved layer's neighbours below; from each single unit further below a column (one flop a weight) and the layers above it.
        long squares = 2 * reached.Where(layer => !layer.Activation.IsPiecewiseLinear()).Sum(Weights);
        long columns = layers.Where(layer => layer.Index > 1 && layer.Index <= laplacian.LastSource + 1).Sum(Weights);
        return upward + squares + columns + (2 * LaplacianPlan.SweepProducts(layers, laplacian.LastCurved));
    }

    private static long Weights(LayerModel layer) => (long)layer.Outputs * layer.Inputs;
}
