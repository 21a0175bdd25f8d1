using System.Linq;
using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;
using NoiseRegGen.Generator.Planning;

namespace NoiseRegGen.Generator.Emit.Kernels;

/// <summary>Writes the body of <c>z = W x + b</c> for a single example: W goes through the registers in tiles, four at a time.</summary>
internal static class WeightTileKernel
{
    private const int Tiles = SingleExamplePlan.Tiles;

    internal static void Write(SourceWriter writer, EmitContext context, LayerModel layer)
    {
        var plan = SingleExamplePlan.For(layer, context.Plan.Network.Scalar);
        if (plan.MayNotFillVector)
            WriteFewRows(writer, context, layer);
        writer.Line($"int last = {layer.Outputs} - LaneVector.Count; // rows beyond it are done twice, to the same bits");
        if (plan.Staggered)
            WriteStaggered(writer, context, layer);
        else
            WriteSideBySide(writer, context, layer, plan);
    }

    private static void WriteSideBySide(SourceWriter writer, EmitContext context, LayerModel layer, SingleExamplePlan plan)
    {
        using (writer.Block($"for (int row = 0; row < {layer.Outputs}; row += {Tiles} * LaneVector.Count)"))
        {
            for (int v = 0; v < Tiles; v++)
                writer.Line($"int row{v} = global::System.Math.Min({Offset("row", v, "+")}, last);");
            for (int v = 0; v < Tiles; v++)
                writer.Line($"ref {context.Real} w{v} = ref Refs.Add(ref w, row{v} * {layer.Inputs});");
            for (int v = 0; v < Tiles; v++)
                writer.Line($"LaneVector z{v} = Simd.LoadUnsafe(ref Refs.Add(ref b, row{v}));");
            WriteColumns(writer, layer, plan);
            for (int v = 0; v < Tiles; v++)
                writer.Line($"Simd.StoreUnsafe(z{v}, ref Refs.Add(ref z, row{v}));");
        }
    }

    private static void WriteColumns(SourceWriter writer, LayerModel layer, SingleExamplePlan plan)
    {
        if (plan.Columns > 0)
        {
            using (writer.Block($"for (nint k = 0; k < {plan.Columns}; k += WeightTile.Columns)"))
                writer.Line($"WeightTile.MultiplyAdd({Arguments(layer, "k", "0")}, 0);");
            if (plan.LastColumns > 0)
                writer.Line($"WeightTile.MultiplyAdd({Arguments(layer, $"{layer.Inputs - SingleExamplePlan.TileColumns}", "0")}, {SingleExamplePlan.TileColumns - plan.LastColumns});");
            return;
        }

        using (writer.Block($"for (nint k = 0; k < {layer.Inputs}; k++)"))
            writer.Line($"WeightTile.MultiplyAddColumn({Arguments(layer, "k", "0")});");
    }

    // One vector of rows enters in each round and goes through four quarters of the columns in as many rounds, behind three others.
    private static void WriteStaggered(SourceWriter writer, EmitContext context, LayerModel layer)
    {
        int quarter = layer.Inputs / Tiles;
        writer.Line("// Rows this far apart share few sets of the first-level cache, so four vectors of rows go through it a quarter of the columns apart.");
        writer.Line("LaneVector z0 = LaneVector.Zero, z1 = LaneVector.Zero, z2 = LaneVector.Zero;");
        using (writer.Block($"for (int row = 0; row < {layer.Outputs} + ({Tiles - 1} * LaneVector.Count); row += LaneVector.Count)"))
        {
            for (int v = 0; v < Tiles; v++)
                writer.Line($"int row{v} = global::System.Math.Clamp({Offset("row", v, "-")}, 0, last);");
            for (int v = 0; v < Tiles; v++)
                writer.Line($"ref {context.Real} w{v} = ref Refs.Add(ref w, (row{v} * {layer.Inputs}){(v == 0 ? string.Empty : $" + {v * quarter}")});");
            writer.Line("LaneVector z3 = z2;");
            writer.Line("z2 = z1;");
            writer.Line("z1 = z0;");
            writer.Line("z0 = Simd.LoadUnsafe(ref Refs.Add(ref b, row0));");
            using (writer.Block($"for (nint k = 0; k < {quarter}; k += WeightTile.Columns)"))
                writer.Line($"WeightTile.MultiplyAdd({Arguments(layer, "k", $"{quarter}")}, 0);");
            using (writer.Block($"if (row >= {Tiles - 1} * LaneVector.Count)"))
                writer.Line("Simd.StoreUnsafe(z3, ref Refs.Add(ref z, row3));");
        }
    }

    private static string Arguments(LayerModel layer, string k, string phase)
    {
        string weights = string.Join(", ", Enumerable.Range(0, Tiles).Select(v => $"ref Refs.Add(ref w{v}, {k})"));
        string sums = string.Join(", ", Enumerable.Range(0, Tiles).Select(v => $"ref z{v}"));
        return $"{weights}, {layer.Inputs}, ref Refs.Add(ref x, {k}), {phase}, {sums}";
    }

    private static string Offset(string row, int vector, string sign) =>
        vector switch { 0 => row, 1 => $"{row} {sign} LaneVector.Count", _ => $"{row} {sign} ({vector} * LaneVector.Count)" };

    // Fewer rows than lanes: one at a time.
    private static void WriteFewRows(SourceWriter writer, EmitContext context, LayerModel layer)
    {
        using (writer.Block($"if (LaneVector.Count > {layer.Outputs})"))
        {
            using (writer.Block($"for (int row = 0; row < {layer.Outputs}; row++)"))
            {
                writer.Line($"{context.Real} sum = Refs.Add(ref b, row);");
                using (writer.Block($"for (int k = 0; k < {layer.Inputs}; k++)"))
                    writer.Line($"sum = {context.Real}.FusedMultiplyAdd(Refs.Add(ref w, (row * {layer.Inputs}) + k), Refs.Add(ref x, k), sum);");
                writer.Line("Refs.Add(ref z, row) = sum;");
            }

            writer.Line();
            writer.Line("return;");
        }

        writer.Line();
    }
}
