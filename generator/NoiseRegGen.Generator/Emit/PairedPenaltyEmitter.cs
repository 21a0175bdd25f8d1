using System.Linq;
using NoiseRegGen.Generator.Emit.Kernels;
using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;

namespace NoiseRegGen.Generator.Emit;

/// <summary>
/// Writes the penalised gradient of a few examples with several outputs. One output after another would leave most lanes idle in each sweep; so each
/// (example, output) pair is a lane, with a seed of its own. All that pass 4 adds up is linear in the pairs, so the loss rides in one pair of each example.
/// </summary>
internal static class PairedPenaltyEmitter
{
    internal static void Write(SourceWriter writer, EmitContext context)
    {
        WriteSweep(writer, context);
        writer.Line();
        WritePanel(writer, context);
    }

    private static void WriteSweep(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        int outputs = context.Outputs;
        writer.Line($"/// <summary>The penalised sweep of a few examples: lane p is output p mod {outputs} of example p / {outputs}; the loss counts in the lanes of output 0.</summary>");
        using (writer.Block($"private static (double Loss, double Penalty) PenalizeFew(ref {real} w, ref {real} x, ref {real} target, int batch, {real} strength, ref {real} gradient, ref {real} scratch)"))
        {
            writer.Line($"int pairs = batch * {outputs};");
            writer.Line("int blocks = (pairs + Layout.Lanes - 1) / Layout.Lanes;");
            writer.Line(context.Buffer("rows", "Repeated", $"pairs x {context.Inputs}"));
            writer.Line($"ref {real} targets = ref Refs.Add(ref rows, pairs * {context.Inputs}); // pairs x {outputs}");
            string repeat = context.Kernels.Require(ScalingKernels.RepeatRows);
            writer.Line($"{repeat}(ref x, ref rows, batch, {context.Inputs}, {outputs});");
            writer.Line($"{repeat}(ref target, ref targets, batch, {outputs}, {outputs});");
            PackedColumnsEmitter.WriteCall(writer, context, examples: "pairs");
            writer.Line("LoadPanel(ref rows, pairs, blocks, ref scratch);");
            writer.Line($"{ForwardEmitter.Propagate(context, 2)}(ref w, ref scratch, blocks);");
            writer.Line();
            writer.Line(context.Buffer("live", "Live", "1 in the lanes of output 0"));
            writer.Line(context.Buffer("seeds", $"A{context.LastLayer.Index}", $"a{context.LastLayer.Index} = e_k of each pair, {outputs} x pairs"));
            writer.Line($"{context.Kernels.Require(ScalingKernels.SeedPairs)}(ref seeds, ref live, pairs, {outputs}, blocks);");
            writer.Line($"double loss = ResidualPanel(ref targets, pairs, blocks, ({real})2 / batch, ref scratch);");
            writer.Line("return (loss, PenaltyOfSeeds(ref w, ref rows, pairs, blocks, strength, fresh: true, ref gradient, ref scratch));");
        }
    }

    private static void WritePanel(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        int last = context.LastLayer.Index;
        writer.Line("/// <summary>Passes 2 to 4 with one seed a_L for each lane; the gradient is added to, or overwritten if fresh, the sum of the seeds' P returned.</summary>");
        using (writer.Block($"private static double PenaltyOfSeeds(ref {real} w, ref {real} rows, int examples, int blocks, {real} strength, bool fresh, ref {real} gradient, ref {real} scratch)"))
        {
            OuterProductKernel.WriteGroups(writer, context, context.Upward.Where(layer => layer.Index > 1), "the rows alpha of one layer");
            writer.Line("ActivationNorms(blocks, ref scratch);");
            writer.Line();
            writer.Line("// Pass 2, down: a_l = d yhat_k / d h_l, delta_l = d yhat_k / d z_l.");
            writer.Line(context.Buffer($"a{last}", $"A{last}", $"{context.Outputs} x pairs"));
            foreach (LayerModel layer in context.Downward)
                PenaltySweepEmitter.WriteDelta(writer, context, layer);
            foreach (LayerModel layer in context.Upward)
                WriteUp(writer, context, layer);
            PenaltySweepEmitter.WriteFinish(writer);
        }
    }

    // The output layer's gamma serves its curvature alone.
    private static void WriteUp(SourceWriter writer, EmitContext context, LayerModel layer)
    {
        bool top = layer.Index == context.LastLayer.Index;
        if (!top || PenaltySweepEmitter.Curved(layer))
            PenaltySweepEmitter.WriteGamma(writer, context, layer, accumulate: false);
        if (layer.Index > 1)
            PenaltySweepEmitter.WriteDeltaAlpha(writer, context, layer, "fresh");
    }
}
