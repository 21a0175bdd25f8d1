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
/// <param name="Norms">The forward pass and a sweep down for each output.</param>
/// <param name="Penalized">The four sweeps of the penalised gradient.</param>
/// <param name="Laplacians">The forward pass and the recursion of the Laplacian, exact or probed.</param>
/// <param name="Expansion">Loss, norms and Laplacians after one forward pass.</param>
/// <param name="Corrected">The sweeps of the penalised gradient, the Laplacians, and the way back through them.</param>
/// <param name="RowBytes">The memory of the workspace's rows with vectors of <see cref="VectorBits"/>; it is in proportion to their width.</param>
/// <param name="ColumnBytes">That of the packed columns behind them, whatever the width.</param>
internal sealed record CostPlan(
    long Forward, long Gradient, long Norms, long Penalized, long Laplacians, long Expansion, long Corrected, long RowBytes, long ColumnBytes)
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
        long norms = forward + NormSweeps(layers);
        long penalized = forward + backward + SeededSweeps(layers);
        long laplacian = LaplacianSweeps(layers, plan.Laplacian);
        return new CostPlan(
            forward,
            forward + backward,
            norms,
            penalized,
            forward + laplacian,
            norms + laplacian,
            penalized + laplacian + LaplacianFeedback(layers, plan.Laplacian),
            (long)plan.Workspace.Rows * plan.PanelBlocks * LaneBlockBytes,
            (long)plan.Workspace.ColumnsLength * (plan.Network.Scalar == ScalarKind.Single ? sizeof(float) : sizeof(double)));
    }

    // For each output in turn a product down in every layer between the first and the last; of the last layer one row, which scales the seed (one flop a weight).
    private static long NormSweeps(EquatableArray<LayerModel> layers)
    {
        LayerModel top = layers[layers.Count - 1];
        return layers.Count == 1 ? 0 : (top.Outputs * 2 * Between(layers)) + Weights(top);
    }

    // For each output in turn a product down, one up and a sum for the gradient in every layer between the first and the last; of the last layer one row,
    // which scales the seed (one flop a weight), weighs the sum for the gradient, and carries the way up where the output is curved (theory 1.3).
    private static long SeededSweeps(EquatableArray<LayerModel> layers)
    {
        if (layers.Count == 1)
            return 0;
        LayerModel top = layers[layers.Count - 1];
        return (top.Outputs * 3 * 2 * Between(layers)) + (Weights(top) * (top.Activation.IsPiecewiseLinear() ? 3 : 5));
    }

    private static long LaplacianSweeps(EquatableArray<LayerModel> layers, LaplacianPlan laplacian)
    {
        if (laplacian.FirstCurved == 0)
            return 0;
        long upward = 2 * layers.Where(layer => layer.Index > laplacian.FirstCurved).Sum(Weights);
        if (laplacian.IsProbed)
            return upward + (2 * Reached(layers, laplacian));

        // W o W with each curved layer's neighbours below; from each single unit further below a column (one flop a weight) and the layers above it.
        return upward + (2 * Squared(layers, laplacian)) + Columns(layers, laplacian) + (2 * LaplacianPlan.SweepProducts(layers, laplacian.LastCurved));
    }

    // Through every product of the recursion a product down and a sum for the gradient. Single units go up once more first (three times the products that
    // LaplacianSweeps counts), with the column scaled (one flop a weight), its dot product (two) and the sum for its gradient (two).
    private static long LaplacianFeedback(EquatableArray<LayerModel> layers, LaplacianPlan laplacian) => laplacian switch
    {
        { FirstCurved: 0 } => 0,
        { IsProbed: true } => 4 * Reached(layers, laplacian),
        _ => (4 * Squared(layers, laplacian)) + (5 * Columns(layers, laplacian)) + (6 * LaplacianPlan.SweepProducts(layers, laplacian.LastCurved)),
    };

    private static long Between(EquatableArray<LayerModel> layers) => layers.Where(layer => layer.Index > 1 && layer.Index < layers.Count).Sum(Weights);

    // The layers that a probe goes through.
    private static long Reached(EquatableArray<LayerModel> layers, LaplacianPlan laplacian) =>
        layers.Where(layer => layer.Index > 1 && layer.Index <= laplacian.LastCurved).Sum(Weights);

    // The layers whose squared weights the exact diagonals need.
    private static long Squared(EquatableArray<LayerModel> layers, LaplacianPlan laplacian) =>
        layers.Where(layer => layer.Index > 1 && layer.Index <= laplacian.LastCurved && !layer.Activation.IsPiecewiseLinear()).Sum(Weights);

    // The layers of which single units below take a column each.
    private static long Columns(EquatableArray<LayerModel> layers, LaplacianPlan laplacian) =>
        layers.Where(layer => layer.Index > 1 && layer.Index <= laplacian.LastSource + 1).Sum(Weights);

    private static long Weights(LayerModel layer) => (long)layer.Outputs * layer.Inputs;
}
