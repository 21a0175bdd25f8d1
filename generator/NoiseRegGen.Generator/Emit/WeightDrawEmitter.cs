using NoiseRegGen.Generator.Emit.Kernels;
using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;
using NoiseRegGen.Generator.Planning;

namespace NoiseRegGen.Generator.Emit;

/// <summary>Writes the samplings that draw the weights themselves: for every example, or once for the whole batch.</summary>
internal static class WeightDrawEmitter
{
    internal static void Write(SourceWriter writer, EmitContext context)
    {
        WritePropagate(writer, context);
        writer.Line();
        WriteBackpropagate(writer, context);
        writer.Line();
        WritePerturb(writer, context);
    }

    private static void WritePropagate(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        writer.Line("/// <summary>Fresh noise on every weight for every example: z_l = (W_l + devW E_l) h_{l-1} + b_l + devb e_l with standard deviations devW, devb = +- sqrt(eta), unless the noise has scales.</summary>");
        using (writer.Block($"private static void PropagatePerExample(ref {real} w, ref {real} draws, in global::NoiseRegGen.WeightNoise noise, in NoiseKey key, uint presentation, int sign, int blocks, ref {real} scratch)"))
        {
            writer.Line(context.Buffer("h0", "H0", $"{context.Inputs} x examples"));
            foreach (LayerModel layer in context.Upward)
            {
                int l = layer.Index;
                writer.Line();
                writer.Line($"// Layer {l}: z{l} = (W{l} + devW E{l}) h{l - 1} + b{l} + devb e{l}; {layer.Outputs} x examples.");
                writer.Line(context.Buffer($"h{l}", $"H{l}", $"{layer.Outputs} x examples"));
                writer.Line(LocalNoiseEmitter.LayerNoise(l));
                writer.Line($"{context.Kernels.Require(NoiseKernels.PerturbedAffine)}({context.LayerWeights(layer)}, {context.LayerBiases(layer)}, ref h{l - 1}, ref h{l}, in key, {l}, presentation, ({real})(sign * layer{l}.WeightDeviation), ({real})(sign * layer{l}.BiasDeviation), ref draws, {layer.Outputs}, {layer.Inputs}, blocks);");
                ForwardEmitter.WriteActivation(writer, context, layer, order: 1);
            }
        }
    }

    private static void WriteBackpropagate(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        writer.Line("/// <summary>The backward pass through the same perturbed weights, drawn again: dh_{l-1} = (W_l + devW E_l)^T dz_l. The gradient is added to, or overwritten if fresh.</summary>");
        using (writer.Block($"private static void BackpropagatePerExample(ref {real} w, ref {real} rows, int examples, int blocks, bool fresh, ref {real} gradient, ref {real} draws, in global::NoiseRegGen.WeightNoise noise, in NoiseKey key, uint presentation, int sign, ref {real} scratch)"))
        {
            OuterProductKernel.WriteGroups(writer, context, context.Layers, "the activations of one layer");
            foreach (LayerModel layer in context.Downward)
            {
                int l = layer.Index;
                BackwardEmitter.WriteSlope(writer, context, layer);
                BackwardEmitter.WriteWeightGradient(writer, context, layer);
                if (l == 1)
                    continue;
                writer.Line();
                writer.Line($"// dh{l - 1} = (W{l} + devW E{l})^T dz{l}; {layer.Inputs} x examples.");
                writer.Line(context.Buffer($"dh{l - 1}", ForwardEmitter.Gradients(l - 1), $"{layer.Inputs} x examples"));
                writer.Line(LocalNoiseEmitter.LayerNoise(l));
                writer.Line($"{context.Kernels.Require(NoiseKernels.PerturbedTransposed)}({context.LayerWeights(layer)}, ref dz{l}, ref dh{l - 1}, in key, {l}, presentation, ({real})(sign * layer{l}.WeightDeviation), ref draws, {layer.Outputs}, {layer.Inputs}, blocks);");
            }
        }
    }

    private static void WritePerturb(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        string perturb = context.Kernels.Require(NoiseKernels.Perturb);
        writer.Line("/// <summary>One draw E of all weights and biases: W + eps, and after it, for antithetic noise, W - eps, each a whole parameter vector; eps is E times the layer's standard deviations.</summary>");
        using (writer.Block($"private static void PerturbParameters(ref {real} w, in global::NoiseRegGen.WeightNoise noise, in NoiseKey key, ref {real} perturbed)"))
        {
            writer.Line($"ref {real} minus = ref Refs.Add(ref perturbed, ParameterCount); // holds E first, and without antithetic noise nothing else");
            foreach (LayerModel layer in context.Upward)
            {
                int l = layer.Index;
                LayerParameters parameters = context.Plan.Parameters[l - 1];
                writer.Line();
                writer.Line($"// E{l} {layer.Outputs} x {layer.Inputs}, e{l} {layer.Outputs}.");
                writer.Line(LocalNoiseEmitter.LayerNoise(l));
                writer.Line($"NormalNoise.FillWeights(in key, {l}, {parameters.End - parameters.Weights}, {context.LayerWeights(layer, "minus")});");
                WriteBothSigns(writer, $"Layout.W{l}", $"({real})layer{l}.WeightDeviation", perturb, parameters.Biases - parameters.Weights);
                WriteBothSigns(writer, $"Layout.B{l}", $"({real})layer{l}.BiasDeviation", perturb, parameters.End - parameters.Biases);
            }
        }
    }

    private static void WriteBothSigns(SourceWriter writer, string at, string deviation, string perturb, int count)
    {
        string draws = $"ref Refs.Add(ref minus, {at})";
        writer.Line($"{perturb}(ref Refs.Add(ref w, {at}), {draws}, {deviation}, ref Refs.Add(ref perturbed, {at}), {count});");
        writer.Line("if (noise.Antithetic)");
        writer.Line($"    {perturb}(ref Refs.Add(ref w, {at}), {draws}, -{deviation}, {draws}, {count});");
    }
}
