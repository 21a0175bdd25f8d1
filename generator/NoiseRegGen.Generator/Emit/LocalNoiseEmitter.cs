using NoiseRegGen.Generator.Emit.Kernels;
using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;
using NoiseRegGen.Generator.Planning;

namespace NoiseRegGen.Generator.Emit;

/// <summary>Writes the local reparameterisation: <c>z~_l = W_l h~_{l-1} + b_l + rho_l xi_l</c>, <c>rho_l^2 = eta (||h~_{l-1}||^2 + 1)</c>.</summary>
internal static class LocalNoiseEmitter
{
    internal static void Write(SourceWriter writer, EmitContext context)
    {
        WritePropagate(writer, context);
        writer.Line();
        WriteBackpropagate(writer, context);
    }

    private static void WritePropagate(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        writer.Line("/// <summary>");
        writer.Line("/// Local reparameterisation: given the layer below, the perturbed z_l is Gaussian with mean W_l h_{l-1} + b_l and standard deviation");
        writer.Line("/// rho_l = sqrt(eta s_l), s_l = ||h_{l-1}||^2 + 1 (or, with scales of the noise, the biases' share of it), independently for each unit; so it is drawn itself,");
        writer.Line("/// not its weights. The draws made for sign + serve for -. h is the perturbed one.");
        writer.Line("/// </summary>");
        using (writer.Block($"private static void PropagateLocal(ref {real} w, in global::NoiseRegGen.WeightNoise noise, in NoiseKey key, uint presentation, int sign, int blocks, ref {real} scratch)"))
        {
            writer.Line(context.Buffer("h0", "H0", $"{context.Inputs} x examples"));
            foreach (LayerModel layer in context.Upward)
                WriteLayer(writer, context, layer);
        }
    }

    /// <summary>The view of one layer's share of the noise.</summary>
    internal static string LayerNoise(int layer) => $"var layer{layer} = global::NoiseRegGen.Infrastructure.LayerNoise.Of(in noise, {layer}, LayerCount);";

    private static void WriteLayer(SourceWriter writer, EmitContext context, LayerModel layer)
    {
        string real = context.Real;
        int l = layer.Index;
        writer.Line();
        writer.Line($"// Layer {l}: z{l} = W{l} h{l - 1} + b{l} + deviation sqrt(s{l}) xi{l}, s{l} = ||h{l - 1}||^2 + 1; h{l} = {ActivationKernels.Formula(layer.Activation).Replace("z", $"z{l}")}; {layer.Outputs} x examples.");
        writer.Line(LayerNoise(l));
        writer.Line(context.Buffer($"h{l}", $"H{l}", $"{layer.Outputs} x examples"));
        writer.Line($"{ProductKernel.Affine(context, layer)}({context.LayerWeights(layer)}, {context.LayerBiases(layer)}, ref h{l - 1}, ref h{l}, blocks);");
        bool fused = layer.Activation != ActivationKind.Identity && !layer.Activation.SavesDerivatives();
        using (writer.Block($"if (layer{l}.Deviation > 0)"))
        {
            writer.Line(context.Buffer($"s{l}", $"S{l}", "1 x examples"));
            writer.Line(context.Buffer($"xi{l}", $"Xi{l}", $"{layer.Outputs} x examples"));
            writer.Line($"{context.Kernels.Require(ScalingKernels.Fill)}(ref s{l}, ({real})layer{l}.BiasShare, blocks);");
            writer.Line($"if (layer{l}.OnWeights)");
            writer.Line($"    {context.Kernels.Require(ReductionKernels.AddSquaredNorms)}(ref h{l - 1}, ref s{l}, {layer.Inputs}, blocks);");
            writer.Line("if (sign > 0)");
            writer.Line($"    NormalNoise.FillUnits(in key, {l}, presentation, blocks, {layer.Outputs}, ref xi{l});");
            string kernel = fused ? ActivationKernels.ApplyNoisy(context, layer.Activation) : context.Kernels.Require(NoiseKernels.AddLocalNoise);
            writer.Line($"{kernel}(ref xi{l}, ref s{l}, ({real})(sign * layer{l}.Deviation), ref h{l}, {layer.Outputs}, blocks);");
        }

        if (fused)
        {
            using (writer.Block("else"))
                ForwardEmitter.WriteActivation(writer, context, layer, order: 1);
        }
        else
        {
            ForwardEmitter.WriteActivation(writer, context, layer, order: 1);
        }
    }

    /// <summary><c>s_l = ||h_{l-1}||^2 + 1</c>.</summary>
    internal static void WriteNorm(SourceWriter writer, EmitContext context, LayerModel layer)
    {
        int l = layer.Index;
        writer.Line(context.Buffer($"s{l}", $"S{l}", "1 x examples"));
        writer.Line($"{context.Kernels.Require(ScalingKernels.Fill)}(ref s{l}, 1, blocks);");
        writer.Line($"{context.Kernels.Require(ReductionKernels.AddSquaredNorms)}(ref h{l - 1}, ref s{l}, {layer.Inputs}, blocks);");
    }

    private static void WriteBackpropagate(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        int last = context.LastLayer.Index;
        writer.Line($"/// <summary>The backward pass of the local reparameterisation, from dh{last} in its place: rho_l depends on h_{{l-1}}, which adds f_l h_{{l-1}} to dh_{{l-1}}, f_l = deviation / sqrt(s_l) (xi_l . dz_l). The gradient is added to, or overwritten if fresh.</summary>");
        using (writer.Block($"private static void BackpropagateLocal(ref {real} w, ref {real} rows, int examples, int blocks, bool fresh, ref {real} gradient, in global::NoiseRegGen.WeightNoise noise, int sign, ref {real} scratch)"))
        {
            OuterProductKernel.WriteGroups(writer, context, context.Layers, "the activations of one layer");
            foreach (LayerModel layer in context.Downward)
            {
                int l = layer.Index;
                WriteSlope(writer, context, layer);
                BackwardEmitter.WriteWeightGradient(writer, context, layer);
                if (l == 1)
                    continue;
                BackwardEmitter.WriteTransposed(writer, context, layer);
                writer.Line();
                writer.Line($"// What is still to be added to dh{l - 1} is f{l} h{l - 1}, f{l} = deviation / sqrt(s{l}) (xi{l} . dz{l}), in the place of s{l}.");
                writer.Line(LayerNoise(l));
                writer.Line(context.Buffer($"f{l}", $"S{l}", "1 x examples"));
                writer.Line($"if (layer{l}.OnWeights)");
                writer.Line($"    {context.Kernels.Require(NoiseKernels.NoiseFeedback)}(ref Refs.Add(ref scratch, Layout.Xi{l} * Layout.PanelExamples), ref dz{l}, ref f{l}, ({real})(sign * layer{l}.Deviation), ref f{l}, {layer.Outputs}, blocks);");
            }
        }
    }

    // The noise of the layer above adds to dh: in the pass over dh that is there anyway.
    private static void WriteSlope(SourceWriter writer, EmitContext context, LayerModel layer)
    {
        int l = layer.Index;
        bool identity = layer.Activation == ActivationKind.Identity;
        if (l == context.LastLayer.Index)
        {
            BackwardEmitter.WriteSlope(writer, context, layer);
            return;
        }

        bool saved = layer.Activation.SavesDerivatives();
        string shape = $"{layer.Outputs} x examples";
        writer.Line();
        writer.Line($"// Layer {l}: dz{l} = (dh{l} + f{l + 1} h{l}) o sigma{l}', {ActivationKernels.SlopeFormula(layer.Activation)}; {shape}, in place.");
        writer.Line(context.Buffer($"dz{l}", ForwardEmitter.Gradients(l), shape));
        writer.Line(context.Buffer($"h{l}", $"H{l}", shape));
        if (saved)
            writer.Line(BackwardEmitter.SlopeSource(context, layer));
        string slope = saved ? $"ref slope{l}, " : string.Empty;
        writer.Line($"if (layer{l + 1}.OnWeights)");
        writer.Line($"    {ActivationKernels.TimesSlopeWithFeedback(context, layer.Activation)}(ref dz{l}, ref h{l}, {slope}ref f{l + 1}, {layer.Outputs}, blocks);");
        if (identity)
            return;
        writer.Line("else");
        writer.Line($"    {ActivationKernels.TimesSlope(context, layer.Activation)}(ref dz{l}, ref {BackwardEmitter.SlopeName(layer)}, ref dz{l}, {layer.Outputs} * blocks);");
    }
}
