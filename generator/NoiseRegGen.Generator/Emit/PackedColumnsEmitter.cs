using NoiseRegGen.Generator.Emit.Kernels;
using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;
using NoiseRegGen.Generator.Planning;

namespace NoiseRegGen.Generator.Emit;

/// <summary>Writes what brings the columns of large weight matrices into the order in which <c>W^T E</c> reads them, once for all panels and outputs of a call.</summary>
internal static class PackedColumnsEmitter
{
    /// <summary>The call, where a sweep begins: the copies of the call before are of no use, the parameters being the caller's to change.</summary>
    internal static void WriteCall(SourceWriter writer, EmitContext context, string weights = "ref w", string examples = "batch")
    {
        if (context.PacksColumns)
            writer.Line($"PackColumns({weights}, {examples}, ref scratch);");
    }

    internal static void Write(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        writer.Line("/// <summary>");
        writer.Line("/// Packs the columns of large W_l for the products W_l^T dz_l, behind the workspace's rows: [tile of columns][unit][column]. They are those of this w until the next");
        writer.Line("/// call of this method, so each sweep begins with it. Products of fewer blocks than these examples need read W_l itself.");
        writer.Line("/// </summary>");
        using (writer.Block($"private static void PackColumns(ref {real} w, int examples, ref {real} scratch)"))
        {
            writer.Line($"if (examples <= {ProductPlan.BlocksForColumns - 1} * Layout.Lanes)");
            writer.Line("    return;");
            foreach (LayerModel layer in context.Upward)
            {
                if (context.Plan.Workspace.Columns[layer.Index] >= 0)
                    writer.Line(ProductKernel.PackColumns(context, layer));
            }
        }
    }

    /// <summary>Whether the first panel of a batch has enough blocks for products with packed columns; no later one has more.</summary>
    internal static string Pays(string examples) => $"({examples} > {ProductPlan.BlocksForColumns - 1} * Layout.Lanes)";
}
