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
            using (writer.Block("if (batch == 1)"))
            {
                writer.Line("norms = SquaredGradientNormSingle(ref w, ref x, ref scratch);");
                writer.Line("return;");
            }

            writer.Line();
            PackedColumnsEmitter.WriteCall(writer, context);
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
        if (Documentation.Kinks(context) is { Length: > 0 } kinks)
            Documentation.Remarks(writer, kinks);
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
        WriteProjectedGradient(writer, context);
        writer.Line();
        writer.Line("/// <summary>The penalised sweep of each panel: 1 / batch is folded into the loss's and the penalty's factors.</summary>");
        using (writer.Block($"private static global::NoiseRegGen.PenalizedLoss<{real}> PenalizedGradientSweep(ref {real} w, ref {real} x, ref {real} target, global::System.Span<{real}> gradient, double eta, int batch, ref {real} scratch)"))
        {
            writer.Line($"{real} strength = ({real})(2 * eta / batch);");
            writer.Line("double loss = 0, penalty = 0;");
            if (context.Plan.PairBlocks > 0)
            {
                using (writer.Block($"if (batch <= {context.Plan.PairBlocks} * Layout.Lanes / {context.Outputs})"))
                {
                    writer.Line("(loss, penalty) = PenalizeFew(ref w, ref x, ref target, batch, strength, ref RefSpans.GetReference(gradient), ref scratch);");
                    writer.Line("return Penalized(loss / batch, penalty / batch, eta);");
                }

                writer.Line();
            }

            PackedColumnsEmitter.WriteCall(writer, context);
            PanelLoop.Write(writer, context, () =>
            {
                writer.Line($"{ForwardEmitter.Propagate(context, 2)}(ref w, ref scratch, blocks);");
                writer.Line($"loss += ResidualPanel(ref Refs.Add(ref target, first * {context.Outputs}), examples, blocks, ({real})2 / batch, ref scratch);");
                writer.Line("penalty += PenaltyPanel(ref w, ref rows, examples, blocks, strength, first == 0, ref RefSpans.GetReference(gradient), ref scratch);");
            });
            writer.Line("return Penalized(loss / batch, penalty / batch, eta);");
        }

        writer.Line();
        writer.Line($"private static global::NoiseRegGen.PenalizedLoss<{real}> Penalized(double loss, double penalty, double eta) =>");
        writer.Line($"    new global::NoiseRegGen.PenalizedLoss<{real}>(({real})loss, ({real})penalty, ({real})(loss + (eta * penalty)));");
    }

    private static void WriteProjectedGradient(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        Documentation.Summary(writer, context.Outputs == 1
            ? "The penalised objective J + eta mean P: with one output a random projection changes nothing, so this is the exact one."
            : "The penalised objective with an unbiased estimate of P from one random projection of the outputs: the cost does not grow with their number.");
        if (context.Outputs > 1)
            Documentation.Remarks(writer, "P of u . yhat with random signs u has mean P and, with M the Gram matrix of the outputs' gradients, variance 2 (||M||_F^2 - sum_k M_kk^2); its gradient is unbiased too.");
        Documentation.Input(writer, context);
        Documentation.Target(writer, context);
        Documentation.Gradient(writer, context);
        Documentation.Parameter(writer, "eta", "The weight of the penalty: finite, at least 0.");
        Documentation.Parameter(writer, "projection", "The random signs of this call: seed, step, first presentation.");
        Documentation.Workspace(writer);
        Documentation.Returns(writer, "J, the estimate of mean P and their weighted sum.");
        Documentation.Throws(writer, "<paramref name=\"eta\"/> is negative, NaN or infinite, or an index lies outside [0, 2^32).");
        using (writer.Block($"public global::NoiseRegGen.PenalizedLoss<{real}> PenalizedGradient(global::System.ReadOnlySpan<{real}> x, global::System.ReadOnlySpan<{real}> target, global::System.Span<{real}> gradient, double eta, in global::NoiseRegGen.RandomProbe projection, global::NoiseRegGen.MlpWorkspace<{real}> workspace)"))
        {
            writer.Line("MlpArguments.Eta(eta);");
            BackwardEmitter.WriteGradientChecks(writer, context, "target");
            writer.Line("MlpArguments.Probe(in projection, batch, nameof(projection));");
            writer.Line(context.Outputs == 1
                ? "return PenalizedGradientSweep(ref Start(_parameters), ref RefSpans.GetReference(x), ref RefSpans.GetReference(target), gradient, eta, batch, ref scratch);"
                : "return ProjectedGradientSweep(ref Start(_parameters), ref RefSpans.GetReference(x), ref RefSpans.GetReference(target), gradient, eta, batch, in projection, ref scratch);");
        }

        if (context.Outputs == 1)
            return;
        writer.Line();
        WriteProjectedSweep(writer, context);
    }

    private static void WriteProjectedSweep(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        int last = context.LastLayer.Index;
        writer.Line("/// <summary>The penalised sweep of each panel with one seed of random signs for each example, in place of every output in turn.</summary>");
        using (writer.Block($"private static global::NoiseRegGen.PenalizedLoss<{real}> ProjectedGradientSweep(ref {real} w, ref {real} x, ref {real} target, global::System.Span<{real}> gradient, double eta, int batch, in global::NoiseRegGen.RandomProbe projection, ref {real} scratch)"))
        {
            writer.Line("NoiseKey key = new(projection.Seed, projection.Step);");
            writer.Line($"{real} strength = ({real})(2 * eta / batch);");
            writer.Line("double loss = 0, penalty = 0;");
            writer.Line(context.Buffer("seeds", $"A{last}", $"a{last} = u, {context.Outputs} x examples; 0 in idle lanes"));
            writer.Line(context.Buffer("live", "Live", "1 x examples"));
            PackedColumnsEmitter.WriteCall(writer, context);
            PanelLoop.Write(writer, context, () =>
            {
                writer.Line($"{ForwardEmitter.Propagate(context, 2)}(ref w, ref scratch, blocks);");
                writer.Line($"NormalNoise.FillSigns(in key, 0, unchecked((uint)projection.FirstExample + (uint)first), blocks, {context.Outputs}, ref seeds);");
                writer.Line($"{context.Kernels.Require(ScalingKernels.MaskIdle)}(ref seeds, ref live, ref seeds, {context.Outputs}, blocks);");
                writer.Line($"loss += ResidualPanel(ref Refs.Add(ref target, first * {context.Outputs}), examples, blocks, ({real})2 / batch, ref scratch);");
                writer.Line("penalty += PenaltyOfSeeds(ref w, ref rows, examples, blocks, strength, first == 0, ref RefSpans.GetReference(gradient), ref scratch);");
            });
            writer.Line("return Penalized(loss / batch, penalty / batch, eta);");
        }
    }
}
