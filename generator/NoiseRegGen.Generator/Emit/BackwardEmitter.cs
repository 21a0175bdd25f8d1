using NoiseRegGen.Generator.Emit.Kernels;
using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;
using NoiseRegGen.Generator.Planning;

namespace NoiseRegGen.Generator.Emit;

/// <summary>Writes the backward pass: <c>dz_l = dh_l o sigma_l'</c>, <c>dW_l = dz_l h_{l-1}^T</c>, <c>dh_{l-1} = W_l^T dz_l</c>.</summary>
internal static class BackwardEmitter
{
    internal static GeneratedFile Write(EmitContext context) =>
        SourceFile.Write(context, "Backward", "The gradients of the loss and the vector-Jacobian products.", null, string.Empty, writer =>
        {
            WriteGradient(writer, context);
            writer.Line();
            WriteParameterGradient(writer, context);
            writer.Line();
            WriteInputGradient(writer, context);
            writer.Line();
            WriteBackpropagate(writer, context);
            writer.Line();
            WriteBackpropagateToInput(writer, context);
            if (context.PacksColumns)
            {
                writer.Line();
                PackedColumnsEmitter.Write(writer, context);
            }
            SingleExampleEmitter.WriteBackwardPasses(writer, context);
        });

    private static void WriteGradient(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        Documentation.Summary(writer, "J, the mean over examples of the sum over outputs of (yhat - target)^2, and its gradient.");
        Documentation.Input(writer, context);
        Documentation.Target(writer, context);
        Documentation.Gradient(writer, context);
        Documentation.Workspace(writer);
        Documentation.Returns(writer, "J.");
        Documentation.Throws(writer);
        using (writer.Block($"public {real} Gradient(global::System.ReadOnlySpan<{real}> x, global::System.ReadOnlySpan<{real}> target, global::System.Span<{real}> gradient, global::NoiseRegGen.MlpWorkspace<{real}> workspace)"))
        {
            WriteGradientChecks(writer, context, "target");
            writer.Line("return GradientSweep(ref Start(_parameters), ref RefSpans.GetReference(x), ref RefSpans.GetReference(target), gradient, batch, ref scratch);");
        }

        writer.Line();
        writer.Line("/// <summary>dJ/dyhat = (2 / batch) (yhat - y), taken down through the layers; each panel's sums are added to the gradient in the order of the panels, the first overwrites it.</summary>");
        using (writer.Block($"private static {real} GradientSweep(ref {real} w, ref {real} x, ref {real} target, global::System.Span<{real}> gradient, int batch, ref {real} scratch)"))
        {
            writer.Line("if (batch == 1)");
            writer.Line("    return GradientSingle(ref w, ref x, ref target, ref RefSpans.GetReference(gradient), ref scratch);");
            writer.Line();
            writer.Line("double sum = 0;");
            PackedColumnsEmitter.WriteCall(writer, context);
            PanelLoop.Write(writer, context, () =>
            {
                writer.Line("Propagate(ref w, ref scratch, blocks);");
                writer.Line($"sum += ResidualPanel(ref Refs.Add(ref target, first * {context.Outputs}), examples, blocks, ({real})2 / batch, ref scratch);");
                writer.Line("Backpropagate(ref w, ref rows, examples, blocks, first == 0, ref RefSpans.GetReference(gradient), ref scratch);");
            });
            writer.Line($"return ({real})(sum / batch);");
        }
    }

    /// <summary>The argument checks that all gradient operations share; they leave <c>batch</c> and, if asked for, <c>scratch</c>.</summary>
    internal static void WriteGradientChecks(SourceWriter writer, EmitContext context, string outputsName, bool scratch = true)
    {
        string real = context.Real;
        writer.Line($"int batch = MlpArguments.Batch(x, {context.Inputs});");
        writer.Line($"MlpArguments.Rows({outputsName}, batch, {context.Outputs}, nameof({outputsName}));");
        writer.Line($"MlpArguments.Parameters<{real}>(gradient, ParameterCount, nameof(gradient));");
        WriteSeparate(writer, context, "gradient", "x", outputsName);
        if (scratch)
            writer.Line($"ref {real} scratch = ref MlpArguments.Workspace<Workspace, {real}>(workspace).Start;");
    }

    internal static void WriteSeparate(SourceWriter writer, EmitContext context, string output, params string[] others)
    {
        foreach (string other in others)
            writer.Line($"MlpArguments.Separate<{context.Real}>({output}, nameof({output}), {other}, nameof({other}));");
        writer.Line($"MlpArguments.Separate<{context.Real}>({output}, nameof({output}), Parameters, nameof(Parameters));");
    }

    private static void WriteParameterGradient(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        Documentation.Summary(writer, "The vector-Jacobian product to the parameters: the sum over rows of (d yhat / d W)^T v, so the gradient of any loss with the derivative v.");
        Documentation.Input(writer, context);
        Documentation.Parameter(writer, "outputGradient", $"v: batch x {context.Outputs}, the loss's derivative with respect to each output.");
        Documentation.Gradient(writer, context);
        Documentation.Workspace(writer);
        Documentation.Throws(writer);
        using (writer.Block($"public void ParameterGradient(global::System.ReadOnlySpan<{real}> x, global::System.ReadOnlySpan<{real}> outputGradient, global::System.Span<{real}> gradient, global::NoiseRegGen.MlpWorkspace<{real}> workspace)"))
        {
            WriteGradientChecks(writer, context, "outputGradient");
            writer.Line("ParameterGradientSweep(ref Start(_parameters), ref RefSpans.GetReference(x), ref RefSpans.GetReference(outputGradient), gradient, batch, ref scratch);");
        }

        writer.Line();
        writer.Line("/// <summary>The backward pass from a given derivative of the outputs.</summary>");
        using (writer.Block($"private static void ParameterGradientSweep(ref {real} w, ref {real} x, ref {real} outputGradient, global::System.Span<{real}> gradient, int batch, ref {real} scratch)"))
        {
            PackedColumnsEmitter.WriteCall(writer, context);
            PanelLoop.Write(writer, context, () =>
            {
                writer.Line("Propagate(ref w, ref scratch, blocks);");
                writer.Line($"SeedPanel(ref Refs.Add(ref outputGradient, first * {context.Outputs}), examples, blocks, ref scratch);");
                writer.Line("Backpropagate(ref w, ref rows, examples, blocks, first == 0, ref RefSpans.GetReference(gradient), ref scratch);");
            });
        }

        writer.Line();
        WriteSeedPanel(writer, context);
    }

    private static void WriteSeedPanel(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        int last = context.LastLayer.Index;
        writer.Line($"/// <summary>Puts a panel's output gradient, examples x {context.Outputs}, in place as dh{last}, with 0 in idle lanes.</summary>");
        using (writer.Block($"private static void SeedPanel(ref {real} outputGradient, int examples, int blocks, ref {real} scratch)"))
        {
            writer.Line(context.Buffer("v", "Target", $"{context.Outputs} x examples"));
            writer.Line(context.Buffer("live", "Live", "1 x examples"));
            writer.Line(context.Buffer($"dh{last}", ForwardEmitter.Gradients(last), $"{context.Outputs} x examples"));
            writer.Line($"LaneBlocks.Load(ref outputGradient, examples, {context.Outputs}, ref v);");
            writer.Line($"{context.Kernels.Require(ScalingKernels.MaskIdle)}(ref v, ref live, ref dh{last}, {context.Outputs}, blocks);");
        }
    }

    private static void WriteInputGradient(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        Documentation.Summary(writer, "The vector-Jacobian product to the input: (d yhat / d x)^T v of each row.");
        Documentation.Input(writer, context);
        Documentation.Parameter(writer, "outputGradient", $"v: batch x {context.Outputs}, the loss's derivative with respect to each output.");
        Documentation.Parameter(writer, "inputGradient", $"batch x {context.Inputs}; overwritten.");
        Documentation.Workspace(writer);
        Documentation.Throws(writer);
        using (writer.Block($"public void InputGradient(global::System.ReadOnlySpan<{real}> x, global::System.ReadOnlySpan<{real}> outputGradient, global::System.Span<{real}> inputGradient, global::NoiseRegGen.MlpWorkspace<{real}> workspace)"))
        {
            writer.Line($"int batch = MlpArguments.Batch(x, {context.Inputs});");
            writer.Line($"MlpArguments.Rows(outputGradient, batch, {context.Outputs}, nameof(outputGradient));");
            writer.Line($"MlpArguments.Rows<{real}>(inputGradient, batch, {context.Inputs}, nameof(inputGradient));");
            WriteSeparate(writer, context, "inputGradient", "x", "outputGradient");
            writer.Line($"Workspace own = MlpArguments.Workspace<Workspace, {real}>(workspace);");
            writer.Line("InputGradientSweep(ref Start(_parameters), ref RefSpans.GetReference(x), ref RefSpans.GetReference(outputGradient), ref RefSpans.GetReference(inputGradient), batch, own);");
        }

        writer.Line();
        WriteInputGradientSweep(writer, context);
    }

    private static void WriteInputGradientSweep(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        LayerModel bottom = context.Layers[0];
        bool packs = ProductPlan.Transposed(bottom).PacksColumns;
        writer.Line("/// <summary>The backward pass from a given derivative of the outputs, without the weight gradients.</summary>");
        using (writer.Block($"private static void InputGradientSweep(ref {real} w, ref {real} x, ref {real} outputGradient, ref {real} inputGradient, int batch, Workspace workspace)"))
        {
            writer.Line($"ref {real} scratch = ref workspace.Start;");
            PackedColumnsEmitter.WriteCall(writer, context);
            if (packs)
            {
                writer.Line($"ref {real} columns1 = ref workspace.Rare({bottom.Outputs} * {bottom.Inputs}); // those of W1, which no other operation needs");
                writer.Line($"if {PackedColumnsEmitter.Pays("batch")}");
                writer.Line("    " + ProductKernel.PackColumns(context, bottom, columns: "columns1"));
            }

            PanelLoop.Write(writer, context, () =>
            {
                writer.Line("Propagate(ref w, ref scratch, blocks);");
                writer.Line($"SeedPanel(ref Refs.Add(ref outputGradient, first * {context.Outputs}), examples, blocks, ref scratch);");
                writer.Line($"BackpropagateToInput(ref w, {(packs ? "ref columns1, " : string.Empty)}blocks, ref scratch);");
                writer.Line($"LaneBlocks.Store(ref Refs.Add(ref scratch, Layout.Even * Layout.PanelExamples), examples, {context.Inputs}, ref Refs.Add(ref inputGradient, first * {context.Inputs}));");
            });
        }
    }

    private static void WriteBackpropagate(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        int last = context.LastLayer.Index;
        writer.Line($"/// <summary>From dh{last}, in its place, down to the gradient, which is added to, or overwritten if fresh: dz and dh of a layer share a buffer.</summary>");
        using (writer.Block($"private static void Backpropagate(ref {real} w, ref {real} rows, int examples, int blocks, bool fresh, ref {real} gradient, ref {real} scratch)"))
        {
            OuterProductKernel.WriteGroups(writer, context, context.Layers, "the activations of one layer");
            foreach (LayerModel layer in context.Downward)
            {
                WriteSlope(writer, context, layer);
                WriteWeightGradient(writer, context, layer);
                if (layer.Index > 1)
                    WriteTransposed(writer, context, layer);
            }
        }
    }

    private static void WriteBackpropagateToInput(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        int last = context.LastLayer.Index;
        writer.Line($"/// <summary>From dh{last}, in its place, down to dh0 = dx, which is left in the buffer of the even layers.</summary>");
        using (writer.Block($"private static void BackpropagateToInput(ref {real} w, {(ProductPlan.Transposed(context.Layers[0]).PacksColumns ? $"ref {real} columns1, " : string.Empty)}int blocks, ref {real} scratch)"))
        {
            foreach (LayerModel layer in context.Downward)
            {
                WriteSlope(writer, context, layer);
                WriteTransposed(writer, context, layer);
            }
        }
    }

    /// <summary><c>dz_l = dh_l o sigma_l'</c>, in place.</summary>
    internal static void WriteSlope(SourceWriter writer, EmitContext context, LayerModel layer, string? shape = null, string? rows = null)
    {
        int l = layer.Index;
        shape ??= $"{layer.Outputs} x examples";
        writer.Line();
        writer.Line($"// Layer {l}: dz{l} = dh{l} o sigma{l}', {ActivationKernels.SlopeFormula(layer.Activation)}; {shape}, in place.");
        writer.Line(context.Buffer($"dz{l}", ForwardEmitter.Gradients(l), shape));
        if (layer.Activation == ActivationKind.Identity)
            return;
        writer.Line(SlopeSource(context, layer, shape));
        writer.Line($"{ActivationKernels.TimesSlope(context, layer.Activation)}(ref dz{l}, ref {SlopeName(layer)}, ref dz{l}, {rows ?? $"{layer.Outputs} * blocks"});");
    }

    /// <summary>The view of what the slope of a layer follows from.</summary>
    internal static string SlopeSource(EmitContext context, LayerModel layer, string? shape = null) => layer.Activation.SavesDerivatives()
        ? context.Buffer(SlopeName(layer), $"First{layer.Index}", $"sigma', {shape ?? $"{layer.Outputs} x examples"}")
        : context.Buffer(SlopeName(layer), $"H{layer.Index}", shape ?? $"{layer.Outputs} x examples");

    internal static string SlopeName(LayerModel layer) => layer.Activation.SavesDerivatives() ? $"slope{layer.Index}" : $"h{layer.Index}";

    /// <summary><c>dW_l += dz_l h_{l-1}^T</c> and <c>db_l += dz_l 1</c>; another pass may have added to dW_l before, never to db_l.</summary>
    internal static void WriteWeightGradient(SourceWriter writer, EmitContext context, LayerModel layer, string freshWeights = "fresh")
    {
        int l = layer.Index;
        writer.Line();
        writer.Line($"// dW{l} += dz{l} h{l - 1}^T, {layer.Outputs} x {layer.Inputs}; db{l} += the sum of dz{l} over the examples.");
        string? group = l == 1 ? $"LaneBlocks.Group(ref rows, examples, {layer.Inputs}, ref groups, blocks * Layout.Lanes);" : null;
        string h = $"ref Refs.Add(ref scratch, Layout.H{l - 1} * Layout.PanelExamples)";
        OuterProductKernel.WriteAdd(writer, context, layer, $"dz{l}", h, context.LayerWeights(layer, "gradient"), freshWeights, group);
        writer.Line($"{context.Kernels.Require(ReductionKernels.AddRowSums)}(ref dz{l}, {context.LayerBiases(layer, "gradient")}, {layer.Outputs}, blocks, fresh);");
    }

    /// <summary><c>dh_{l-1} = W_l^T dz_l</c>.</summary>
    internal static void WriteTransposed(SourceWriter writer, EmitContext context, LayerModel layer)
    {
        int l = layer.Index;
        writer.Line();
        writer.Line($"// dh{l - 1} = W{l}^T dz{l}; {layer.Inputs} x examples.");
        writer.Line(context.Buffer($"dh{l - 1}", ForwardEmitter.Gradients(l - 1), $"{layer.Inputs} x examples"));
        writer.Line(ProductKernel.MultiplyTransposed(context, layer, $"dz{l}", $"dh{l - 1}", columns: l == 1 ? "columns1" : null));
    }
}
