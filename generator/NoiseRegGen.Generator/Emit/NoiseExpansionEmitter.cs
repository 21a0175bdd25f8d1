using NoiseRegGen.Generator.Emit.Kernels;
using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;

namespace NoiseRegGen.Generator.Emit;

/// <summary>Writes the Laplacians and the expansion of the noisy loss (theory 1.5, 1.6).</summary>
internal static class NoiseExpansionEmitter
{
    private const string ProbeType = "in global::NoiseRegGen.RandomProbe probe";

    internal static GeneratedFile Write(EmitContext context) =>
        SourceFile.Write(context, "NoiseExpansion", "The Laplacian T_k = trace of the Hessian of yhat_k, and the expansion of the noisy loss.", null, string.Empty, writer =>
        {
            WriteLaplacians(writer, context);
            writer.Line();
            WriteExpandNoise(writer, context);
            writer.Line();
            LaplacianSweepEmitter.Write(writer, context);
        });

    /// <summary>What sweeps with a Laplacian start from: the scratch memory, and for estimates the key of the random signs.</summary>
    internal static void WriteSweepStart(SourceWriter writer, EmitContext context)
    {
        writer.Line($"ref {context.Real} scratch = ref workspace.Start;");
        if (context.Plan.Laplacian.IsProbed)
            writer.Line("NoiseKey key = new(probe.Seed, probe.Step);");
    }

    /// <summary>What the caller's argument <c>probe</c> is for.</summary>
    internal static void WriteProbeParameter(SourceWriter writer, EmitContext context) => Documentation.Parameter(
        writer, "probe", context.Plan.Laplacian.IsProbed ? "The random signs of the estimate: seed, step, first presentation." : "For networks whose Laplacian is estimated; this one's is exact.");

    internal const string ProbeRange = "An index of the probe lies outside [0, 2^32).";

    internal const string DefaultProbe = "new global::NoiseRegGen.RandomProbe { Seed = 0, Step = 0 }";

    private static void WriteLaplacians(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        string signature = $"public void Laplacians(global::System.ReadOnlySpan<{real}> x, global::System.Span<{real}> laplacians";
        string last = $"global::NoiseRegGen.MlpWorkspace<{real}> workspace)";
        WriteLaplaciansDocumentation(writer, context, probe: false);
        writer.Line($"{signature}, {last} =>");
        writer.Line($"    Laplacians(x, laplacians, {DefaultProbe}, workspace);");
        writer.Line();
        WriteLaplaciansDocumentation(writer, context, probe: true);
        using (writer.Block($"{signature}, {ProbeType}, {last}"))
        {
            writer.Line($"int batch = MlpArguments.Batch(x, {context.Inputs});");
            writer.Line($"MlpArguments.Rows<{real}>(laplacians, batch, {context.Outputs}, nameof(laplacians));");
            BackwardEmitter.WriteSeparate(writer, context, "laplacians", "x");
            writer.Line("MlpArguments.Probe(in probe, batch, nameof(probe));");
            writer.Line($"Workspace own = MlpArguments.Workspace<Workspace, {real}>(workspace);");
            writer.Line("LaplacianSweep(ref Start(_parameters), ref RefSpans.GetReference(x), ref RefSpans.GetReference(laplacians), batch, in probe, own);");
        }

        writer.Line();
        writer.Line("/// <summary>T_k of each panel's examples.</summary>");
        using (writer.Block($"private static void LaplacianSweep(ref {real} w, ref {real} x, ref {real} laplacians, int batch, {ProbeType}, Workspace workspace)"))
        {
            WriteSweepStart(writer, context);
            PanelLoop.Write(writer, context, () =>
            {
                writer.Line($"{ForwardEmitter.Propagate(context, 2)}(ref w, ref scratch, blocks);");
                if (context.Plan.Laplacian.FirstCurved > 0)
                    writer.Line("ActivationNorms(blocks, ref scratch);");
                LaplacianSweepEmitter.WriteCalls(writer, context);
                writer.Line($"LaneBlocks.Store(ref {GramDiagonalEmitter.Row(LaplacianSweepEmitter.Lambda(context.LastLayer.Index))}, examples, {context.Outputs}, ref Refs.Add(ref laplacians, first * {context.Outputs}));");
            });
        }
    }

    private static void WriteLaplaciansDocumentation(SourceWriter writer, EmitContext context, bool probe)
    {
        string how = context.Plan.Laplacian.IsProbed ? probe ? ", estimated by random signs" : ", estimated by the random signs of seed 0, step 0" : ", exact";
        Documentation.Summary(writer, $"T_k of each example and output: the trace of the Hessian of yhat_k with respect to all parameters{how}.");
        Documentation.Remarks(writer, LaplacianSweepEmitter.Describe(context));
        Documentation.Input(writer, context);
        Documentation.Parameter(writer, "laplacians", $"batch x {context.Outputs}; overwritten.");
        if (probe)
            WriteProbeParameter(writer, context);
        Documentation.Workspace(writer);
        Documentation.Throws(writer, probe ? ProbeRange : null);
    }

    private static void WriteExpandNoise(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        string signature = $"public global::NoiseRegGen.NoiseExpansion<{real}> ExpandNoise(global::System.ReadOnlySpan<{real}> x, global::System.ReadOnlySpan<{real}> target";
        string last = $"global::NoiseRegGen.MlpWorkspace<{real}> workspace)";
        WriteExpandDocumentation(writer, context, probe: false);
        writer.Line($"{signature}, {last} =>");
        writer.Line($"    ExpandNoise(x, target, {DefaultProbe}, workspace);");
        writer.Line();
        WriteExpandDocumentation(writer, context, probe: true);
        using (writer.Block($"{signature}, {ProbeType}, {last}"))
        {
            writer.Line($"int batch = MlpArguments.Batch(x, {context.Inputs});");
            writer.Line($"MlpArguments.Rows(target, batch, {context.Outputs}, nameof(target));");
            writer.Line("MlpArguments.Probe(in probe, batch, nameof(probe));");
            writer.Line($"Workspace own = MlpArguments.Workspace<Workspace, {real}>(workspace);");
            writer.Line("return ExpansionSweep(ref Start(_parameters), ref RefSpans.GetReference(x), ref RefSpans.GetReference(target), batch, in probe, own);");
        }

        writer.Line();
        WriteExpansionSweep(writer, context);
    }

    private static void WriteExpandDocumentation(SourceWriter writer, EmitContext context, bool probe)
    {
        Documentation.Summary(writer, "The expansion of the noisy loss in its variance: J, mean P and the mean of sum_k r_k T_k with r = yhat - target.");
        Documentation.Remarks(writer, LaplacianSweepEmitter.Describe(context));
        Documentation.Input(writer, context);
        Documentation.Target(writer, context);
        if (probe)
            WriteProbeParameter(writer, context);
        Documentation.Workspace(writer);
        Documentation.Returns(writer, "The three terms; E J(W + eps) = Loss + eta (Penalty + ResidualLaplacian) + O(eta^2).");
        Documentation.Throws(writer, probe ? ProbeRange : null, output: false);
    }

    private static void WriteExpansionSweep(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        int last = context.LastLayer.Index;
        writer.Line("/// <summary>The sums of r^2, P and r T over each panel's examples.</summary>");
        using (writer.Block($"private static global::NoiseRegGen.NoiseExpansion<{real}> ExpansionSweep(ref {real} w, ref {real} x, ref {real} target, int batch, {ProbeType}, Workspace workspace)"))
        {
            WriteSweepStart(writer, context);
            writer.Line(context.Buffer("row", "Penalty", "one number for each example in turn: P, then r T"));
            writer.Line("double loss = 0, penalty = 0, residualLaplacian = 0;");
            PackedColumnsEmitter.WriteCall(writer, context);
            PanelLoop.Write(writer, context, () =>
            {
                string sum = context.Kernels.Require(ReductionKernels.SumLanes);
                writer.Line($"{ForwardEmitter.Propagate(context, 2)}(ref w, ref scratch, blocks);");
                writer.Line("GradientNormsPanel(ref w, blocks, ref scratch);");
                writer.Line($"penalty += {sum}(ref row, blocks);");
                LaplacianSweepEmitter.WriteCalls(writer, context);
                writer.Line($"loss += ResidualPanel(ref Refs.Add(ref target, first * {context.Outputs}), examples, blocks, 1, ref scratch);");
                writer.Line();
                writer.Line("// sum_k r_k T_k of each example; r is 0 in idle lanes.");
                writer.Line($"{context.Kernels.Require(ScalingKernels.Fill)}(ref row, 0, blocks);");
                writer.Line($"{context.Kernels.Require(ReductionKernels.AddDots)}(ref {GramDiagonalEmitter.Row(ForwardEmitter.Gradients(last))}, ref {GramDiagonalEmitter.Row(LaplacianSweepEmitter.Lambda(last))}, ref row, {context.Outputs}, blocks);");
                writer.Line($"residualLaplacian += {sum}(ref row, blocks);");
            });
            writer.Line($"return new global::NoiseRegGen.NoiseExpansion<{real}>(({real})(loss / batch), ({real})(penalty / batch), ({real})(residualLaplacian / batch));");
        }
    }
}
