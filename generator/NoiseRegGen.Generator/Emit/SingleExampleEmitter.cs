using NoiseRegGen.Generator.Emit.Kernels;
using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;
using NoiseRegGen.Generator.Planning;

namespace NoiseRegGen.Generator.Emit;

/// <summary>Writes the passes of a batch of one, which would leave all lanes of a block but one idle: lanes run over units instead.</summary>
internal static class SingleExampleEmitter
{
    /// <summary>What stands at the end of the forward pass's file.</summary>
    internal static void WriteForwardPasses(SourceWriter writer, EmitContext context)
    {
        WriteHeading(writer);
        WriteForward(writer, context);
        writer.Line();
        WritePropagate(writer, context);
        writer.Line();
        WriteResidual(writer, context);
    }

    /// <summary>What stands at the end of the backward pass's file.</summary>
    internal static void WriteBackwardPasses(SourceWriter writer, EmitContext context)
    {
        WriteHeading(writer);
        WriteGradient(writer, context);
        writer.Line();
        WriteBackpropagate(writer, context);
    }

    /// <summary>Tells the passes of one example from those of a panel, which stand before them in each file.</summary>
    internal static void WriteHeading(SourceWriter writer)
    {
        writer.Line();
        writer.Line("// A batch of one: lanes over units instead of examples, every sum in the same order, so the same bits.");
        writer.Line();
    }

    private static void WriteForward(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        writer.Line("/// <summary>The forward pass of one example: two buffers serve the layers in turn, padded to whole lane blocks. The same bits as in a batch.</summary>");
        using (writer.Block($"private static void ForwardSingle(ref {real} w, ref {real} x, ref {real} y, ref {real} scratch)"))
        {
            writer.Line($"ref {real} odd = ref scratch; // h of odd layers");
            writer.Line($"ref {real} even = ref Refs.Add(ref scratch, Layout.WholeBlocks({context.Plan.ForwardRows.Odd}) * Layout.Lanes); // h of even layers");
            foreach (LayerModel layer in context.Upward)
            {
                int l = layer.Index;
                string from = l == 1 ? "x" : l % 2 == 0 ? "odd" : "even";
                string to = l % 2 == 0 ? "even" : "odd";
                ForwardEmitter.WriteLayerComment(writer, layer, $"{layer.Outputs}");
                writer.Line($"{SingleExampleKernels.MatrixVector(context, layer)}({context.LayerWeights(layer)}, {context.LayerBiases(layer)}, ref {from}, ref {to});");
                if (ActivationKernels.Apply(context, layer.Activation) is { } apply)
                    writer.Line($"{apply}(ref {to}, Layout.WholeBlocks({layer.Outputs}));");
            }

            string result = context.LastLayer.Index % 2 == 0 ? "even" : "odd";
            writer.Line();
            writer.Line($"RefSpans.CreateSpan(ref {result}, {context.Outputs}).CopyTo(RefSpans.CreateSpan(ref y, {context.Outputs}));");
        }
    }

    private static void WriteGradient(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        writer.Line("/// <summary>J and its gradient for one example.</summary>");
        using (writer.Block($"private static {real} GradientSingle(ref {real} w, ref {real} x, ref {real} target, ref {real} gradient, ref {real} scratch)"))
        {
            writer.Line("PropagateSingle(ref w, ref x, ref scratch);");
            writer.Line("double sum = ResidualSingle(ref target, 2, ref scratch);");
            writer.Line("BackpropagateSingle(ref w, ref x, ref gradient, add: false, ref scratch);");
            writer.Line($"return ({real})sum;");
        }
    }

    private static void WritePropagate(SourceWriter writer, EmitContext context)
    {
        string kept = context.SavesDerivatives ? ", and sigma_l'(z_l) where it does not follow from h_l" : string.Empty;
        writer.Line($"/// <summary>The forward pass of one example, keeping every h_l{kept}.</summary>");
        using (writer.Block($"private static void PropagateSingle(ref {context.Real} w, ref {context.Real} x, ref {context.Real} scratch)"))
        {
            foreach (LayerModel layer in context.Upward)
            {
                ForwardEmitter.WriteLayerComment(writer, layer, $"{layer.Outputs}");
                WriteAffine(writer, context, layer);
                ForwardEmitter.WriteActivation(writer, context, layer, order: 1, rows: WholeBlocks(layer));
            }
        }
    }

    /// <summary><c>z_l = W_l h_{l-1} + b_l</c> in the place of <c>h_l</c>.</summary>
    internal static void WriteAffine(SourceWriter writer, EmitContext context, LayerModel layer)
    {
        int l = layer.Index;
        writer.Line(context.Buffer($"h{l}", $"H{l}", $"{layer.Outputs}"));
        writer.Line($"{SingleExampleKernels.MatrixVector(context, layer)}({context.LayerWeights(layer)}, {context.LayerBiases(layer)}, ref {Below(l)}, ref h{l});");
    }

    /// <summary>What layer <paramref name="layer"/> reads: the caller's x, or the layer below.</summary>
    internal static string Below(int layer) => layer == 1 ? "x" : $"h{layer - 1}";

    /// <summary>The rows of lanes that one example's units take.</summary>
    internal static string WholeBlocks(LayerModel layer) => $"Layout.WholeBlocks({layer.Outputs})";

    private static void WriteResidual(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        int last = context.LastLayer.Index;
        writer.Line($"/// <summary>Puts dh{last} = scale (yhat - y) of one example in place, and returns the sum over outputs of (yhat - y)^2.</summary>");
        using (writer.Block($"private static double ResidualSingle(ref {real} target, {real} scale, ref {real} scratch)"))
        {
            writer.Line(context.Buffer("yhat", $"H{last}", $"{context.Outputs}"));
            writer.Line(context.Buffer($"dh{last}", ForwardEmitter.Gradients(last), $"{context.Outputs}"));
            writer.Line("double sum = 0;");
            using (writer.Block($"for (int k = 0; k < {context.Outputs}; k++)"))
            {
                writer.Line($"{real} residual = Refs.Add(ref yhat, k) - Refs.Add(ref target, k);");
                writer.Line("sum += (double)residual * residual;");
                writer.Line($"Refs.Add(ref dh{last}, k) = scale * residual;");
            }

            writer.Line("return sum;");
        }
    }

    private static void WriteBackpropagate(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        writer.Line("/// <summary>From the derivative of the outputs, in its place, down to the gradient of one example, which is overwritten or added to.</summary>");
        using (writer.Block($"private static void BackpropagateSingle(ref {real} w, ref {real} x, ref {real} gradient, bool add, ref {real} scratch)"))
        {
            foreach (LayerModel layer in context.Downward)
            {
                WriteLayerGradient(writer, context, layer);
                if (layer.Index > 1)
                    WriteTransposed(writer, context, layer);
            }
        }
    }

    /// <summary><c>dz_l = dh_l o sigma_l'</c>, <c>dW_l = dz_l h_{l-1}^T</c>, <c>db_l = dz_l</c>.</summary>
    internal static void WriteLayerGradient(SourceWriter writer, EmitContext context, LayerModel layer)
    {
        int l = layer.Index;
        BackwardEmitter.WriteSlope(writer, context, layer, $"{layer.Outputs}", WholeBlocks(layer));
        string below = l == 1 ? "ref x" : $"ref Refs.Add(ref scratch, Layout.H{l - 1} * Layout.PanelExamples)";
        writer.Line();
        writer.Line($"// dW{l} = dz{l} h{l - 1}^T, {layer.Outputs} x {layer.Inputs}; db{l} = dz{l}.");
        writer.Line($"{context.Kernels.Require(SingleExampleKernels.LayerGradient)}(ref dz{l}, {below}, {context.LayerWeights(layer, "gradient")}, {context.LayerBiases(layer, "gradient")}, {layer.Outputs}, {layer.Inputs}, add);");
    }

    /// <summary><c>dh_{l-1} = W_l^T dz_l</c>.</summary>
    private static void WriteTransposed(SourceWriter writer, EmitContext context, LayerModel layer)
    {
        int l = layer.Index;
        writer.Line();
        writer.Line($"// dh{l - 1} = W{l}^T dz{l}; {layer.Inputs}.");
        writer.Line(context.Buffer($"dh{l - 1}", ForwardEmitter.Gradients(l - 1), $"{layer.Inputs}"));
        writer.Line(MultiplyTransposed(context, layer));
    }

    internal static string MultiplyTransposed(EmitContext context, LayerModel layer) =>
        $"{SingleExampleKernels.TransposedMatrixVector(context, layer)}({context.LayerWeights(layer)}, ref dz{layer.Index}, ref dh{layer.Index - 1});";
}
