using NoiseRegGen.Generator.Emit.Kernels;
using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;
using NoiseRegGen.Generator.Planning;

namespace NoiseRegGen.Generator.Emit;

/// <summary>
/// Writes <c>P = sum_l s_l q_l</c> of a batch of one, with lanes over units: a few outputs' seeds go down side by side, the rows of a tile.
/// </summary>
internal static class SingleExampleNormEmitter
{
    internal static void Write(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        int last = context.LastLayer.Index;
        writer.Line("/// <summary>P of one example: a sweep down for the unit seeds of a few outputs at a time, of which only the squared norms of the deltas are kept. The same bits as in a batch.</summary>");
        using (writer.Block($"private static {real} SquaredGradientNormSingle(ref {real} w, ref {real} x, ref {real} scratch)"))
        {
            writer.Line("PropagateSingle(ref w, ref x, ref scratch);");
            WriteSeeds(writer, context);
            foreach (LayerModel layer in context.Upward)
                writer.Line($"{real} q{layer.Index} = 0;");
            int seeds = TilePlanner.Seeds(context.Outputs);
            using (writer.Block($"for (int first = 0; first < {context.Outputs}; first += {seeds})"))
            {
                writer.Line($"int count = global::System.Math.Min({seeds}, {context.Outputs} - first);");
                WriteTop(writer, context);
                for (int l = last - 1; l >= 1; l--)
                    WriteLayer(writer, context, context.Layers[l - 1], seeds);
            }

            WriteTotal(writer, context);
        }
    }

    private static void WriteSeeds(SourceWriter writer, EmitContext context)
    {
        LayerModel top = context.LastLayer;
        int last = top.Index;
        string blocks = SingleExampleEmitter.WholeBlocks(top);
        writer.Line();
        writer.Line($"// d_k = sigma{last}'(z_k), {ActivationKernels.SlopeFormula(top.Activation)}: the one row of delta{last} that the seed e_k leaves; {top.Outputs}.");
        writer.Line(context.Buffer("d", "Target", $"{top.Outputs}"));
        writer.Line($"{context.Kernels.Require(ScalingKernels.Fill)}(ref d, 1, {blocks});");
        if (top.Activation == ActivationKind.Identity)
            return;
        writer.Line(BackwardEmitter.SlopeSource(context, top, $"{top.Outputs}"));
        writer.Line($"{ActivationKernels.TimesSlope(context, top.Activation)}(ref d, ref {BackwardEmitter.SlopeName(top)}, ref d, {blocks});");
    }

    private static void WriteTop(SourceWriter writer, EmitContext context)
    {
        LayerModel top = context.LastLayer;
        int last = top.Index;
        writer.Line();
        writer.Line($"// q{last} += d_k^2{(last > 1 ? $"; a{last - 1} = (row k of W{last}) d_k, one row for each k" : string.Empty)}.");
        if (last > 1)
            WriteRows(writer, context, last - 1);
        using (writer.Block("for (int i = 0; i < count; i++)"))
        {
            writer.Line($"ref {context.Real} seed = ref Refs.Add(ref d, first + i);");
            writer.Line($"q{last} = {context.Real}.FusedMultiplyAdd(seed, seed, q{last});");
            if (last > 1)
                writer.Line($"{context.Kernels.Require(SingleExampleKernels.OuterProduct)}(ref seed, ref Refs.Add(ref w, Layout.W{last} + ((first + i) * {top.Inputs})), ref Refs.Add(ref a{last - 1}, i * width{last - 1}), 1, {top.Inputs});");
        }
    }

    // The rows a_l of the seeds, each from a whole lane block on.
    private static void WriteRows(SourceWriter writer, EmitContext context, int l)
    {
        int units = context.Layers[l - 1].Outputs;
        writer.Line(context.Buffer($"a{l}", ForwardEmitter.Gradients(l), $"seeds x {units}"));
        writer.Line($"int width{l} = Layout.WholeBlocks({units}) * Layout.Lanes;");
    }

    private static void WriteLayer(SourceWriter writer, EmitContext context, LayerModel layer, int seeds)
    {
        int l = layer.Index;
        writer.Line();
        writer.Line($"// delta{l} = sigma{l}' o a{l}, in place; q{l} += ||delta{l}||^2{(l > 1 ? $"; a{l - 1} = W{l}^T delta{l}" : string.Empty)}.");
        if (layer.Activation != ActivationKind.Identity)
            writer.Line(BackwardEmitter.SlopeSource(context, layer, $"{layer.Outputs}"));
        using (writer.Block("for (int i = 0; i < count; i++)"))
        {
            writer.Line($"ref {context.Real} delta = ref Refs.Add(ref a{l}, i * width{l});");
            if (layer.Activation != ActivationKind.Identity)
                writer.Line($"{ActivationKernels.TimesSlope(context, layer.Activation)}(ref delta, ref {BackwardEmitter.SlopeName(layer)}, ref delta, {SingleExampleEmitter.WholeBlocks(layer)});");
            writer.Line($"q{l} = {context.Kernels.Require(SingleExampleKernels.SquaredNorm)}(ref delta, q{l}, {layer.Outputs});");
        }

        if (l == 1)
            return;
        WriteRows(writer, context, l - 1);
        if (seeds > 1 && ProductPlan.Transposed(layer).Runs[0].Splits == 1)
        {
            writer.Line($"{SingleExampleKernels.TransposedMatrixRows(context, layer, seeds)}({context.LayerWeights(layer)}, ref a{l}, ref a{l - 1});");
            return;
        }

        writer.Line("for (int i = 0; i < count; i++)");
        writer.Line($"    {SingleExampleKernels.TransposedMatrixVector(context, layer)}({context.LayerWeights(layer)}, ref Refs.Add(ref a{l}, i * width{l}), ref Refs.Add(ref a{l - 1}, i * width{l - 1}));");
    }

    private static void WriteTotal(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        writer.Line();
        writer.Line("// P = sum_l s_l q_l, s_l = ||h_{l-1}||^2 + 1.");
        writer.Line($"{real} penalty = 0;");
        foreach (LayerModel layer in context.Upward)
        {
            int l = layer.Index;
            string below = l == 1 ? "x" : $"Refs.Add(ref scratch, Layout.H{l - 1} * Layout.PanelExamples)";
            writer.Line($"penalty = {real}.FusedMultiplyAdd({context.Kernels.Require(SingleExampleKernels.SquaredNorm)}(ref {below}, 1, {layer.Inputs}), q{l}, penalty);");
        }

        writer.Line("return penalty;");
    }
}
