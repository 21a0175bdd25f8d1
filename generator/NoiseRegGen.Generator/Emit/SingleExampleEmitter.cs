using NoiseRegGen.Generator.Emit.Kernels;
using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;
using NoiseRegGen.Generator.Planning;

namespace NoiseRegGen.Generator.Emit;

/// <summary>Writes the passes of a batch of one, which would leave all lanes of a block but one idle: lanes run over units instead.</summary>
internal static class SingleExampleEmitter
{
    internal static GeneratedFile Write(EmitContext context) =>
        SourceFile.Write(context, "SingleExample", "The forward pass and the gradient of a batch of one, with lanes over units.", null, string.Empty, writer =>
        {
            WriteForward(writer, context);
            writer.Line();
            WriteGradient(writer, context);
            writer.Line();
            WriteBackpropagate(writer, context);
        });

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
        int last = context.LastLayer.Index;
        writer.Line($"/// <summary>J and its gradient for one example: the forward pass, dh{last} = 2 (yhat - y), the backward pass.</summary>");
        using (writer.Block($"private static {real} GradientSingle(ref {real} w, ref {real} x, ref {real} target, ref {real} gradient, ref {real} scratch)"))
        {
            foreach (LayerModel layer in context.Upward)
            {
                int l = layer.Index;
                ForwardEmitter.WriteLayerComment(writer, layer, $"{layer.Outputs}");
                writer.Line(context.Buffer($"h{l}", $"H{l}", $"{layer.Outputs}"));
                writer.Line($"{SingleExampleKernels.MatrixVector(context, layer)}({context.LayerWeights(layer)}, {context.LayerBiases(layer)}, ref {Below(l)}, ref h{l});");
                ForwardEmitter.WriteActivation(writer, context, layer, order: 1, rows: $"Layout.WholeBlocks({layer.Outputs})");
            }

            writer.Line();
            writer.Line("// J = sum over outputs of (yhat - y)^2.");
            writer.Line(context.Buffer($"dh{last}", ForwardEmitter.Gradients(last), $"{context.Outputs}"));
            writer.Line("double sum = 0;");
            using (writer.Block($"for (int k = 0; k < {context.Outputs}; k++)"))
            {
                writer.Line($"{real} residual = Refs.Add(ref h{last}, k) - Refs.Add(ref target, k);");
                writer.Line("sum += (double)residual * residual;");
                writer.Line($"Refs.Add(ref dh{last}, k) = 2 * residual;");
            }

            writer.Line();
            writer.Line("BackpropagateSingle(ref w, ref x, ref gradient, ref scratch);");
            writer.Line($"return ({real})sum;");
        }
    }

    private static string Below(int layer) => layer == 1 ? "x" : $"h{layer - 1}";

    private static void WriteBackpropagate(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        writer.Line("/// <summary>From the derivative of the outputs, in its place, down to the gradient of one example, which is overwritten.</summary>");
        using (writer.Block($"private static void BackpropagateSingle(ref {real} w, ref {real} x, ref {real} gradient, ref {real} scratch)"))
        {
            foreach (LayerModel layer in context.Downward)
            {
                int l = layer.Index;
                BackwardEmitter.WriteSlope(writer, context, layer, $"{layer.Outputs}", $"Layout.WholeBlocks({layer.Outputs})");
                string below = l == 1 ? "ref x" : $"ref Refs.Add(ref scratch, Layout.H{l - 1} * Layout.PanelExamples)";
                writer.Line();
                writer.Line($"// dW{l} = dz{l} h{l - 1}^T, {layer.Outputs} x {layer.Inputs}; db{l} = dz{l}.");
                writer.Line($"{context.Kernels.Require(SingleExampleKernels.OuterProduct)}(ref dz{l}, {below}, {context.LayerWeights(layer, "gradient")}, {layer.Outputs}, {layer.Inputs});");
                writer.Line($"RefSpans.CreateSpan(ref dz{l}, {layer.Outputs}).CopyTo(RefSpans.CreateSpan({context.LayerBiases(layer, "gradient")}, {layer.Outputs}));");
                if (l == 1)
                    continue;
                writer.Line();
                writer.Line($"// dh{l - 1} = W{l}^T dz{l}; {layer.Inputs}.");
                writer.Line(context.Buffer($"dh{l - 1}", ForwardEmitter.Gradients(l - 1), $"{layer.Inputs}"));
                writer.Line($"{SingleExampleKernels.TransposedMatrixVector(context, layer)}({context.LayerWeights(layer)}, ref dz{l}, ref dh{l - 1});");
            }
        }
    }
}
