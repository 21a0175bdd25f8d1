using System.Linq;
using NoiseRegGen.Generator.Emit.Kernels;
using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;
using NoiseRegGen.Generator.Planning;

namespace NoiseRegGen.Generator.Emit;

/// <summary>
/// Writes the unbiased estimate of <c>diag G_l</c> by <c>t_l^2</c>, <c>t_l = sqrt(s_l) xi_l + W_l (sigma' o t_{l-1})</c> with random signs xi, whose covariance is
/// G_l (theory 1.6), and the way back through it.
/// </summary>
internal static class ProbeEmitter
{
    internal static void Write(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        LaplacianPlan plan = context.Plan.Laplacian;
        writer.Line("/// <summary>An estimate of diag G_l of every curved layer by one probe for each example, after a forward pass and the norms s_l: t_l^2, where t_l has covariance G_l.</summary>");
        using (writer.Block($"private static void GramDiagonals(ref {real} w, in NoiseKey key, uint presentation, int blocks, ref {real} scratch)"))
        {
            if (plan.LastCurved > 1)
                writer.Line(context.Buffer("sloped", "Sloped", "sigma' o t of one layer"));
            for (int l = 1; l <= plan.LastCurved; l++)
                WriteAnswer(writer, context, context.Layers[l - 1]);
        }
    }

    internal static void WriteFeedback(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        int last = context.Plan.Laplacian.LastCurved;
        writer.Line("/// <summary>");
        writer.Line("/// The way back through t_l^2, from dgram_l, the derivative with respect to it, with dt_l that with respect to t_l: dW_l is added to, c_l gets the derivative with");
        writer.Line("/// respect to z_l, and q_l twice that with respect to s_l.");
        writer.Line("/// </summary>");
        using (writer.Block($"private static void GramFeedback(ref {real} w, int examples, int blocks, ref {real} gradient, ref {real} scratch)"))
        {
            if (last == 1)
            {
                writer.Line("// t1 = sqrt(s1) xi1 depends on nothing that is learnt.");
                return;
            }

            writer.Line(context.Buffer("sloped", "Sloped", "sigma' o t of one layer"));
            OuterProductKernel.WriteGroups(writer, context, context.Upward.Where(layer => layer.Index > 1 && layer.Index <= last), "the same");
            writer.Line(context.Buffer($"dt{last}", GramFeedbackEmitter.TangentGradient(last), $"{context.Layers[last - 1].Outputs} x examples"));
            writer.Line($"{context.Kernels.Require(ScalingKernels.Fill)}(ref dt{last}, 0, {context.Layers[last - 1].Outputs} * blocks);");
            for (int l = last; l >= 2; l--)
                WriteBack(writer, context, context.Layers[l - 1]);
        }
    }

    private static void WriteAnswer(SourceWriter writer, EmitContext context, LayerModel layer)
    {
        int l = layer.Index;
        writer.Line();
        writer.Line($"// t{l} = sqrt(s{l}) xi{l}{(l > 1 ? $" + W{l} (sigma{l - 1}' o t{l - 1})" : string.Empty)}{(PenaltySweepEmitter.Curved(layer) ? $"; gram{l} = t{l}^2" : string.Empty)}; {layer.Outputs} x examples.");
        writer.Line(context.Buffer($"xi{l}", $"Signs{l}", $"{layer.Outputs} x examples"));
        writer.Line(context.Buffer($"t{l}", $"Tangent{l}", $"{layer.Outputs} x examples"));
        writer.Line($"NormalNoise.FillSigns(in key, {l}, presentation, blocks, {layer.Outputs}, ref xi{l});");
        writer.Line($"{context.Kernels.Require(LaplacianKernels.ScaleByRoot)}(ref xi{l}, ref {GramDiagonalEmitter.Row($"S{l}")}, ref t{l}, {layer.Outputs}, blocks);");
        if (l > 1)
        {
            string below = GramDiagonalEmitter.WriteSloped(writer, context, context.Layers[l - 2]);
            writer.Line($"{ProductKernel.MultiplyAdd(context, layer)}({context.LayerWeights(layer)}, ref {below}, ref t{l}, blocks);");
        }

        if (PenaltySweepEmitter.Curved(layer))
            writer.Line($"{context.Kernels.Require(LaplacianKernels.Square)}(ref t{l}, ref {GramDiagonalEmitter.Row($"Gram{l}")}, {layer.Outputs} * blocks * Layout.Lanes);");
    }

    private static void WriteBack(SourceWriter writer, EmitContext context, LayerModel layer)
    {
        int l = layer.Index;
        if (PenaltySweepEmitter.Curved(layer))
        {
            writer.Line();
            writer.Line($"// gram{l} = t{l}^2: dt{l} += 2 dgram{l} o t{l}; {layer.Outputs} x examples.");
            writer.Line($"{context.Kernels.Require(LaplacianKernels.AddTwiceProduct)}(ref {GramDiagonalEmitter.Row($"GramGradient{l}")}, ref {GramDiagonalEmitter.Row($"Tangent{l}")}, ref dt{l}, {layer.Outputs} * blocks * Layout.Lanes);");
        }

        writer.Line($"// sqrt(s{l}) xi{l}: q{l} += (xi{l} . dt{l}) / sqrt(s{l}).");
        writer.Line($"{context.Kernels.Require(LaplacianKernels.AddRootFeedback)}(ref {GramDiagonalEmitter.Row($"Signs{l}")}, ref dt{l}, ref {GramDiagonalEmitter.Row($"S{l}")}, ref {GramDiagonalEmitter.Row($"Q{l}")}, {layer.Outputs}, blocks);");
        GramFeedbackEmitter.WriteTangentBack(writer, context, layer);
    }
}
