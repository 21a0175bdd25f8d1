using System.Collections.Generic;
using System.Linq;
using NoiseRegGen.Generator.Emit.Kernels;
using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;
using NoiseRegGen.Generator.Planning;

namespace NoiseRegGen.Generator.Emit;

/// <summary>Writes the forward pass: <c>z_l = W_l h_{l-1} + b_l</c>, <c>h_l = sigma_l(z_l)</c>.</summary>
internal static class ForwardEmitter
{
    internal static GeneratedFile Write(EmitContext context) =>
        SourceFile.Write(context, "Forward", "The forward pass and the loss.", null, string.Empty, writer =>
        {
            WriteForward(writer, context);
            writer.Line();
            WriteForwardWithWorkspace(writer, context);
            writer.Line();
            WriteLoss(writer, context);
            writer.Line();
            WriteForwardPanels(writer, context);
            writer.Line();
            PanelLoop.WriteLoad(writer, context);
            writer.Line();
            WritePropagate(writer, context, order: 1);
            for (int order = 2; order <= 3 && context.SavesDerivatives; order++)
            {
                writer.Line();
                WritePropagate(writer, context, order);
            }
            SingleExampleEmitter.WriteForwardPasses(writer, context);
        });

    /// <summary>The name of the forward sweep that keeps the derivatives up to the given order.</summary>
    internal static string Propagate(EmitContext context, int order) => !context.SavesDerivatives ? "Propagate" : order switch
    {
        1 => "Propagate",
        2 => "PropagateWithCurvature",
        _ => "PropagateWithThird",
    };

    private static void WriteForward(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        (int even, int odd) = context.Plan.ForwardRows;
        Documentation.Summary(writer, $"The outputs yhat(x) of a batch. Safe from many threads at once while nobody writes the parameters.");
        Documentation.Remarks(writer, "Scratch memory up to 16 KB is taken from the stack; above that from one buffer per thread, grown when a call needs more.");
        Documentation.Input(writer, context);
        Documentation.Parameter(writer, "y", $"batch x {context.Outputs}; overwritten.");
        Documentation.Throws(writer, workspace: false);
        using (writer.Block($"public void Forward(global::System.ReadOnlySpan<{real}> x, global::System.Span<{real}> y)"))
        {
            WriteForwardChecks(writer, context);
            writer.Line($"int length = batch == 1 ? Layout.SingleLength : {even + odd} * Layout.Lanes;");
            using (writer.Block($"if (length * sizeof({real}) <= {NetworkPlan.StackBytes})"))
            {
                writer.Line($"global::System.Span<{real}> scratch = stackalloc {real}[length];");
                writer.Line("ForwardPanels(ref Start(_parameters), ref RefSpans.GetReference(x), ref RefSpans.GetReference(y), batch, ref RefSpans.GetReference(scratch), panelBlocks: 1);");
            }

            using (writer.Block("else"))
            {
                writer.Line($"ref {real} scratch = ref global::NoiseRegGen.Infrastructure.ThreadScratch<{real}>.Start(length);");
                writer.Line("ForwardPanels(ref Start(_parameters), ref RefSpans.GetReference(x), ref RefSpans.GetReference(y), batch, ref scratch, panelBlocks: 1);");
            }
        }
    }

    private static void WriteForwardWithWorkspace(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        Documentation.Summary(writer, "The outputs yhat(x) of a batch; never allocates. The same bits as without a workspace.");
        Documentation.Input(writer, context);
        Documentation.Parameter(writer, "y", $"batch x {context.Outputs}; overwritten.");
        Documentation.Workspace(writer);
        Documentation.Throws(writer);
        using (writer.Block($"public void Forward(global::System.ReadOnlySpan<{real}> x, global::System.Span<{real}> y, global::NoiseRegGen.MlpWorkspace<{real}> workspace)"))
        {
            WriteForwardChecks(writer, context);
            writer.Line($"ref {real} scratch = ref MlpArguments.Workspace<Workspace, {real}>(workspace).Start;");
            writer.Line("ForwardPanels(ref Start(_parameters), ref RefSpans.GetReference(x), ref RefSpans.GetReference(y), batch, ref scratch, Layout.PanelBlocks);");
        }
    }

    private static void WriteForwardChecks(SourceWriter writer, EmitContext context)
    {
        writer.Line($"int batch = MlpArguments.Batch(x, {context.Inputs});");
        writer.Line($"MlpArguments.Rows<{context.Real}>(y, batch, {context.Outputs}, nameof(y));");
        writer.Line($"MlpArguments.Separate<{context.Real}>(y, nameof(y), x, nameof(x));");
        writer.Line($"MlpArguments.Separate<{context.Real}>(y, nameof(y), Parameters, nameof(Parameters));");
    }

    private static void WriteLoss(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        Documentation.Summary(writer, "J: the mean over examples of the sum over outputs of (yhat - target)^2.");
        Documentation.Input(writer, context);
        Documentation.Target(writer, context);
        Documentation.Workspace(writer);
        Documentation.Returns(writer, "J; NaN and infinity in the data propagate.");
        Documentation.Throws(writer, output: false);
        using (writer.Block($"public {real} Loss(global::System.ReadOnlySpan<{real}> x, global::System.ReadOnlySpan<{real}> target, global::NoiseRegGen.MlpWorkspace<{real}> workspace)"))
        {
            writer.Line($"int batch = MlpArguments.Batch(x, {context.Inputs});");
            writer.Line($"MlpArguments.Rows(target, batch, {context.Outputs}, nameof(target));");
            writer.Line($"ref {real} scratch = ref MlpArguments.Workspace<Workspace, {real}>(workspace).Start;");
            writer.Line("return LossSweep(ref Start(_parameters), ref RefSpans.GetReference(x), ref RefSpans.GetReference(target), batch, ref scratch);");
        }

        writer.Line();
        writer.Line($"/// <summary>J = (1 / batch) sum over examples and outputs of (yhat - y)^2.</summary>");
        using (writer.Block($"private static {real} LossSweep(ref {real} w, ref {real} x, ref {real} target, int batch, ref {real} scratch)"))
        {
            writer.Line("double sum = 0;");
            PanelLoop.Write(writer, context, () =>
            {
                writer.Line("Propagate(ref w, ref scratch, blocks);");
                writer.Line($"sum += ResidualPanel(ref Refs.Add(ref target, first * {context.Outputs}), examples, blocks, 1, ref scratch);");
            });
            writer.Line($"return ({real})(sum / batch);");
        }

        writer.Line();
        WriteResidualPanel(writer, context);
    }

    private static void WriteResidualPanel(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        int last = context.LastLayer.Index;
        writer.Line($"/// <summary>Brings a panel's targets, examples x {context.Outputs}, into lane blocks, puts dh{last} = scale (yhat - y) in place, and returns the sum of (yhat - y)^2.</summary>");
        using (writer.Block($"private static double ResidualPanel(ref {real} target, int examples, int blocks, {real} scale, ref {real} scratch)"))
        {
            writer.Line(context.Buffer("yhat", $"H{last}", $"{context.Outputs} x examples"));
            writer.Line(context.Buffer("y", "Target", $"{context.Outputs} x examples"));
            writer.Line(context.Buffer("live", "Live", "1 x examples"));
            writer.Line(context.Buffer($"dh{last}", Gradients(last), $"{context.Outputs} x examples"));
            writer.Line($"LaneBlocks.Load(ref target, examples, {context.Outputs}, ref y);");
            writer.Line($"return {context.Kernels.Require(ReductionKernels.Residual)}(ref yhat, ref y, ref live, scale, ref dh{last}, {context.Outputs}, blocks);");
        }
    }

    /// <summary>The buffer of the derivatives with respect to <c>z_l</c> and <c>h_l</c>.</summary>
    internal static string Gradients(int layer) => layer % 2 == 0 ? "Even" : "Odd";

    private static void WriteForwardPanels(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        (int even, int odd) = context.Plan.ForwardRows;
        writer.Line("/// <summary>The forward pass alone, some lane blocks at a time: two buffers serve the layers in turn.</summary>");
        using (writer.Block($"private static void ForwardPanels(ref {real} w, ref {real} x, ref {real} y, int batch, ref {real} scratch, int panelBlocks)"))
        {
            using (writer.Block("if (batch == 1)"))
            {
                writer.Line("ForwardSingle(ref w, ref x, ref y, ref scratch);");
                writer.Line("return;");
            }

            writer.Line();
            writer.Line("int capacity = panelBlocks * Layout.Lanes;");
            writer.Line($"ref {real} even = ref scratch; // x and h of even layers, up to {even} x capacity");
            writer.Line($"ref {real} odd = ref Refs.Add(ref scratch, {even} * capacity); // h of odd layers, up to {odd} x capacity");
            using (writer.Block("for (int first = 0, examples; first < batch; first += examples)"))
            {
                writer.Line("examples = global::System.Math.Min(capacity, batch - first);");
                writer.Line("int blocks = (examples + Layout.Lanes - 1) / Layout.Lanes;");
                writer.Line($"LaneBlocks.Load(ref Refs.Add(ref x, first * {context.Inputs}), examples, {context.Inputs}, ref even);");
                foreach (LayerModel layer in context.Upward)
                {
                    (string from, string to) = layer.Index % 2 == 1 ? ("even", "odd") : ("odd", "even");
                    WriteLayerComment(writer, layer);
                    writer.Line($"{ProductKernel.Affine(context, layer)}({context.LayerWeights(layer)}, {context.LayerBiases(layer)}, ref {from}, ref {to}, blocks);");
                    if (ActivationKernels.Apply(context, layer.Activation) is { } apply)
                        writer.Line($"{apply}(ref {to}, {layer.Outputs} * blocks);");
                }

                string result = context.LastLayer.Index % 2 == 1 ? "odd" : "even";
                writer.Line();
                writer.Line($"LaneBlocks.Store(ref {result}, examples, {context.Outputs}, ref Refs.Add(ref y, first * {context.Outputs}));");
            }
        }
    }

    private static void WritePropagate(SourceWriter writer, EmitContext context, int order)
    {
        string real = context.Real;
        string kept = order switch
        {
            1 => "it does not follow from h_l, sigma_l'(z_l)",
            2 => "they do not follow from h_l, sigma_l'(z_l) and sigma_l''(z_l)",
            _ => "they do not follow from h_l, the first three derivatives of sigma_l at z_l",
        };
        writer.Line($"/// <summary>The forward pass of one panel, keeping every h_l and, where {kept}.</summary>");
        using (writer.Block($"private static void {Propagate(context, order)}(ref {real} w, ref {real} scratch, int blocks)"))
        {
            writer.Line(context.Buffer("h0", "H0", $"{context.Inputs} x examples"));
            foreach (LayerModel layer in context.Upward)
            {
                WriteLayerComment(writer, layer);
                writer.Line(context.Buffer($"h{layer.Index}", $"H{layer.Index}", $"{layer.Outputs} x examples"));
                writer.Line($"{ProductKernel.Affine(context, layer)}({context.LayerWeights(layer)}, {context.LayerBiases(layer)}, ref h{layer.Index - 1}, ref h{layer.Index}, blocks);");
                WriteActivation(writer, context, layer, order);
            }
        }
    }

    /// <summary>The activation of a kept layer, with the derivatives that must be saved up to the given order.</summary>
    internal static void WriteActivation(SourceWriter writer, EmitContext context, LayerModel layer, int order, string? rows = null)
    {
        int l = layer.Index;
        rows ??= $"{layer.Outputs} * blocks";
        if (layer.Activation.SavesDerivatives())
        {
            var saved = new List<string>();
            foreach ((string view, string buffer, string derivative) in new[] { ("slope", "First", "sigma'"), ("curvature", "Second", "sigma''"), ("third", "Third", "sigma'''") }.Take(order))
            {
                writer.Line(context.Buffer($"{view}{l}", $"{buffer}{l}", $"{derivative}, {layer.Outputs} x examples"));
                saved.Add($"ref {view}{l}");
            }

            writer.Line($"{ActivationKernels.ApplySaving(context, layer.Activation, order)}(ref h{l}, {string.Join(", ", saved)}, {rows});");
        }
        else if (ActivationKernels.Apply(context, layer.Activation) is { } apply)
        {
            writer.Line($"{apply}(ref h{l}, {rows});");
        }
    }

    internal static void WriteLayerComment(SourceWriter writer, LayerModel layer, string? shape = null)
    {
        int l = layer.Index;
        writer.Line();
        writer.Line($"// Layer {l}: z{l} = W{l} h{l - 1} + b{l}, h{l} = {ActivationKernels.Formula(layer.Activation).Replace("z", $"z{l}")}; W{l} {layer.Outputs} x {layer.Inputs}, h{l} {shape ?? $"{layer.Outputs} x examples"}.");
    }
}
