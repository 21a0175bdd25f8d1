using NoiseRegGen.Generator.Emit.Kernels;
using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;
using NoiseRegGen.Generator.Planning;

namespace NoiseRegGen.Generator.Emit;

/// <summary>Writes <c>P = sum_l s_l q_l</c>: <c>s_l = ||h_{l-1}||^2 + 1</c>, <c>q_l = sum_k ||d yhat_k / d z_l||^2</c>.</summary>
internal static class GradientNormEmitter
{
    internal static void Write(SourceWriter writer, EmitContext context)
    {
        WritePanel(writer, context);
        writer.Line();
        WriteNorms(writer, context);
        writer.Line();
        WriteSeed(writer, context);
        writer.Line();
        WriteTotal(writer, context);
    }

    private static void WritePanel(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        writer.Line("/// <summary>P of a panel's examples, after a forward pass: one sweep down for each output, of which only the squared norms of the deltas are kept.</summary>");
        using (writer.Block($"private static void GradientNormsPanel(ref {real} w, int blocks, ref {real} scratch)"))
        {
            writer.Line("ActivationNorms(blocks, ref scratch);");
            WriteOutputLoop(writer, context, () =>
            {
                WriteTop(writer, context, layer => ForwardEmitter.Gradients(layer));
                for (int l = context.LastLayer.Index - 1; l >= 1; l--)
                {
                    LayerModel layer = context.Layers[l - 1];
                    writer.Line();
                    writer.Line($"// delta{l} = sigma{l}' o a{l}, in place; q{l} += ||delta{l}||^2{(l > 1 ? $"; a{l - 1} = W{l}^T delta{l}" : string.Empty)}.");
                    if (layer.Activation != ActivationKind.Identity)
                    {
                        writer.Line(BackwardEmitter.SlopeSource(context, layer));
                        writer.Line($"{ActivationKernels.TimesSlope(context, layer.Activation)}(ref a{l}, ref {BackwardEmitter.SlopeName(layer)}, ref a{l}, {layer.Outputs} * blocks);");
                    }

                    WriteAddNorm(writer, context, l, $"a{l}", layer.Outputs);
                    if (l > 1)
                    {
                        writer.Line(context.Buffer($"a{l - 1}", ForwardEmitter.Gradients(l - 1), $"{layer.Inputs} x examples"));
                        writer.Line(ProductKernel.MultiplyTransposed(context, layer, $"a{l}", $"a{l - 1}"));
                    }
                }
            });
            writer.Line();
            writer.Line("TotalPenalty(blocks, ref scratch);");
        }
    }

    /// <summary>The loop over the unit seeds <c>e_k</c>; with one output, its body alone.</summary>
    internal static void WriteOutputLoop(SourceWriter writer, EmitContext context, System.Action body)
    {
        if (context.Outputs == 1)
        {
            writer.Line("const int k = 0; // the only output");
            body();
            return;
        }

        using (writer.Block($"for (int k = 0; k < {context.Outputs}; k++)"))
            body();
    }

    /// <summary>The top layer with the unit seed: <c>delta_L</c> has one row that is not 0, so that products with it are rows.</summary>
    internal static void WriteTop(SourceWriter writer, EmitContext context, System.Func<int, string> buffer)
    {
        LayerModel top = context.LastLayer;
        int last = top.Index;
        writer.Line($"// a{last} = e_k, so delta{last} has one row, d = sigma{last}'(z_k); q{last} += d^2{(last > 1 ? $"; a{last - 1} = (row k of W{last}) d" : string.Empty)}.");
        writer.Line(context.Buffer("seed", "Seed", "d, 1 x examples"));
        writer.Line("OutputSeed(k, blocks, ref scratch);");
        WriteAddNorm(writer, context, last, "seed", 1);
        if (last == 1)
            return;
        writer.Line(context.Buffer($"a{last - 1}", buffer(last - 1), $"{top.Inputs} x examples"));
        writer.Line($"{context.Kernels.Require(ScalingKernels.OuterRow)}(ref Refs.Add(ref w, Layout.W{last} + (k * {top.Inputs})), ref seed, ref a{last - 1}, {top.Inputs}, blocks);");
    }

    internal static void WriteAddNorm(SourceWriter writer, EmitContext context, int layer, string delta, int rows) =>
        writer.Line($"{context.Kernels.Require(ReductionKernels.AddSquaredNorms)}(ref {delta}, ref Refs.Add(ref scratch, Layout.Q{layer} * Layout.PanelExamples), {rows}, blocks);");

    private static void WriteNorms(SourceWriter writer, EmitContext context)
    {
        writer.Line("/// <summary>s_l = ||h_{l-1}||^2 + 1 and q_l = 0 for every layer.</summary>");
        using (writer.Block($"private static void ActivationNorms(int blocks, ref {context.Real} scratch)"))
        {
            foreach (LayerModel layer in context.Upward)
            {
                writer.Line(context.Buffer($"h{layer.Index - 1}", $"H{layer.Index - 1}", $"{layer.Inputs} x examples"));
                LocalNoiseEmitter.WriteNorm(writer, context, layer);
                writer.Line($"{context.Kernels.Require(ScalingKernels.Fill)}(ref Refs.Add(ref scratch, Layout.Q{layer.Index} * Layout.PanelExamples), 0, blocks);");
            }
        }
    }

    private static void WriteSeed(SourceWriter writer, EmitContext context)
    {
        LayerModel top = context.LastLayer;
        int last = top.Index;
        writer.Line($"/// <summary>d = sigma{last}'(z_k) of output k, {ActivationKernels.SlopeFormula(top.Activation)}; 0 in idle lanes.</summary>");
        using (writer.Block($"private static void OutputSeed(int k, int blocks, ref {context.Real} scratch)"))
        {
            writer.Line(context.Buffer("live", "Live", "1 x examples"));
            writer.Line(context.Buffer("seed", "Seed", "1 x examples"));
            string copy = context.Kernels.Require(ScalingKernels.CopyRow);
            if (top.Activation == ActivationKind.Identity)
            {
                writer.Line($"{copy}(ref live, ref seed, 1, blocks);");
                return;
            }

            string source = top.Activation.SavesDerivatives() ? $"First{last}" : $"H{last}";
            writer.Line($"{copy}(ref Refs.Add(ref scratch, (Layout.{source} * Layout.PanelExamples) + (k * Layout.Lanes)), ref seed, {context.Outputs}, blocks);");
            writer.Line($"{ActivationKernels.TimesSlope(context, top.Activation)}(ref live, ref seed, ref seed, blocks);");
        }
    }

    private static void WriteTotal(SourceWriter writer, EmitContext context)
    {
        writer.Line("/// <summary>P = sum_l s_l q_l of each example.</summary>");
        using (writer.Block($"private static void TotalPenalty(int blocks, ref {context.Real} scratch)"))
        {
            writer.Line(context.Buffer("penalty", "Penalty", "1 x examples"));
            writer.Line($"{context.Kernels.Require(ScalingKernels.Fill)}(ref penalty, 0, blocks);");
            foreach (LayerModel layer in context.Upward)
                writer.Line($"{context.Kernels.Require(ReductionKernels.AddDots)}(ref Refs.Add(ref scratch, Layout.S{layer.Index} * Layout.PanelExamples), ref Refs.Add(ref scratch, Layout.Q{layer.Index} * Layout.PanelExamples), ref penalty, 1, blocks);");
        }
    }
}
