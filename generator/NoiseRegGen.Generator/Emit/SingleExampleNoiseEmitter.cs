using NoiseRegGen.Generator.Emit.Kernels;
using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;

namespace NoiseRegGen.Generator.Emit;

/// <summary>
/// Writes the noisy passes of a batch of one, with lanes over units: of local reparameterisation, and of one draw of the weights for the batch, which for one
/// example is the noiseless pass at W + eps. Fresh weights for every example stay with the lane blocks: one example or many, the draws are the cost.
/// </summary>
internal static class SingleExampleNoiseEmitter
{
    /// <summary>Whether a call is one of the passes below.</summary>
    internal const string Condition = "batch == 1 && noise.Sampling != global::NoiseRegGen.NoiseSampling.PerExample";

    private const string Noise = "in global::NoiseRegGen.WeightNoise noise";

    internal static void Write(SourceWriter writer, EmitContext context)
    {
        WriteForward(writer, context);
        writer.Line();
        WriteGradient(writer, context);
        writer.Line();
        WriteStart(writer, context);
        writer.Line();
        WritePropagate(writer, context);
        writer.Line();
        WriteBackpropagate(writer, context);
        writer.Line();
        WritePropagateLocal(writer, context);
        writer.Line();
        WriteBackpropagateLocal(writer, context);
    }

    private static void WriteForward(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        int last = context.LastLayer.Index;
        writer.Line("/// <summary>The perturbed outputs of one example, averaged over the signs of the noise. The same bits as in a batch.</summary>");
        using (writer.Block($"private static void NoisyForwardSingle(ref {real} w, ref {real} x, ref {real} y, {Noise}, Workspace workspace)"))
        {
            writer.Line("NoiseKey key = new(noise.Seed, noise.Step);");
            writer.Line($"ref {real} scratch = ref workspace.Start;");
            writer.Line($"ref {real} perturbed = ref PerturbedSingle(ref w, in noise, in key, workspace);");
            writer.Line(context.Buffer("yhat", $"H{last}", $"{context.Outputs}"));
            writer.Line("PropagateNoisySingle(ref w, ref perturbed, ref x, in noise, in key, 1, ref scratch);");
            using (writer.Block("if (noise.Antithetic)"))
            {
                writer.Line(context.Buffer("mean", "Mean", $"{context.Outputs}"));
                writer.Line($"RefSpans.CreateSpan(ref yhat, {context.Outputs}).CopyTo(RefSpans.CreateSpan(ref mean, {context.Outputs}));");
                writer.Line("PropagateNoisySingle(ref w, ref perturbed, ref x, in noise, in key, -1, ref scratch);");
                writer.Line($"{context.Kernels.Require(NoiseKernels.Mean)}(ref mean, ref yhat, {SingleExampleEmitter.WholeBlocks(context.LastLayer)});");
            }

            writer.Line();
            writer.Line($"RefSpans.CreateSpan(ref yhat, {context.Outputs}).CopyTo(RefSpans.CreateSpan(ref y, {context.Outputs}));");
        }
    }

    private static void WriteGradient(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        writer.Line("/// <summary>Loss and gradient of one example at the perturbed weights; the second sign of the noise adds to the gradient of the first.</summary>");
        using (writer.Block($"private static {real} NoisyGradientSingle(ref {real} w, ref {real} x, ref {real} target, ref {real} gradient, {Noise}, Workspace workspace)"))
        {
            writer.Line("NoiseKey key = new(noise.Seed, noise.Step);");
            writer.Line($"ref {real} scratch = ref workspace.Start;");
            writer.Line($"ref {real} perturbed = ref PerturbedSingle(ref w, in noise, in key, workspace);");
            writer.Line("int signs = noise.Antithetic ? 2 : 1;");
            writer.Line("double sum = 0;");
            using (writer.Block("for (int sign = 1; sign > -signs; sign -= 2)"))
            {
                writer.Line("PropagateNoisySingle(ref w, ref perturbed, ref x, in noise, in key, sign, ref scratch);");
                writer.Line($"sum += ResidualSingle(ref target, ({real})2 / signs, ref scratch);");
                writer.Line("BackpropagateNoisySingle(ref w, ref perturbed, ref x, ref gradient, in noise, sign, ref scratch);");
            }

            writer.Line($"return ({real})(sum / signs);");
        }
    }

    private static void WriteStart(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        writer.Line("/// <summary>For noise per batch W + eps (antithetic: W - eps, too), each a whole parameter vector; w itself otherwise.</summary>");
        using (writer.Block($"private static ref {real} PerturbedSingle(ref {real} w, {Noise}, in NoiseKey key, Workspace workspace)"))
        {
            writer.Line("if (noise.Sampling != global::NoiseRegGen.NoiseSampling.PerBatch)");
            writer.Line("    return ref w;");
            writer.Line($"ref {real} perturbed = ref workspace.Rare(2L * ParameterCount);");
            writer.Line("PerturbParameters(ref w, in noise, in key, ref perturbed);");
            writer.Line("return ref perturbed;");
        }
    }

    private static void WritePropagate(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        writer.Line("/// <summary>The perturbed forward pass of one example with one sign of the noise; + comes first.</summary>");
        using (writer.Block($"private static void PropagateNoisySingle(ref {real} w, ref {real} perturbed, ref {real} x, {Noise}, in NoiseKey key, int sign, ref {real} scratch)"))
        {
            writer.Line("if (noise.Sampling == global::NoiseRegGen.NoiseSampling.PerBatch)");
            writer.Line("    PropagateSingle(ref sign > 0 ? ref perturbed : ref Refs.Add(ref perturbed, ParameterCount), ref x, ref scratch);");
            writer.Line("else // LocalReparameterization, LayerWise");
            writer.Line("    PropagateLocalSingle(ref w, ref x, in noise, in key, sign, ref scratch);");
        }
    }

    private static void WriteBackpropagate(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        writer.Line("/// <summary>The perturbed backward pass of one example; the gradient is overwritten for sign +, added to for -.</summary>");
        using (writer.Block($"private static void BackpropagateNoisySingle(ref {real} w, ref {real} perturbed, ref {real} x, ref {real} gradient, {Noise}, int sign, ref {real} scratch)"))
        {
            writer.Line("if (noise.Sampling == global::NoiseRegGen.NoiseSampling.PerBatch)");
            writer.Line("    BackpropagateSingle(ref sign > 0 ? ref perturbed : ref Refs.Add(ref perturbed, ParameterCount), ref x, ref gradient, sign < 0, ref scratch);");
            writer.Line("else // LocalReparameterization, LayerWise");
            writer.Line("    BackpropagateLocalSingle(ref w, ref x, ref gradient, in noise, sign, ref scratch);");
        }
    }

    private static void WritePropagateLocal(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        writer.Line("/// <summary>The local reparameterisation of one example: z_l gets deviation sqrt(s_l) xi_l, s_l = ||h_{l-1}||^2 + 1, as in a batch. The draws made for sign + serve for -.</summary>");
        using (writer.Block($"private static void PropagateLocalSingle(ref {real} w, ref {real} x, {Noise}, in NoiseKey key, int sign, ref {real} scratch)"))
        {
            writer.Line("uint presentation = unchecked((uint)noise.FirstExample);");
            foreach (LayerModel layer in context.Upward)
                WriteLayer(writer, context, layer);
        }
    }

    private static void WriteLayer(SourceWriter writer, EmitContext context, LayerModel layer)
    {
        string real = context.Real;
        int l = layer.Index;
        writer.Line();
        writer.Line($"// Layer {l}: z{l} = W{l} h{l - 1} + b{l} + deviation sqrt(s{l}) xi{l}, s{l} = ||h{l - 1}||^2 + 1; h{l} = {ActivationKernels.Formula(layer.Activation).Replace("z", $"z{l}")}; {layer.Outputs}.");
        writer.Line(LocalNoiseEmitter.LayerNoise(l));
        writer.Line(context.Buffer($"s{l}", $"S{l}", "one number"));
        writer.Line(context.Buffer($"xi{l}", $"Xi{l}", $"{layer.Outputs}"));
        using (writer.Block($"if (layer{l}.Deviation > 0) // before the product, so that neither waits for the other"))
        {
            writer.Line($"s{l} = ({real})layer{l}.BiasShare;");
            writer.Line($"if (layer{l}.OnWeights)");
            writer.Line($"    s{l} = {context.Kernels.Require(SingleExampleKernels.SquaredNorm)}(ref {SingleExampleEmitter.Below(l)}, s{l}, {layer.Inputs});");
            writer.Line("if (sign > 0)");
            writer.Line($"    NormalNoise.FillExample(in key, {l}, presentation, {layer.Outputs}, ref xi{l});");
        }

        SingleExampleEmitter.WriteAffine(writer, context, layer);
        writer.Line($"if (layer{l}.Deviation > 0)");
        writer.Line($"    {context.Kernels.Require(NoiseKernels.Perturb)}(ref h{l}, ref xi{l}, ({real})(sign * layer{l}.Deviation) * {real}.Sqrt(s{l}), ref h{l}, {layer.Outputs});");
        ForwardEmitter.WriteActivation(writer, context, layer, order: 1, rows: SingleExampleEmitter.WholeBlocks(layer));
    }

    private static void WriteBackpropagateLocal(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        writer.Line("/// <summary>The backward pass of the local reparameterisation of one example: dh_{l-1} gets deviation / sqrt(s_l) (xi_l . dz_l) h_{l-1}. The gradient is overwritten for sign +, added to for -.</summary>");
        using (writer.Block($"private static void BackpropagateLocalSingle(ref {real} w, ref {real} x, ref {real} gradient, {Noise}, int sign, ref {real} scratch)"))
        {
            writer.Line("bool add = sign < 0;");
            foreach (LayerModel layer in context.Downward)
            {
                SingleExampleEmitter.WriteLayerGradient(writer, context, layer);
                if (layer.Index > 1)
                    WriteFeedback(writer, context, layer);
            }
        }
    }

    // The dot product comes before the other one, so that neither waits for the other.
    private static void WriteFeedback(SourceWriter writer, EmitContext context, LayerModel layer)
    {
        string real = context.Real;
        int l = layer.Index;
        writer.Line();
        writer.Line($"// dh{l - 1} = W{l}^T dz{l} + deviation / sqrt(s{l}) (xi{l} . dz{l}) h{l - 1}; {layer.Inputs}.");
        writer.Line(LocalNoiseEmitter.LayerNoise(l));
        writer.Line(context.Buffer($"s{l}", $"S{l}", "one number"));
        writer.Line(context.Buffer($"xi{l}", $"Xi{l}", $"{layer.Outputs}"));
        writer.Line(context.Buffer($"dh{l - 1}", ForwardEmitter.Gradients(l - 1), $"{layer.Inputs}"));
        string dot = $"{context.Kernels.Require(SingleExampleKernels.Dot)}(ref xi{l}, ref dz{l}, {layer.Outputs})";
        writer.Line($"{real} feedback{l} = layer{l}.OnWeights ? ({real})(sign * layer{l}.Deviation) / {real}.Sqrt(s{l}) * {dot} : 0;");
        writer.Line(SingleExampleEmitter.MultiplyTransposed(context, layer));
        writer.Line($"if (layer{l}.OnWeights)");
        writer.Line($"    {context.Kernels.Require(NoiseKernels.Perturb)}(ref dh{l - 1}, ref Refs.Add(ref scratch, Layout.H{l - 1} * Layout.PanelExamples), feedback{l}, ref dh{l - 1}, {layer.Inputs});");
    }
}
