using NoiseRegGen.Generator.Emit.Kernels;
using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;

namespace NoiseRegGen.Generator.Emit;

/// <summary>Writes the Laplacians and the expansion of the noisy loss (theory 1.5, 1.6).</summary>
internal static class NoiseExpansionEmitter
{
    internal static GeneratedFile Write(EmitContext context) =>
        SourceFile.Write(context, "NoiseExpansion", "The Laplacian T_k = trace of the Hessian of yhat_k, and the expansion of the noisy loss.", null, string.Empty, writer =>
        {
            WriteLaplacians(writer, context);
            writer.Line();
            WriteExpandNoise(writer, context);
            if (context.Plan.Laplacian.IsTooWide)
                return;
            writer.Line();
            LaplacianSweepEmitter.Write(writer, context);
        });

    private static void WriteLaplacians(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        Documentation.Summary(writer, "T_k of each example and output: the trace of the Hessian of yhat_k with respect to all parameters, exact.");
        Documentation.Remarks(writer, LaplacianSweepEmitter.Describe(context));
        Documentation.Input(writer, context);
        Documentation.Parameter(writer, "laplacians", $"batch x {context.Outputs}; overwritten.");
        Documentation.Workspace(writer);
        Documentation.Throws(writer);
        using (writer.Block($"public void Laplacians(global::System.ReadOnlySpan<{real}> x, global::System.Span<{real}> laplacians, global::NoiseRegGen.MlpWorkspace<{real}> workspace)"))
        {
            writer.Line($"int batch = MlpArguments.Batch(x, {context.Inputs});");
            writer.Line($"MlpArguments.Rows<{real}>(laplacians, batch, {context.Outputs}, nameof(laplacians));");
            BackwardEmitter.WriteSeparate(writer, context, "laplacians", "x");
            writer.Line($"Workspace own = MlpArguments.Workspace<Workspace, {real}>(workspace);");
            if (context.Plan.Laplacian.IsTooWide)
            {
                WriteRefusal(writer, context);
                return;
            }

            writer.Line("LaplacianSweep(ref Start(_parameters), ref RefSpans.GetReference(x), ref RefSpans.GetReference(laplacians), batch, own);");
        }

        writer.Line();
        writer.Line("/// <summary>T_k of each panel's examples.</summary>");
        using (writer.Block($"private static void LaplacianSweep(ref {real} w, ref {real} x, ref {real} laplacians, int batch, Workspace workspace)"))
        {
            WriteSweepStart(writer, context);
            WriteLoop(writer, context, () =>
            {
                writer.Line($"{ForwardEmitter.PropagateWithCurvature(context)}(ref w, ref scratch, blocks);");
                writer.Line($"LaplacianPanel(ref w{MatrixArgument(context)}, blocks, ref scratch);");
                writer.Line($"LaneBlocks.Store(ref Refs.Add(ref scratch, Layout.{LaplacianSweepEmitter.Lambda(context.LastLayer.Index)} * Layout.PanelExamples), examples, {context.Outputs}, ref Refs.Add(ref laplacians, first * {context.Outputs}));");
            });
        }
    }

    private static void WriteExpandNoise(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        Documentation.Summary(writer, "The expansion of the noisy loss in its variance: J, mean P and the mean of sum_k r_k T_k with r = yhat - target.");
        Documentation.Input(writer, context);
        Documentation.Target(writer, context);
        Documentation.Workspace(writer);
        Documentation.Returns(writer, "The three terms; E J(W + eps) = Loss + eta (Penalty + ResidualLaplacian) + O(eta^2).");
        Documentation.Throws(writer, output: false);
        using (writer.Block($"public global::NoiseRegGen.NoiseExpansion<{real}> ExpandNoise(global::System.ReadOnlySpan<{real}> x, global::System.ReadOnlySpan<{real}> target, global::NoiseRegGen.MlpWorkspace<{real}> workspace)"))
        {
            writer.Line($"int batch = MlpArguments.Batch(x, {context.Inputs});");
            writer.Line($"MlpArguments.Rows(target, batch, {context.Outputs}, nameof(target));");
            writer.Line($"Workspace own = MlpArguments.Workspace<Workspace, {real}>(workspace);");
            if (context.Plan.Laplacian.IsTooWide)
            {
                WriteRefusal(writer, context);
                return;
            }

            writer.Line("return ExpansionSweep(ref Start(_parameters), ref RefSpans.GetReference(x), ref RefSpans.GetReference(target), batch, own);");
        }

        writer.Line();
        writer.Line("/// <summary>The sums of r^2, P and r T over each panel's examples.</summary>");
        using (writer.Block($"private static global::NoiseRegGen.NoiseExpansion<{real}> ExpansionSweep(ref {real} w, ref {real} x, ref {real} target, int batch, Workspace workspace)"))
        {
            WriteSweepStart(writer, context);
            int last = context.LastLayer.Index;
            writer.Line(context.Buffer("row", "Penalty", "one number for each example in turn: P, then r T"));
            writer.Line("double loss = 0, penalty = 0, residualLaplacian = 0;");
            WriteLoop(writer, context, () =>
            {
                string sum = context.Kernels.Require(ReductionKernels.SumLanes);
                writer.Line($"{ForwardEmitter.PropagateWithCurvature(context)}(ref w, ref scratch, blocks);");
                writer.Line("GradientNormsPanel(ref w, blocks, ref scratch);");
                writer.Line($"penalty += {sum}(ref row, blocks);");
                writer.Line($"LaplacianPanel(ref w{MatrixArgument(context)}, blocks, ref scratch);");
                writer.Line($"loss += ResidualPanel(ref Refs.Add(ref target, first * {context.Outputs}), examples, blocks, 1, ref scratch);");
                writer.Line();
                writer.Line("// sum_k r_k T_k of each example; r is 0 in idle lanes.");
                writer.Line($"{context.Kernels.Require(ScalingKernels.Fill)}(ref row, 0, blocks);");
                writer.Line($"{context.Kernels.Require(ReductionKernels.AddDots)}(ref Refs.Add(ref scratch, Layout.{ForwardEmitter.Gradients(last)} * Layout.PanelExamples), ref Refs.Add(ref scratch, Layout.{LaplacianSweepEmitter.Lambda(last)} * Layout.PanelExamples), ref row, {context.Outputs}, blocks);");
                writer.Line($"residualLaplacian += {sum}(ref row, blocks);");
            });
            writer.Line($"return new global::NoiseRegGen.NoiseExpansion<{real}>(({real})(loss / batch), ({real})(penalty / batch), ({real})(residualLaplacian / batch));");
        }
    }

    private static void WriteRefusal(SourceWriter writer, EmitContext context) => writer.Line(
        $"throw new global::System.NotSupportedException(\"The exact Laplacian of this network needs matrices of {context.Plan.Laplacian.MatrixRows} numbers for each example, more than an array holds: layer {context.Plan.Laplacian.LastCurved} is curved and the layers below it are too wide.\");");

    private static void WriteSweepStart(SourceWriter writer, EmitContext context)
    {
        writer.Line($"ref {context.Real} scratch = ref workspace.Start;");
        if (context.Plan.Laplacian.NeedsMatrices)
            writer.Line($"ref {context.Real} matrices = ref workspace.Rare(2L * {context.Plan.Laplacian.MatrixRows} * Layout.Lanes); // two of them, grown on the first call");
    }

    // Matrices of one number per example are large: they are formed for one lane block at a time.
    private static void WriteLoop(SourceWriter writer, EmitContext context, System.Action body) =>
        PanelLoop.Write(writer, context, body, context.Plan.Laplacian.NeedsMatrices ? "Layout.Lanes" : "Layout.PanelExamples");

    private static string MatrixArgument(EmitContext context) => context.Plan.Laplacian.NeedsMatrices ? ", ref matrices" : string.Empty;
}
