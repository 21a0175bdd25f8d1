using System;
using System.Collections.Generic;
using System.Linq;
using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;
using NoiseRegGen.Generator.Planning;

namespace NoiseRegGen.Generator.Emit.Kernels;

/// <summary>
/// Writes the weight gradient <c>G += E H^T</c>: the sum over the examples of a panel, with lanes over the inputs (H regrouped as
/// [group of inputs][example][lanes]), so that no vector is summed across; the few rows or columns that would leave its vectors idle as inner products.
/// </summary>
internal static class OuterProductKernel
{
    /// <summary>A view named <c>groups</c>, where one of these layers' weight gradients regroups H.</summary>
    internal static void WriteGroups(SourceWriter writer, EmitContext context, IEnumerable<LayerModel> layers, string meaning)
    {
        if (layers.Any(layer => Plan(context, layer).Grouped > 0))
            writer.Line(context.Buffer("groups", "Groups", $"{meaning}, lanes over features"));
    }

    /// <summary>
    /// <c>G += E H^T</c>, with H in lane blocks, at <paramref name="h"/>; where <paramref name="fresh"/> holds, G is overwritten. <paramref name="regroup"/> puts H
    /// into <c>groups</c>, if not the lane blocks.
    /// </summary>
    internal static void WriteAdd(SourceWriter writer, EmitContext context, LayerModel layer, string e, string h, string g, string fresh, string? regroup = null)
    {
        int grouped = Plan(context, layer).Grouped;
        if (grouped > 0)
        {
            writer.Line(regroup ?? $"LaneBlocks.Transpose({h}, blocks, {layer.Inputs}, ref groups);");
            string name = $"AddOuterProduct{layer.Outputs}x{layer.Inputs}{(grouped < layer.Inputs ? $"To{grouped}" : string.Empty)}";
            string call = context.Kernels.Require(name, kernel => Write(context, kernel, name, layer));
            string strip = ProductPlan.PacksErrors(layer) ? ", ref Refs.Add(ref scratch, Layout.Strip * Layout.PanelExamples)" : string.Empty;
            writer.Line($"{call}(ref {e}, ref groups, {g}{strip}, examples, blocks, {fresh});");
        }

        if (grouped < layer.Inputs)
            writer.Line($"{InnerProductKernel.Add(context, layer.Outputs, layer.Inputs, grouped)}(ref {e}, {h}, {g}, blocks, {fresh});");
    }

    private static WeightGradientPlan Plan(EmitContext context, LayerModel layer) => WeightGradientPlan.For(layer, context.Plan.Network.Scalar);

    private static void Write(EmitContext context, SourceWriter writer, string name, LayerModel layer)
    {
        string real = context.Real;
        int grouped = Plan(context, layer).Grouped;
        bool partial = grouped % WorkspacePlanner.LargestGroup != 0;
        string columns = grouped == layer.Inputs ? string.Empty : $", the first {grouped} columns";
        writer.Line($"/// <summary>G += E H^T over the examples of a panel: E {layer.Outputs} x examples in lane blocks, H {layer.Inputs} x examples in groups, G {layer.Outputs} x {layer.Inputs}{columns}, overwritten if fresh.</summary>");
        bool packs = ProductPlan.PacksErrors(layer);
        string packing = packs ? " The rows of E that a tile reads are packed first: their numbers for one example follow one another." : string.Empty;
        writer.Line($"/// <remarks>The sums of a tile of G stay in registers over the whole panel and are added to G once, or to 0 if fresh.{packing}</remarks>");
        writer.Line(KernelSet.Attribute);
        using (writer.Block($"internal static void {name}(ref {real} e, ref {real} h, ref {real} g, {(packs ? $"ref {real} strip, " : string.Empty)}int examples, int blocks, bool fresh)"))
        {
            // A large G is walked along its rows, so that its lines come one after another; a small one stays in the cache anyway.
            if (ProductPlan.Large(layer))
                WriteRuns(writer, layer, run => WriteRowOfTiles(context, writer, layer, run.Height, partial));
            else
                WriteColumns(writer, layer, () => WriteRuns(writer, layer, run => WriteTiles(context, writer, layer, run.Height, partial)), context, partial);
        }

        if (partial)
            context.Kernels.Require(ReductionKernels.AddLeading);
    }

    private static void WriteRowOfTiles(EmitContext context, SourceWriter writer, LayerModel layer, int height, bool partial)
    {
        if (ProductPlan.PacksErrors(layer))
            writer.Line($"LaneBlocks.PackRows(ref Refs.Add(ref e, row * Lanes), {layer.Outputs}, {layer.Outputs} - row, {height}, blocks, ref strip);");
        WriteColumns(writer, layer, () => WriteTiles(context, writer, layer, height, partial), context, partial);
    }

    private static void WriteColumns(SourceWriter writer, LayerModel layer, Action body, EmitContext context, bool partial)
    {
        using (writer.Block($"for (int column = 0; column < {Plan(context, layer).Grouped}; column += Lanes)"))
        {
            writer.Line($"ref {context.Real} group = ref Refs.Add(ref h, column * blocks * Lanes);");
            if (partial)
                writer.Line($"int columns = global::System.Math.Min(Lanes, {Plan(context, layer).Grouped} - column);");
            body();
        }
    }

    private static void WriteRuns(SourceWriter writer, LayerModel layer, Action<TileRun> body)
    {
        int row = 0;
        foreach (TileRun run in TilePlanner.Cover(layer.Outputs, 1))
        {
            int end = row + (run.Height * run.Count);
            using (writer.Block($"for (int row = {row}; row < {end}; {(run.Height == 1 ? "row++" : $"row += {run.Height}")})"))
                body(run);
            row = end;
        }
    }

    // Where the last group of inputs may fill at most one of its two vectors, that one alone is computed.
    private static void WriteTiles(EmitContext context, SourceWriter writer, LayerModel layer, int height, bool partial)
    {
        if (!ProductPlan.MayEndInHalfGroup(Plan(context, layer).Grouped, context.Plan.Network.Scalar))
        {
            WriteTile(context, writer, layer, height, partial, both: true);
            return;
        }

        using (writer.Block("if (columns > LaneVector.Count)"))
            WriteTile(context, writer, layer, height, partial, both: true);
        using (writer.Block("else"))
            WriteTile(context, writer, layer, height, partial, both: false);
    }

    private static void WriteTile(EmitContext context, SourceWriter writer, LayerModel layer, int height, bool partial, bool both)
    {
        string real = context.Real;
        for (int r = 0; r < height; r++)
            writer.Line($"LaneVector g{r}Low = LaneVector.Zero{(both ? $", g{r}High = LaneVector.Zero" : string.Empty)};");
        writer.Line($"ref {real} data = ref group;");
        if (ProductPlan.PacksErrors(layer))
        {
            writer.Line($"ref {real} error = ref strip;");
            using (writer.Block("for (int example = 0; example < examples; example++)"))
                WriteStep(writer, height, both, packed: true);
        }
        else
        {
            using (writer.Block("for (int block = 0; block < blocks; block++)"))
            {
                writer.Line($"ref {real} error = ref Refs.Add(ref e, ((block * {layer.Outputs}) + row) * Lanes);");
                writer.Line("int lanes = global::System.Math.Min(Lanes, examples - (block * Lanes));");
                using (writer.Block("for (int lane = 0; lane < lanes; lane++)"))
                    WriteStep(writer, height, both, packed: false);
            }
        }

        writer.Line();
        writer.Line($"ref {real} sum = ref Refs.Add(ref g, (row * {layer.Inputs}) + column);");
        if (!partial)
        {
            WriteWholeUpdate(writer, layer.Inputs, height, both);
            return;
        }

        using (writer.Block(both ? "if (columns == Lanes)" : "if (columns == LaneVector.Count)"))
            WriteWholeUpdate(writer, layer.Inputs, height, both);
        using (writer.Block("else"))
        {
            for (int r = 0; r < height; r++)
                writer.Line($"AddLeading(ref Refs.Add(ref sum, {r * layer.Inputs}), g{r}Low, {(both ? $"g{r}High" : "LaneVector.Zero")}, columns, fresh);");
        }
    }

    private static void WriteStep(SourceWriter writer, int height, bool both, bool packed)
    {
        writer.Line("LaneVector low = Simd.LoadUnsafe(ref data);");
        if (both)
            writer.Line("LaneVector high = Simd.LoadUnsafe(ref Refs.Add(ref data, LaneVector.Count));");
        for (int r = 0; r < height; r++)
        {
            string offset = packed ? $"{r}" : r == 1 ? "Lanes" : $"{r} * Lanes";
            writer.Line($"LaneVector e{r} = new({(r == 0 ? "error" : $"Refs.Add(ref error, {offset})")});");
            writer.Line($"g{r}Low = Simd.FusedMultiplyAdd(e{r}, low, g{r}Low);");
            if (both)
                writer.Line($"g{r}High = Simd.FusedMultiplyAdd(e{r}, high, g{r}High);");
        }

        writer.Line($"error = ref Refs.Add(ref error, {(packed ? "LaneBlocks.PackedRows" : "1")});");
        writer.Line("data = ref Refs.Add(ref data, Lanes);");
    }

    // One branch for each tile, not for each store; a G that is not in the cache is not waited for where nothing is read of it. A sum from 0 stays one:
    // it turns -0 into 0, as it does in every panel.
    private static void WriteWholeUpdate(SourceWriter writer, int inputs, int height, bool both)
    {
        using (writer.Block("if (fresh)"))
            WriteWholeSums(writer, inputs, height, both, _ => "LaneVector.Zero");
        using (writer.Block("else"))
            WriteWholeSums(writer, inputs, height, both, place => $"Simd.LoadUnsafe(ref {place})");
    }

    private static void WriteWholeSums(SourceWriter writer, int inputs, int height, bool both, Func<string, string> before)
    {
        for (int r = 0; r < height; r++)
        {
            string low = r == 0 ? "sum" : $"Refs.Add(ref sum, {r * inputs})";
            string high = r == 0 ? "Refs.Add(ref sum, LaneVector.Count)" : $"Refs.Add(ref sum, {r * inputs} + LaneVector.Count)";
            writer.Line($"Simd.StoreUnsafe({before(low)} + g{r}Low, ref {low});");
            if (both)
                writer.Line($"Simd.StoreUnsafe({before(high)} + g{r}High, ref {high});");
        }
    }
}
