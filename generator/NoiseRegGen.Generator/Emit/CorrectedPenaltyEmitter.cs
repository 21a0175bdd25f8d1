using System.Linq;
using NoiseRegGen.Generator.Emit.Kernels;
using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;
using NoiseRegGen.Generator.Planning;

namespace NoiseRegGen.Generator.Emit;

/// <summary>Writes Algorithm C: the corrected penalty <c>mean [ sum_k (yhat_k + (eta/2) T_k - y_k)^2 + eta P ]</c> and its gradient (theory 1.5, 1.6).</summary>
internal static class CorrectedPenaltyEmitter
{
    private const string EtaText = "The variance of the weight noise that the penalty stands for: finite, at least 0.";
    private const string EtaRange = "<paramref name=\"eta\"/> is negative, NaN or infinite";

    internal static GeneratedFile Write(EmitContext context) =>
        SourceFile.Write(context, "CorrectedPenalty", "The corrected penalty, mean of sum_k (yhat_k + (eta/2) T_k - y_k)^2 + eta P, and its gradient.", null, string.Empty, writer =>
        {
            WritePublic(writer, context);
            writer.Line();
            WriteSweep(writer, context);
            if (context.Plan.Laplacian.FirstCurved == 0)
                return;
            writer.Line();
            WriteResidual(writer, context);
            writer.Line();
            WritePanel(writer, context);
            writer.Line();
            if (context.Plan.Laplacian.IsProbed)
                ProbeEmitter.WriteFeedback(writer, context);
            else
                GramFeedbackEmitter.Write(writer, context);
        });

    private static void WritePublic(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        string signature = $"public global::NoiseRegGen.CorrectedLoss<{real}> CorrectedGradient(global::System.ReadOnlySpan<{real}> x, global::System.ReadOnlySpan<{real}> target, global::System.Span<{real}> gradient, double eta";
        string last = $"global::NoiseRegGen.MlpWorkspace<{real}> workspace)";
        WriteDocumentation(writer, context, probe: false);
        writer.Line($"{signature}, {last} =>");
        writer.Line($"    CorrectedGradient(x, target, gradient, eta, {NoiseExpansionEmitter.DefaultProbe}, workspace);");
        writer.Line();
        WriteDocumentation(writer, context, probe: true);
        using (writer.Block($"{signature}, in global::NoiseRegGen.RandomProbe probe, {last}"))
        {
            writer.Line("MlpArguments.Eta(eta);");
            BackwardEmitter.WriteGradientChecks(writer, context, "target", scratch: false);
            writer.Line("MlpArguments.Probe(in probe, batch, nameof(probe));");
            writer.Line($"Workspace own = MlpArguments.Workspace<Workspace, {real}>(workspace);");
            writer.Line("return CorrectedGradientSweep(ref Start(_parameters), ref RefSpans.GetReference(x), ref RefSpans.GetReference(target), gradient, eta, batch, in probe, own);");
        }
    }

    private static void WriteDocumentation(SourceWriter writer, EmitContext context, bool probe)
    {
        bool probed = context.Plan.Laplacian.IsProbed;
        Documentation.Summary(writer, "The corrected penalty, the mean of sum_k (yhat_k + (eta/2) T_k - y_k)^2 + eta P, and its gradient: the noisy loss up to O(eta^2) at any residual.");
        Documentation.Remarks(writer, (probed
            ? "The exact gradient of the objective with an estimate in place of T, whose mean is greater than the objective's by (eta^2 / 4) sum_k Var T_k. T: "
            : "T: ") + LaplacianSweepEmitter.Describe(context));
        Documentation.Input(writer, context);
        Documentation.Target(writer, context);
        Documentation.Gradient(writer, context);
        Documentation.Parameter(writer, "eta", EtaText);
        if (probe)
            NoiseExpansionEmitter.WriteProbeParameter(writer, context);
        Documentation.Workspace(writer);
        Documentation.Returns(writer, "J, the shifted loss, mean P, and the objective: shifted loss + eta mean P.");
        Documentation.Throws(writer, probe ? $"{EtaRange}, or an index of the probe lies outside [0, 2^32)." : $"{EtaRange}.");
    }

    private static void WriteSweep(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        bool flat = context.Plan.Laplacian.FirstCurved == 0;
        writer.Line(flat
            ? "/// <summary>T = 0: the corrected penalty is the plain one.</summary>"
            : "/// <summary>The corrected sweep of each panel: 1 / batch is folded into the loss's and the penalty's factors.</summary>");
        using (writer.Block($"private static global::NoiseRegGen.CorrectedLoss<{real}> CorrectedGradientSweep(ref {real} w, ref {real} x, ref {real} target, global::System.Span<{real}> gradient, double eta, int batch, in global::NoiseRegGen.RandomProbe probe, Workspace workspace)"))
        {
            if (flat)
            {
                writer.Line($"global::NoiseRegGen.PenalizedLoss<{real}> plain = PenalizedGradientSweep(ref w, ref x, ref target, gradient, eta, batch, ref workspace.Start);");
                writer.Line($"return new global::NoiseRegGen.CorrectedLoss<{real}>(plain.Loss, plain.Loss, plain.Penalty, plain.Total);");
                return;
            }

            NoiseExpansionEmitter.WriteSweepStart(writer, context);
            writer.Line($"{real} strength = ({real})(2 * eta / batch);");
            writer.Line("double loss = 0, shifted = 0, penalty = 0;");
            PackedColumnsEmitter.WriteCall(writer, context);
            PanelLoop.Write(writer, context, () =>
            {
                writer.Line($"{ForwardEmitter.Propagate(context, 3)}(ref w, ref scratch, blocks);");
                writer.Line("ActivationNorms(blocks, ref scratch);");
                LaplacianSweepEmitter.WriteCalls(writer, context);
                writer.Line($"(double plain, double moved) = ShiftedResidualPanel(ref Refs.Add(ref target, first * {context.Outputs}), examples, blocks, ({real})(eta / 2), ({real})2 / batch, ref scratch);");
                writer.Line("loss += plain;");
                writer.Line("shifted += moved;");
                writer.Line($"penalty += CorrectedPanel(ref w, ref rows, {(context.Plan.Laplacian.IsProbed ? string.Empty : "workspace, ")}examples, blocks, strength, first == 0, ref RefSpans.GetReference(gradient), ref scratch);");
            });
            writer.Line($"return new global::NoiseRegGen.CorrectedLoss<{real}>(({real})(loss / batch), ({real})(shifted / batch), ({real})(penalty / batch), ({real})((shifted + (eta * penalty)) / batch));");
        }
    }

    private static void WriteResidual(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        int last = context.LastLayer.Index;
        writer.Line("/// <summary>");
        writer.Line($"/// Brings a panel's targets, examples x {context.Outputs}, into lane blocks; r' = yhat + (eta/2) T - y, dh{last} = scale r', and kappa = (eta/2) dh{last}, the objective's derivative with");
        writer.Line("/// respect to T. Returns the sums of (yhat - y)^2 and of r'^2.");
        writer.Line("/// </summary>");
        using (writer.Block($"private static (double Plain, double Shifted) ShiftedResidualPanel(ref {real} target, int examples, int blocks, {real} halfEta, {real} scale, ref {real} scratch)"))
        {
            string shape = $"{context.Outputs} x examples";
            writer.Line(context.Buffer("yhat", $"H{last}", shape));
            writer.Line(context.Buffer("y", "Target", shape));
            writer.Line(context.Buffer("t", LaplacianSweepEmitter.Lambda(last), shape));
            writer.Line(context.Buffer("live", "Live", "1 x examples"));
            writer.Line(context.Buffer($"dh{last}", ForwardEmitter.Gradients(last), shape));
            writer.Line(context.Buffer("kappa", "Kappa", shape));
            writer.Line($"LaneBlocks.Load(ref target, examples, {context.Outputs}, ref y);");
            writer.Line($"return {context.Kernels.Require(LaplacianKernels.ShiftedResidual)}(ref yhat, ref y, ref t, ref live, halfEta, scale, ref dh{last}, ref kappa, {context.Outputs}, blocks);");
        }
    }

    private static void WritePanel(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        bool probed = context.Plan.Laplacian.IsProbed;
        writer.Line("/// <summary>");
        writer.Line("/// Passes 2 to 4 of the corrected gradient for one panel; returns the sum of P. T_k = sum_l a_l . (sigma_l'' o diag G_l) depends on a_l, which adds kappa_k sigma_l'' o diag G_l");
        writer.Line("/// to alpha_l; on z_l through sigma_l'', which adds kappa_k sigma_l''' o a_l o diag G_l to c_l; and on diag G_l, whose derivative dgram_l = sum_k kappa_k sigma_l'' o a_l goes");
        writer.Line("/// a way of its own before pass 4 takes everything down. The gradient is added to, or overwritten if fresh.");
        writer.Line("/// </summary>");
        using (writer.Block($"private static double CorrectedPanel(ref {real} w, ref {real} rows, {(probed ? string.Empty : "Workspace workspace, ")}int examples, int blocks, {real} strength, bool fresh, ref {real} gradient, ref {real} scratch)"))
        {
            OuterProductKernel.WriteGroups(writer, context, context.Upward.Where(layer => layer.Index > 1 && layer.Index < context.LastLayer.Index), "the rows alpha of one layer");
            PenaltySweepEmitter.WriteClearCurvature(writer, context, corrected: true);
            GradientNormEmitter.WriteOutputLoop(writer, context, () => PenaltySweepEmitter.WriteOutput(writer, context, corrected: true));
            WriteTop(writer, context);
            writer.Line();
            writer.Line("double penalty = PenaltySum(blocks, ref scratch);");
            writer.Line("ScaleNorms(strength, blocks, ref scratch);");
            writer.Line(probed ? "GramFeedback(ref w, examples, blocks, ref gradient, ref scratch);" : "GramFeedback(ref w, workspace, examples, blocks, ref gradient, ref scratch);");
            writer.Line("PenaltyMerge(ref w, ref rows, examples, blocks, fresh, ref gradient, ref scratch);");
            writer.Line("return penalty;");
        }
    }

    private static void WriteTop(SourceWriter writer, EmitContext context)
    {
        LayerModel top = context.LastLayer;
        if (!PenaltySweepEmitter.Curved(top))
            return;
        int last = top.Index;
        writer.Line();
        writer.Line($"// The output layer, a{last} = e_k: c{last} += sigma{last}''' o diag G{last} o kappa; dgram{last} = sigma{last}'' o kappa; {top.Outputs} x examples.");
        writer.Line($"{CorrectionKernels.Top(context, top.Activation)}(ref {GramDiagonalEmitter.Row("Kappa")}, ref {GramDiagonalEmitter.Row($"Gram{last}")}, {GramDiagonalEmitter.Derivatives(top, 3)}, ref {GramDiagonalEmitter.Row($"C{last}")}, ref {GramDiagonalEmitter.Row($"GramGradient{last}")}, {top.Outputs} * blocks);");
    }
}
