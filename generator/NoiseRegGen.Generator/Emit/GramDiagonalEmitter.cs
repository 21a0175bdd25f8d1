using NoiseRegGen.Generator.Emit.Kernels;
using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;
using NoiseRegGen.Generator.Planning;

namespace NoiseRegGen.Generator.Emit;

/// <summary>
/// Writes the exact diagonals of the Gram matrices: <c>diag G_l</c> is the variance of z_l under unit noise on all parameters, the sum over all units i of all
/// layers m up to l of <c>s_m t_l^2</c>, <c>t_l = d z_l / d z_{m,i}</c> (theory 1.6). Layer l's own units give s_l, those of the layer below a product with the
/// squared weights; those below that are taken one by one.
/// </summary>
internal static class GramDiagonalEmitter
{
    internal static void Write(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        LaplacianPlan plan = context.Plan.Laplacian;
        writer.Line("/// <summary>diag G_l of every curved layer, after a forward pass and the norms s_l: to first order eta diag G_l is the variance of z_l under noise on layers 1..l. Its part eta s_l is the noise of layer l itself, as in the local reparameterisation; the rest comes up from below.</summary>");
        using (writer.Block($"private static void GramDiagonals(ref {real} w, Workspace workspace, int blocks, ref {real} scratch)"))
        {
            if (plan.LargestMatrix > 0)
                writer.Line($"ref {real} squares = ref workspace.Rare(2L * {plan.LargestMatrix}); // W o W of one layer; grown on the first call");
            for (int l = 1; l <= plan.LastCurved; l++)
                WriteOwnAndBelow(writer, context, context.Layers[l - 1]);
            if (plan.LastSource > 0)
                WriteUnitLoop(writer, context, "UnitAnswer(ref w, source, unit, blocks, ref scratch);", null);
        }

        if (plan.LastSource == 0)
            return;
        writer.Line();
        WriteUnitAnswer(writer, context);
    }

    private static void WriteOwnAndBelow(SourceWriter writer, EmitContext context, LayerModel layer)
    {
        int l = layer.Index;
        if (!PenaltySweepEmitter.Curved(layer))
            return;
        writer.Line();
        writer.Line(l == 1 ? "// diag G1 = s1." : $"// diag G{l} = s{l} + (W{l} o W{l}) (s{l - 1} sigma{l - 1}'^2){(l > 2 ? ", and what the units further below add" : string.Empty)}; {layer.Outputs} x examples.");
        writer.Line(context.Buffer($"gram{l}", $"Gram{l}", $"{layer.Outputs} x examples"));
        writer.Line($"{context.Kernels.Require(ScalingKernels.Spread)}(ref {Row($"S{l}")}, ref gram{l}, {layer.Outputs}, blocks);");
        if (l == 1)
            return;
        WriteSquaredSlopes(writer, context, layer);
        writer.Line($"{ProductKernel.MultiplyAdd(context, layer)}(ref squares, ref Refs.Add(ref scratch, Layout.Sloped * Layout.PanelExamples), ref gram{l}, blocks);");
    }

    /// <summary><c>W_l o W_l</c> to the view squares, and <c>s_{l-1} sigma_{l-1}'^2</c> to its buffer.</summary>
    internal static void WriteSquaredSlopes(SourceWriter writer, EmitContext context, LayerModel layer)
    {
        LayerModel below = context.Layers[layer.Index - 2];
        string s = Row($"S{below.Index}"), sloped = Row("Sloped");
        writer.Line($"{context.Kernels.Require(LaplacianKernels.Square)}({context.LayerWeights(layer)}, ref squares, {layer.Outputs} * {layer.Inputs});");
        writer.Line(below.Activation == ActivationKind.Identity
            ? $"{context.Kernels.Require(ScalingKernels.Spread)}(ref {s}, ref {sloped}, {below.Outputs}, blocks);"
            : $"{ActivationKernels.SquaredSlope(context, below.Activation)}(ref {SlopeRow(below)}, ref {s}, ref {sloped}, {below.Outputs}, blocks);");
    }

    /// <summary>The loop over every unit of the layers whose noise reaches a curved layer through another one.</summary>
    internal static void WriteUnitLoop(SourceWriter writer, EmitContext context, string body, System.Action? afterLayer)
    {
        int last = context.Plan.Laplacian.LastSource;
        writer.Line();
        writer.Line($"// The units of layers 1 to {last} one by one, each with variance s of its layer.");
        using (writer.Block($"for (int source = 1; source <= {last}; source++)"))
        {
            writer.Line($"int units = LayerSizes[source];");
            writer.Line("for (int unit = 0; unit < units; unit++)");
            writer.Line($"    {body}");
            afterLayer?.Invoke();
        }
    }

    private static void WriteUnitAnswer(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        LaplacianPlan plan = context.Plan.Laplacian;
        writer.Line("/// <summary>");
        writer.Line("/// t_l = d z_l / d z_{source, unit} for every l above the source, and diag G_l += s_source t_l^2 from the second layer above it on (the first one's share is");
        writer.Line("/// in the product with squared weights).");
        writer.Line("/// </summary>");
        using (writer.Block($"private static void UnitAnswer(ref {real} w, int source, int unit, int blocks, ref {real} scratch)"))
        {
            WriteUnitSlope(writer, context);
            writer.Line($"ref {real} sloped = ref {Row("Sloped")}; // sigma' o t of one layer");
            writer.Line($"ref {real} s = ref Refs.Add(ref scratch, (Layout.S1 + source - 1) * Layout.PanelExamples); // 1 x examples");
            for (int l = 2; l <= plan.LastCurved; l++)
                WriteAnswer(writer, context, context.Layers[l - 1]);
        }
    }

    private static void WriteUnitSlope(SourceWriter writer, EmitContext context)
    {
        writer.Line("// d = sigma' of the unit; 0 in idle lanes.");
        writer.Line(context.Buffer("d", "Unit", "1 x examples"));
        writer.Line(context.Buffer("live", "Live", "1 x examples"));
        string copy = context.Kernels.Require(ScalingKernels.CopyRow);
        using (writer.Block("switch (source)"))
        {
            for (int m = 1; m <= context.Plan.Laplacian.LastSource; m++)
            {
                LayerModel layer = context.Layers[m - 1];
                writer.Line(m == context.Plan.Laplacian.LastSource ? "default:" : $"case {m}:");
                if (layer.Activation == ActivationKind.Identity)
                {
                    writer.Line($"    {copy}(ref live, ref d, 1, blocks);");
                }
                else
                {
                    writer.Line($"    {copy}(ref Refs.Add(ref {SlopeRow(layer)}, unit * Layout.Lanes), ref d, {layer.Outputs}, blocks);");
                    writer.Line($"    {ActivationKernels.TimesSlope(context, layer.Activation)}(ref live, ref d, ref d, blocks);");
                }

                writer.Line("    break;");
            }
        }

        writer.Line();
    }

    private static void WriteAnswer(SourceWriter writer, EmitContext context, LayerModel layer)
    {
        int l = layer.Index;
        writer.Line();
        writer.Line(l == 2 ? "// t2 = (column of W2) d." : $"// t{l} = W{l} (sigma{l - 1}' o t{l - 1}), or (column of W{l}) d.");
        writer.Line(context.Buffer($"t{l}", $"Tangent{l}", $"{layer.Outputs} x examples"));
        if (l - 1 <= context.Plan.Laplacian.LastSource)
        {
            writer.Line($"if (source == {l - 1})");
            writer.Line($"    {context.Kernels.Require(LaplacianKernels.OuterColumn)}(ref Refs.Add(ref w, Layout.W{l} + unit), {layer.Inputs}, ref d, ref t{l}, {layer.Outputs}, blocks);");
        }

        if (l == 2)
            return;
        using (writer.Block($"if (source < {l - 1})"))
        {
            WriteStep(writer, context, layer);
            if (PenaltySweepEmitter.Curved(layer))
                writer.Line($"{context.Kernels.Require(LaplacianKernels.AddScaledSquares)}(ref t{l}, ref s, ref {Row($"Gram{l}")}, {layer.Outputs}, blocks);");
        }
    }

    private static void WriteStep(SourceWriter writer, EmitContext context, LayerModel layer)
    {
        int l = layer.Index;
        string below = WriteSloped(writer, context, context.Layers[l - 2]);
        writer.Line($"{context.Kernels.Require(ScalingKernels.Fill)}(ref t{l}, 0, {layer.Outputs} * blocks);");
        writer.Line($"{ProductKernel.MultiplyAdd(context, layer)}({context.LayerWeights(layer)}, ref {below}, ref t{l}, blocks);");
    }

    /// <summary><c>sigma_l' o t_l</c> in the view sloped; the view's name, or that of t_l itself.</summary>
    internal static string WriteSloped(SourceWriter writer, EmitContext context, LayerModel layer)
    {
        if (layer.Activation == ActivationKind.Identity)
            return $"t{layer.Index}";
        writer.Line($"{ActivationKernels.TimesSlope(context, layer.Activation)}(ref t{layer.Index}, ref {SlopeRow(layer)}, ref sloped, {layer.Outputs} * blocks);");
        return "sloped";
    }

    internal static string Row(string name) => $"Refs.Add(ref scratch, Layout.{name} * Layout.PanelExamples)";

    /// <summary>Where a layer's slope follows from.</summary>
    internal static string SlopeRow(LayerModel layer) => Row((layer.Activation.SavesDerivatives() ? "First" : "H") + layer.Index);

    /// <summary>The arguments of a kernel that needs a curved layer's derivatives up to the given order.</summary>
    internal static string Derivatives(LayerModel layer, int order)
    {
        if (!layer.Activation.SavesDerivatives())
            return $"ref {SlopeRow(layer)}";
        string second = $"ref {SlopeRow(layer)}, ref {Row($"Second{layer.Index}")}";
        return order == 2 ? second : $"{second}, ref {Row($"Third{layer.Index}")}";
    }
}
