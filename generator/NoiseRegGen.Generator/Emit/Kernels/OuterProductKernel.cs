using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;
using NoiseRegGen.Generator.Planning;

namespace NoiseRegGen.Generator.Emit.Kernels;

/// <summary>
/// Writes the weight gradient <c>G += E H^T</c>: the sum over the examples of a panel, with lanes over the inputs (H regrouped as
/// [group of inputs][example][lanes]), so that no vector is ever summed across.
/// </summary>
internal static class OuterProductKernel
{
    private const int WidestGroup = 32;

    internal static string Require(EmitContext context, LayerModel layer)
    {
        string name = $"AddOuterProduct{layer.Outputs}x{layer.Inputs}";
        return context.Kernels.Require(name, writer => Write(context, writer, name, layer));
    }

    private static void Write(EmitContext context, SourceWriter writer, string name, LayerModel layer)
    {
        string real = context.Real;
        bool partial = layer.Inputs % WidestGroup != 0;
        writer.Line($"/// <summary>G += E H^T over the examples of a panel: E {layer.Outputs} x examples in lane blocks, H {layer.Inputs} x examples in groups, G {layer.Outputs} x {layer.Inputs}.</summary>");
        writer.Line("/// <remarks>The sums of a tile of G stay in registers over the whole panel and are added to G once.</remarks>");
        using (writer.Block($"internal static void {name}(ref {real} e, ref {real} h, ref {real} g, int examples, int blocks)"))
        using (writer.Block($"for (int column = 0; column < {layer.Inputs}; column += Lanes)"))
        {
            writer.Line($"ref {real} group = ref Unsafe.Add(ref h, column * blocks * Lanes);");
            if (partial)
                writer.Line($"int columns = global::System.Math.Min(Lanes, {layer.Inputs} - column);");
            int row = 0;
            foreach (TileRun run in TilePlanner.Cover(layer.Outputs, 1))
            {
                int end = row + (run.Height * run.Count);
                using (writer.Block($"for (int row = {row}; row < {end}; row += {run.Height})"))
                    WriteTile(context, writer, layer, run.Height, partial);
                row = end;
            }
        }

        if (partial)
            context.Kernels.Require(ReductionKernels.AddLeading);
    }

    private static void WriteTile(EmitContext context, SourceWriter writer, LayerModel layer, int height, bool partial)
    {
        string real = context.Real;
        for (int r = 0; r < height; r++)
            writer.Line($"LaneVector g{r}Low = LaneVector.Zero, g{r}High = LaneVector.Zero;");
        writer.Line($"ref {real} data = ref group;");
        using (writer.Block("for (int block = 0; block < blocks; block++)"))
        {
            writer.Line($"ref {real} error = ref Unsafe.Add(ref e, ((block * {layer.Outputs}) + row) * Lanes);");
            writer.Line("int lanes = global::System.Math.Min(Lanes, examples - (block * Lanes));");
            using (writer.Block("for (int lane = 0; lane < lanes; lane++)"))
            {
                writer.Line("LaneVector low = Simd.LoadUnsafe(ref data);");
                writer.Line("LaneVector high = Simd.LoadUnsafe(ref Unsafe.Add(ref data, LaneVector.Count));");
                for (int r = 0; r < height; r++)
                {
                    writer.Line($"LaneVector e{r} = new({(r == 0 ? "error" : $"Unsafe.Add(ref error, {(r == 1 ? "Lanes" : $"{r} * Lanes")})")});");
                    writer.Line($"g{r}Low = Simd.FusedMultiplyAdd(e{r}, low, g{r}Low);");
                    writer.Line($"g{r}High = Simd.FusedMultiplyAdd(e{r}, high, g{r}High);");
                }

                writer.Line("error = ref Unsafe.Add(ref error, 1);");
                writer.Line("data = ref Unsafe.Add(ref data, Lanes);");
            }
        }

        writer.Line();
        writer.Line($"ref {real} sum = ref Unsafe.Add(ref g, (row * {layer.Inputs}) + column);");
        if (!partial)
        {
            WriteWholeUpdate(writer, layer.Inputs, height);
            return;
        }

        using (writer.Block("if (columns == Lanes)"))
            WriteWholeUpdate(writer, layer.Inputs, height);
        using (writer.Block("else"))
        {
            for (int r = 0; r < height; r++)
                writer.Line($"AddLeading(ref Unsafe.Add(ref sum, {r * layer.Inputs}), g{r}Low, g{r}High, columns);");
        }
    }

    private static void WriteWholeUpdate(SourceWriter writer, int inputs, int height)
    {
        for (int r = 0; r < height; r++)
        {
            string low = r == 0 ? "sum" : $"Unsafe.Add(ref sum, {r * inputs})";
            string high = r == 0 ? "Unsafe.Add(ref sum, LaneVector.Count)" : $"Unsafe.Add(ref sum, {r * inputs} + LaneVector.Count)";
            writer.Line($"Simd.StoreUnsafe(Simd.LoadUnsafe(ref {low}) + g{r}Low, ref {low});");
            writer.Line($"Simd.StoreUnsafe(Simd.LoadUnsafe(ref {high}) + g{r}High, ref {high});");
        }
    }
}
