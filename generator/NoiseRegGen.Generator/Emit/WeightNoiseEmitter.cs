using NoiseRegGen.Generator.Emit.Kernels;
using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;

namespace NoiseRegGen.Generator.Emit;

/// <summary>Writes the passes with noise on the weights, <c>eps ~ N(0, eta I)</c> (theory 1.7).</summary>
internal static class WeightNoiseEmitter
{
    internal static GeneratedFile Write(EmitContext context) =>
        SourceFile.Write(context, "WeightNoise", "The passes with noise eps ~ N(0, eta I) on weights and biases.", null, string.Empty, writer =>
        {
            WriteNoisyForward(writer, context);
            writer.Line();
            WriteNoisyGradient(writer, context);
            writer.Line();
            WritePropagateNoisy(writer, context);
            writer.Line();
            WriteBackpropagateNoisy(writer, context);
            writer.Line();
            writer.Line("/// <summary>The perturbed parameters of one sign, of which PerBatch keeps both in <c>memory</c>.</summary>");
            writer.Line($"private static ref {context.Real} Perturbed(ref {context.Real} memory, int sign) => ref sign > 0 ? ref memory : ref Refs.Add(ref memory, ParameterCount);");
            writer.Line();
            LocalNoiseEmitter.Write(writer, context);
            writer.Line();
            WeightDrawEmitter.Write(writer, context);
        });

    private static void WriteNoisyForward(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        Documentation.Summary(writer, "The outputs with noise on the weights; with antithetic noise the mean of the outputs at +eps and -eps. At eta = 0 the noiseless outputs, bit for bit.");
        Documentation.Input(writer, context);
        Documentation.Parameter(writer, "y", $"batch x {context.Outputs}; overwritten.");
        Documentation.Noise(writer);
        Documentation.Workspace(writer);
        Documentation.Throws(writer, "Eta is negative, NaN or infinite, an index lies outside [0, 2^32), or the sampling is undefined.", noise: true);
        using (writer.Block($"public void NoisyForward(global::System.ReadOnlySpan<{real}> x, global::System.Span<{real}> y, in global::NoiseRegGen.WeightNoise noise, global::NoiseRegGen.MlpWorkspace<{real}> workspace)"))
        {
            writer.Line($"int batch = MlpArguments.Batch(x, {context.Inputs});");
            writer.Line($"MlpArguments.Rows<{real}>(y, batch, {context.Outputs}, nameof(y));");
            BackwardEmitter.WriteSeparate(writer, context, "y", "x");
            writer.Line("MlpArguments.Noise(in noise, batch);");
            writer.Line("MlpArguments.Scales(noise.Scales, LayerCount);");
            writer.Line($"Workspace own = MlpArguments.Workspace<Workspace, {real}>(workspace);");
            using (writer.Block($"if (({real})global::System.Math.Sqrt(noise.Eta) == 0)"))
                writer.Line("ForwardPanels(ref Start(_parameters), ref RefSpans.GetReference(x), ref RefSpans.GetReference(y), batch, ref own.Start, Layout.PanelBlocks);");
            using (writer.Block($"else if ({SingleExampleNoiseEmitter.Condition})"))
                writer.Line("NoisyForwardSingle(ref Start(_parameters), ref RefSpans.GetReference(x), ref RefSpans.GetReference(y), in noise, own);");
            using (writer.Block("else"))
                writer.Line("NoisyForwardSweep(ref Start(_parameters), ref RefSpans.GetReference(x), ref RefSpans.GetReference(y), batch, in noise, own);");
        }

        writer.Line();
        writer.Line("/// <summary>The perturbed forward pass with each sign of the noise; yhat is averaged over the signs.</summary>");
        using (writer.Block($"private static void NoisyForwardSweep(ref {real} w, ref {real} x, ref {real} y, int batch, in global::NoiseRegGen.WeightNoise noise, Workspace workspace)"))
        {
            WriteSweepStart(writer, context);
            PanelLoop.Write(writer, context, () =>
            {
                int last = context.LastLayer.Index;
                writer.Line(context.Buffer("yhat", $"H{last}", $"{context.Outputs} x examples"));
                writer.Line(context.Buffer("mean", "Mean", $"{context.Outputs} x examples"));
                writer.Line("uint presentation = unchecked((uint)noise.FirstExample + (uint)first);");
                writer.Line("PropagateNoisy(ref w, ref memory, in noise, in key, presentation, 1, blocks, ref scratch);");
                using (writer.Block("if (noise.Antithetic)"))
                {
                    writer.Line($"RefSpans.CreateSpan(ref yhat, {context.Outputs} * blocks * Layout.Lanes).CopyTo(RefSpans.CreateSpan(ref mean, {context.Outputs} * blocks * Layout.Lanes));");
                    writer.Line("PropagateNoisy(ref w, ref memory, in noise, in key, presentation, -1, blocks, ref scratch);");
                    writer.Line($"{context.Kernels.Require(NoiseKernels.Mean)}(ref mean, ref yhat, {context.Outputs} * blocks);");
                }

                writer.Line();
                writer.Line($"LaneBlocks.Store(ref yhat, examples, {context.Outputs}, ref Refs.Add(ref y, first * {context.Outputs}));");
            });
        }
    }

    private static void WriteNoisyGradient(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        Documentation.Summary(writer, "The mean over examples of the perturbed squared error, and its gradient with respect to the unperturbed parameters with the noise held fixed; with antithetic noise the mean over +eps and -eps of both. At eta = 0 the noiseless results, bit for bit.");
        Documentation.Input(writer, context);
        Documentation.Target(writer, context);
        Documentation.Gradient(writer, context);
        Documentation.Noise(writer);
        Documentation.Workspace(writer);
        Documentation.Returns(writer, "The mean perturbed squared error, summed over outputs.");
        Documentation.Throws(writer, "Eta is negative, NaN or infinite, an index lies outside [0, 2^32), or the sampling is undefined.", noise: true);
        using (writer.Block($"public {real} NoisyGradient(global::System.ReadOnlySpan<{real}> x, global::System.ReadOnlySpan<{real}> target, global::System.Span<{real}> gradient, in global::NoiseRegGen.WeightNoise noise, global::NoiseRegGen.MlpWorkspace<{real}> workspace)"))
        {
            BackwardEmitter.WriteGradientChecks(writer, context, "target");
            writer.Line("MlpArguments.Noise(in noise, batch);");
            writer.Line("MlpArguments.Scales(noise.Scales, LayerCount);");
            writer.Line($"return ({real})global::System.Math.Sqrt(noise.Eta) == 0");
            writer.Line("    ? GradientSweep(ref Start(_parameters), ref RefSpans.GetReference(x), ref RefSpans.GetReference(target), gradient, batch, ref scratch)");
            writer.Line("    : NoisyGradientSweep(ref Start(_parameters), ref RefSpans.GetReference(x), ref RefSpans.GetReference(target), gradient, batch, in noise, (Workspace)workspace);");
        }

        writer.Line();
        writer.Line("/// <summary>Loss and gradient at the perturbed weights, for each sign of the noise.</summary>");
        using (writer.Block($"private static {real} NoisyGradientSweep(ref {real} w, ref {real} x, ref {real} target, global::System.Span<{real}> gradient, int batch, in global::NoiseRegGen.WeightNoise noise, Workspace workspace)"))
        {
            writer.Line($"if ({SingleExampleNoiseEmitter.Condition})");
            writer.Line("    return NoisyGradientSingle(ref w, ref x, ref target, ref RefSpans.GetReference(gradient), in noise, workspace);");
            writer.Line();
            WriteSweepStart(writer, context);
            writer.Line("int signs = noise.Antithetic ? 2 : 1;");
            writer.Line($"{real} scale = ({real})2 / batch / signs;");
            writer.Line("double sum = 0;");
            PackedColumnsEmitter.WriteCall(writer, context, "ref noise.Sampling == global::NoiseRegGen.NoiseSampling.PerBatch ? ref memory : ref w");
            PanelLoop.Write(writer, context, () =>
            {
                writer.Line("uint presentation = unchecked((uint)noise.FirstExample + (uint)first);");
                using (writer.Block("for (int sign = 1; sign > -signs; sign -= 2)"))
                {
                    if (context.PacksColumns)
                    {
                        writer.Line("if (signs == 2 && noise.Sampling == global::NoiseRegGen.NoiseSampling.PerBatch)");
                        writer.Line("    PackColumns(ref Perturbed(ref memory, sign), examples, ref scratch); // W + eps and W - eps take turns");
                    }
                    writer.Line("PropagateNoisy(ref w, ref memory, in noise, in key, presentation, sign, blocks, ref scratch);");
                    writer.Line($"sum += ResidualPanel(ref Refs.Add(ref target, first * {context.Outputs}), examples, blocks, scale, ref scratch);");
                    writer.Line("BackpropagateNoisy(ref w, ref rows, examples, blocks, first == 0 && sign > 0, ref RefSpans.GetReference(gradient), ref memory, in noise, in key, presentation, sign, ref scratch);");
                }
            });
            writer.Line($"return ({real})(sum / signs / batch);");
        }
    }

    private static void WriteSweepStart(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        writer.Line("NoiseKey key = new(noise.Seed, noise.Step);");
        writer.Line($"ref {real} scratch = ref workspace.Start;");
        writer.Line($"ref {real} memory = ref scratch; // for draws of weights: W + eps and W - eps, or one row of draws");
        using (writer.Block("if (noise.Sampling == global::NoiseRegGen.NoiseSampling.PerBatch)"))
        {
            writer.Line("memory = ref workspace.Rare(2L * ParameterCount);");
            writer.Line("PerturbParameters(ref w, in noise, in key, ref memory);");
        }

        using (writer.Block("else if (noise.Sampling == global::NoiseRegGen.NoiseSampling.PerExample)"))
            writer.Line("memory = ref workspace.Rare((long)Layout.WidestRow * Layout.Lanes);");
        writer.Line();
    }

    private static void WritePropagateNoisy(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        writer.Line("/// <summary>The perturbed forward pass of one panel with one sign of the noise; + comes first. What <c>memory</c> holds depends on the sampling.</summary>");
        using (writer.Block($"private static void PropagateNoisy(ref {real} w, ref {real} memory, in global::NoiseRegGen.WeightNoise noise, in NoiseKey key, uint presentation, int sign, int blocks, ref {real} scratch)"))
        {
            WriteSwitch(
                writer,
                "PropagateLocal(ref w, in noise, in key, presentation, sign, blocks, ref scratch);",
                "PropagatePerExample(ref w, ref memory, in noise, in key, presentation, sign, blocks, ref scratch);",
                "Propagate(ref Perturbed(ref memory, sign), ref scratch, blocks);");
        }
    }

    private static void WriteBackpropagateNoisy(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        writer.Line("/// <summary>The perturbed backward pass of one panel, with the noise of the forward pass before it; the gradient is added to, or overwritten if fresh.</summary>");
        using (writer.Block($"private static void BackpropagateNoisy(ref {real} w, ref {real} rows, int examples, int blocks, bool fresh, ref {real} gradient, ref {real} memory, in global::NoiseRegGen.WeightNoise noise, in NoiseKey key, uint presentation, int sign, ref {real} scratch)"))
        {
            WriteSwitch(
                writer,
                "BackpropagateLocal(ref w, ref rows, examples, blocks, fresh, ref gradient, in noise, sign, ref scratch);",
                "BackpropagatePerExample(ref w, ref rows, examples, blocks, fresh, ref gradient, ref memory, in noise, in key, presentation, sign, ref scratch);",
                "Backpropagate(ref Perturbed(ref memory, sign), ref rows, examples, blocks, fresh, ref gradient, ref scratch);");
        }
    }

    private static void WriteSwitch(SourceWriter writer, string local, string perExample, string perBatch)
    {
        using (writer.Block("switch (noise.Sampling)"))
        {
            foreach ((string label, string call) in new[]
            {
                ("case global::NoiseRegGen.NoiseSampling.PerExample:", perExample),
                ("case global::NoiseRegGen.NoiseSampling.PerBatch:", perBatch),
                ("default: // LocalReparameterization, LayerWise", local),
            })
            {
                writer.Line(label);
                writer.Line("    " + call);
                writer.Line("    break;");
            }
        }
    }
}
