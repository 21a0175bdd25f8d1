using NoiseRegGen.Generator.Emit.Kernels;
using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;

namespace NoiseRegGen.Generator.Emit;

/// <summary>Writes the squared gradient norms and the penalised gradient (theory 1.2 to 1.4).</summary>
internal static class GradientPenaltyEmitter
{
    internal static GeneratedFile Write(EmitContext context) =>
        SourceFile.Write(context, "GradientPenalty", "The penalty P = sum_k ||grad_W yhat_k||^2 and the gradient of J + eta mean P.", null, string.Empty, writer =>
        {
            WriteSquaredGradientNorms(writer, context);
            writer.Line();
            WritePenalizedGradient(writer, context);
            writer.Line();
            GradientNormEmitter.Write(writer, context);
            writer.Line();
            PenaltySweepEmitter.Write(writer, context);
        });

    private static void WriteSquaredGradientNorms(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        Documentation.Summary(writer, "P = sum_k ||grad_W yhat_k||^2 of each example, from norms of activations and deltas: no per-example gradient is formed.");
        Documentation.Input(writer, context);
        Documentation.Parameter(writer, "norms", "batch; overwritten.");
        Documentation.Workspace(writer);
        Documentation.Throws(writer);
        using (writer.Block($"public void SquaredGradientNorms(global::System.ReadOnlySpan<{real}> x, global::System.Span<{real}> norms, global::NoiseRegGen.MlpWorkspace<{real}> workspace)"))
        {
            writer.Line($"int batch = MlpArguments.Batch(x, {context.Inputs});");
            writer.Line($"MlpArguments.Rows<{real}>(norms, batch, 1, nameof(norms));");
            BackwardEmitter.WriteSeparate(writer, context, "norms", "x");
            writer.Line($"ref {real} scratch = ref MlpArguments.Workspace<Workspace, {real}>(workspace).Start;");
            writer.Line("SquaredGradientNormsSweep(ref Start(_parameters), ref RefSpans.GetReference(x), ref RefSpans.GetReference(norms), batch, ref scratch);");
        }

        writer.Line();
        writer.Line("/// <summary>P of each panel's examples.</summary>");
        using (writer.Block($"private static void SquaredGradientNormsSweep(ref {real} w, ref {real} x, ref {real} norms, int batch, ref {real} scratch)"))
        {
            PanelLoop.Write(writer, context, () =>
            {
                writer.Line("Propagate(ref w, ref scratch, blocks);");
                writer.Line("GradientNormsPanel(ref w, blocks, ref scratch);");
                writer.Line("LaneBlocks.Store(ref Refs.Add(ref scratch, Layout.Penalty * Layout.PanelExamples), examples, 1, ref Refs.Add(ref norms, first));");
            });
        }
    }

    private static void WritePenalizedGradient(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        Documentation.Summary(writer, "The penalised objective J + eta mean P and its exact gradient: four sweeps, of which the loss shares the last.");
        Documentation.Input(writer, context);
        Documentation.Target(writer, context);
        Documentation.Gradient(writer, context);
        Documentation.Parameter(writer, "eta", "The weight of the penalty: finite, at least 0.");
        Documentation.Workspace(writer);
        Documentation.Returns(writer, "J, mean P and their weighted sum.");
        Documentation.Throws(writer, "<paramref name=\"eta\"/> is negative, NaN or infinite.");
        using (writer.Block($"public global::NoiseRegGen.PenalizedLoss<{real}> PenalizedGradient(global::System.ReadOnlySpan<{real}> x, global::System.ReadOnlySpan<{real}> target, global::System.Span<{real}> gradient, double eta, global::NoiseRegGen.MlpWorkspace<{real}> workspace)"))
        {
            writer.Line("MlpArguments.Eta(eta);");
            BackwardEmitter.WriteGradientChecks(writer, context, "target");
            writer.Line("return PenalizedGradientSweep(ref Start(_parameters), ref RefSpans.GetReference(x), ref RefSpans.GetReference(target), gradient, eta, batch, ref scratch);");
        }

        writer.Line();
        writer.Line("/// <summary>The penalised sweep of each panel: 1 / batch is folded into the loss's and the penalty's factors.</summary>");
        using (writer.Block($"private static global::NoiseRegGen.PenalizedLoss<{real}> PenalizedGradientSweep(ref {real} w, ref {real} x, ref {real} target, global::System.Span<{real}> gradient, double eta, int batch, ref {real} scratch)"))
        {
            writer.Line("gradient.Clear();");
            writer.Line($"{real} strength = ({real})(2 * eta / batch);");
            writer.Line("double loss = 0, penalty = 0;");
            PanelLoop.Write(writer, context, () =>
            {
                writer.Line($"{ForwardEmitter.PropagateWithCurvature(context)}(ref w, ref scratch, blocks);");
                writer.Line($"loss += ResidualPanel(ref Refs.Add(ref target, first * {context.Outputs}), examples, blocks, ({real})2 / batch, ref scratch);");
                writer.Line("penalty += PenaltyPanel(ref w, ref rows, examples, blocks, strength, ref RefSpans.GetReference(gradient), ref scratch);");
            });
            writer.Line("loss /= batch;");
            writer.Line("penalty /= batch;");
            writer.Line($"return new global::NoiseRegGen.PenalizedLoss<{real}>(({real})loss, ({real})penalty, ({real})(loss + (eta * penalty)));");
        }
    }
}
