using System.Globalization;
using System.Linq;
using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;
using NoiseRegGen.Generator.Planning;

namespace NoiseRegGen.Generator.Emit;

/// <summary>Writes into the class's remarks what the passes cost: flops, memory, tiles.</summary>
internal static class CostEmitter
{
    internal static void Write(SourceWriter writer, EmitContext context)
    {
        var cost = CostPlan.For(context.Plan);
        writer.Line("/// <para>Flops for one example of a large batch, in the products with weights and the sums for their gradients (a multiply-add is two; activations, norms and random draws come on top):</para>");
        writer.Line("/// <code>");
        WriteRow(writer, "Forward, Loss", cost.Forward, string.Empty);
        WriteRow(writer, "Gradient", cost.Gradient, string.Empty);
        WriteRow(writer, "NoisyGradient", cost.Gradient, "   local noise, one sign");
        string norms = context.Outputs == 1 ? string.Empty : $"   exact, {context.Outputs} outputs in turn";
        string laplacian = context.Plan.Laplacian.FirstCurved == 0 ? "   T = 0, no layer is curved" : context.Plan.Laplacian.IsProbed ? "   T by one probe" : "   T exact";
        WriteRow(writer, "SquaredGradientNorms", cost.Norms, norms);
        WriteRow(writer, "PenalizedGradient", cost.Penalized, norms);
        WriteRow(writer, "Laplacians", cost.Laplacians, laplacian);
        WriteRow(writer, "ExpandNoise", cost.Expansion, laplacian);
        WriteRow(writer, "CorrectedGradient", cost.Corrected, laplacian);
        writer.Line("/// </code>");
        string columns = cost.ColumnBytes == 0 ? string.Empty : $" Behind them it has {Number(cost.ColumnBytes)} bytes at any width for the columns of large matrices.";
        writer.Line($"/// <para>A workspace has {Number(cost.RowBytes)} bytes with vectors of {CostPlan.VectorBits} bits, and in proportion to their width: {Number(context.Plan.Workspace.Rows)} rows of {context.Plan.PanelBlocks} lane blocks of two vectors.{columns} What rare operations need beyond it is grown on their first call.</para>");
        WriteTiles(writer, context);
    }

    private static void WriteRow(SourceWriter writer, string operation, long flops, string remark) =>
        writer.Line($"/// {operation,-20} {Number(flops),16}{remark}");

    private static void WriteTiles(SourceWriter writer, EmitContext context)
    {
        writer.Line("/// <para>Register tiles, their number x rows of the result, each two vectors wide:</para>");
        writer.Line("/// <code>");
        writer.Line("/// layer  up, W_l h_{l-1}         down, W_l^T dz_l");
        foreach (LayerModel layer in context.Upward)
            writer.Line($"/// {layer.Index,-6} {Tiles(ProductPlan.Forward(layer)),-22} {Tiles(ProductPlan.Transposed(layer))}");
        writer.Line("/// </code>");
    }

    private static string Tiles(ProductPlan plan) => string.Join(
        " + ",
        plan.Runs.Select(static run => $"{run.Count} x {run.Height}{(run.Splits > 1 ? $", sums in {run.Splits} parts" : string.Empty)}"));

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
