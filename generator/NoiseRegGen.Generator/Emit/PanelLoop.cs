using System;
using NoiseRegGen.Generator.Emit.Kernels;
using NoiseRegGen.Generator.Infrastructure;

namespace NoiseRegGen.Generator.Emit;

/// <summary>Writes the loop that every operation shares: a batch taken a panel of lane blocks at a time.</summary>
internal static class PanelLoop
{
    /// <summary>The loop; its body finds <c>rows</c>, <c>examples</c>, <c>blocks</c> and the panel's inputs in lane blocks.</summary>
    internal static void Write(SourceWriter writer, EmitContext context, Action body, string capacity = "Layout.PanelExamples")
    {
        using (writer.Block("for (int first = 0, examples; first < batch; first += examples)"))
        {
            writer.Line($"examples = global::System.Math.Min({capacity}, batch - first);");
            writer.Line("int blocks = (examples + Layout.Lanes - 1) / Layout.Lanes;");
            writer.Line($"ref {context.Real} rows = ref Refs.Add(ref x, first * {context.Inputs});");
            writer.Line("LoadPanel(ref rows, examples, blocks, ref scratch);");
            body();
        }
    }

    /// <summary>The method that brings a panel's inputs into lane blocks.</summary>
    internal static void WriteLoad(SourceWriter writer, EmitContext context)
    {
        writer.Line($"/// <summary>Brings the rows of a panel, examples x {context.Inputs}, into lane blocks, {context.Inputs} x examples; idle lanes repeat the last row. Derivatives start as 0 there and stay 0 on the way, so sums over lanes need no mask.</summary>");
        using (writer.Block($"private static void LoadPanel(ref {context.Real} rows, int examples, int blocks, ref {context.Real} scratch)"))
        {
            writer.Line($"LaneBlocks.Load(ref rows, examples, {context.Inputs}, ref Refs.Add(ref scratch, Layout.H0 * Layout.PanelExamples));");
            writer.Line($"{context.Kernels.Require(ScalingKernels.MarkLive)}(ref Refs.Add(ref scratch, Layout.Live * Layout.PanelExamples), examples, blocks);");
        }
    }
}
