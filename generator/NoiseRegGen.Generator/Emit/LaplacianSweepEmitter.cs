using NoiseRegGen.Generator.Emit.Kernels;
using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;
using NoiseRegGen.Generator.Planning;

namespace NoiseRegGen.Generator.Emit;

/// <summary>
/// Writes the upward recursion of the Laplacian: <c>Lap z_l = W_l Lap h_{l-1}</c>, <c>Lap h_l = sigma' o Lap z_l + sigma'' o diag G_l</c>
/// with the Gram matrices <c>G_l</c> of the gradients of <c>z_l</c> (theory 1.6).
/// </summary>
internal static class LaplacianSweepEmitter
{
    internal static void Write(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        LaplacianPlan plan = context.Plan.Laplacian;
        string matrices = plan.NeedsMatrices ? $", ref {real} matrices" : string.Empty;
        writer.Line("/// <summary>T_k of a panel's examples, after a forward pass, left in the buffer of the last layer's Laplacian.</summary>");
        writer.Line($"/// <remarks>{Describe(context)}</remarks>");
        using (writer.Block($"private static void LaplacianPanel(ref {real} w{matrices}, int blocks, ref {real} scratch)"))
        {
            if (plan.FirstCurved == 0)
            {
                writer.Line($"{context.Kernels.Require(ScalingKernels.Fill)}(ref Refs.Add(ref scratch, Layout.{Lambda(context.LastLayer.Index)} * Layout.PanelExamples), 0, {context.Outputs} * blocks);");
                return;
            }

            if (plan.NeedsMatrices)
            {
                writer.Line($"ref {real} gram = ref matrices; // G of one layer, n x n x lanes");
                writer.Line($"ref {real} work = ref Refs.Add(ref matrices, (nint){plan.MatrixRows} * Layout.Lanes);");
            }

            writer.Line(context.Buffer("diagonal", "Diagonal", "diag G of one layer"));
            foreach (LayerModel layer in context.Upward)
            {
                WriteGram(writer, context, layer);
                WriteLayer(writer, context, layer);
            }
        }
    }

    /// <summary>How this network's Laplacian is found, in words.</summary>
    internal static string Describe(EmitContext context)
    {
        LaplacianPlan plan = context.Plan.Laplacian;
        if (plan.FirstCurved == 0)
            return "Every activation is piecewise linear, so T = 0 wherever it exists. The kinks still act on an average over noise: theory of the expansion holds only away from them.";
        if (plan.IsTooWide)
            return "Not offered for this network: the Gram matrices would be larger than an array. A <see cref=\"global::System.NotSupportedException\"/> says so.";
        return plan.NeedsMatrices
            ? $"By the full Gram recursion: the second derivatives of layer {plan.LastCurved} need the Gram matrices of the layers below it, formed for one lane block at a time in memory of the workspace that is grown on the first call."
            : "From the diagonals of the first two layers' Gram matrices: no layer after the second has a second derivative, so it costs about one more forward pass.";
    }

    internal static string Lambda(int layer) => layer % 2 == 0 ? "LambdaEven" : "LambdaOdd";

    private static void WriteGram(SourceWriter writer, EmitContext context, LayerModel layer)
    {
        LaplacianPlan plan = context.Plan.Laplacian;
        int l = layer.Index;
        if (l > plan.LastCurved)
            return;
        writer.Line();
        writer.Line($"// Layer {l}: s{l} = ||h{l - 1}||^2 + 1.");
        writer.Line(context.Buffer($"h{l - 1}", $"H{l - 1}", $"{layer.Inputs} x examples"));
        LocalNoiseEmitter.WriteNorm(writer, context, layer);
        if (l == 1)
            WriteFirst(writer, context, layer);
        else if (l == 2 && !plan.NeedsMatrices)
            WriteSecondDiagonal(writer, context, layer);
        else
            WriteMatrix(writer, context, layer);
    }

    private static void WriteFirst(SourceWriter writer, EmitContext context, LayerModel layer)
    {
        if (layer.Activation.IsPiecewiseLinear())
            return;
        writer.Line("// G1 = s1 I.");
        writer.Line($"{context.Kernels.Require(ScalingKernels.Spread)}(ref s1, ref diagonal, {layer.Outputs}, blocks);");
    }

    private static void WriteSquares(SourceWriter writer, EmitContext context, LayerModel below)
    {
        writer.Line(context.Buffer("squares", "Squares", $"s1 sigma1'^2, {below.Outputs} x examples"));
        if (below.Activation == ActivationKind.Identity)
            writer.Line($"{context.Kernels.Require(ScalingKernels.Spread)}(ref s1, ref squares, {below.Outputs}, blocks);");
        else
            writer.Line($"{ActivationKernels.SquaredSlope(context, below.Activation)}({Slope(below)}, ref s1, ref squares, {below.Outputs}, blocks);");
    }

    private static void WriteSecondDiagonal(SourceWriter writer, EmitContext context, LayerModel layer)
    {
        writer.Line("// diag G2 = s2 + (W2 o W2) (s1 sigma1'^2).");
        WriteSquares(writer, context, context.Layers[0]);
        writer.Line($"{context.Kernels.Require(ScalingKernels.Spread)}(ref s2, ref diagonal, {layer.Outputs}, blocks);");
        writer.Line($"{context.Kernels.Require(LaplacianKernels.AddSquaredProduct)}({context.LayerWeights(layer)}, ref squares, ref diagonal, {layer.Outputs}, {layer.Inputs}, blocks);");
    }

    private static void WriteMatrix(SourceWriter writer, EmitContext context, LayerModel layer)
    {
        int l = layer.Index;
        LayerModel below = context.Layers[l - 2];
        bool diagonalOnly = l == context.Plan.Laplacian.LastCurved;
        if (l == 2)
        {
            writer.Line("// G2 = s2 I + W2 D1 G1 D1 W2^T with G1 = s1 I.");
            WriteSquares(writer, context, below);
            writer.Line($"{context.Kernels.Require(LaplacianKernels.ScaleColumns)}({context.LayerWeights(layer)}, ref squares, ref work, {layer.Outputs}, {layer.Inputs});");
        }
        else
        {
            writer.Line($"// G{l} = s{l} I + W{l} D{l - 1} G{l - 1} D{l - 1} W{l}^T{(diagonalOnly ? ", its diagonal alone" : string.Empty)}.");
            WriteSandwich(writer, context, below);
            WriteProduct(writer, context, layer, "gram", "work", below.Outputs);
            if (diagonalOnly)
            {
                writer.Line($"{context.Kernels.Require(LaplacianKernels.ProductDiagonal)}({context.LayerWeights(layer)}, ref work, ref s{l}, ref diagonal, {layer.Outputs}, {layer.Inputs});");
                return;
            }

            writer.Line($"{context.Kernels.Require(LaplacianKernels.SwapIndices)}(ref work, ref gram, {layer.Inputs}, {layer.Outputs});");
        }

        WriteProduct(writer, context, layer, l == 2 ? "work" : "gram", l == 2 ? "gram" : "work", layer.Outputs);
        if (l > 2)
            writer.Line($"RefSpans.CreateSpan(ref work, {layer.Outputs} * {layer.Outputs} * Layout.Lanes).CopyTo(RefSpans.CreateSpan(ref gram, {layer.Outputs} * {layer.Outputs} * Layout.Lanes));");
        writer.Line($"{context.Kernels.Require(LaplacianKernels.AddToDiagonal)}(ref s{l}, ref gram, ref diagonal, {layer.Outputs});");
    }

    private static void WriteSandwich(SourceWriter writer, EmitContext context, LayerModel below)
    {
        if (below.Activation == ActivationKind.Identity)
            return;
        writer.Line($"{context.Kernels.Require(ScalingKernels.Fill)}(ref diagonal, 1, {below.Outputs});");
        writer.Line($"{ActivationKernels.TimesSlope(context, below.Activation)}(ref diagonal, {Slope(below)}, ref diagonal, {below.Outputs});");
        writer.Line($"{context.Kernels.Require(LaplacianKernels.Sandwich)}(ref diagonal, ref gram, {below.Outputs});");
    }

    // A matrix of the given number of rows is as many lane blocks for the product kernel: Y_i = W X_i.
    private static void WriteProduct(SourceWriter writer, EmitContext context, LayerModel layer, string from, string to, int rows)
    {
        writer.Line($"RefSpans.CreateSpan(ref {to}, {rows} * {layer.Outputs} * Layout.Lanes).Clear();");
        writer.Line($"{ProductKernel.MultiplyAdd(context, layer)}({context.LayerWeights(layer)}, ref {from}, ref {to}, {rows});");
    }

    private static void WriteLayer(SourceWriter writer, EmitContext context, LayerModel layer)
    {
        LaplacianPlan plan = context.Plan.Laplacian;
        int l = layer.Index;
        if (l < plan.FirstCurved)
            return;
        bool starts = l == plan.FirstCurved;
        writer.Line();
        writer.Line(starts
            ? $"// Lap z{l} = 0: z{l} is affine in every single parameter. Lap h{l} = sigma{l}'' o diag G{l}; {layer.Outputs} x examples."
            : $"// Lap z{l} = W{l} Lap h{l - 1}; {Upward(layer)}; {layer.Outputs} x examples.");
        writer.Line(context.Buffer($"lap{l}", Lambda(l), $"{layer.Outputs} x examples"));
        writer.Line($"{context.Kernels.Require(ScalingKernels.Fill)}(ref lap{l}, 0, {layer.Outputs} * blocks);");
        if (!starts)
            writer.Line($"{ProductKernel.MultiplyAdd(context, layer)}({context.LayerWeights(layer)}, ref lap{l - 1}, ref lap{l}, blocks);");
        if (!layer.Activation.IsPiecewiseLinear())
        {
            string second = layer.Activation.SavesDerivatives() ? $", ref Refs.Add(ref scratch, Layout.Second{l} * Layout.PanelExamples)" : string.Empty;
            writer.Line($"{ActivationKernels.Laplacian(context, layer.Activation)}(ref lap{l}, ref diagonal, {Slope(layer)}{second}, {layer.Outputs} * blocks);");
        }
        else if (layer.Activation != ActivationKind.Identity)
        {
            writer.Line($"{ActivationKernels.TimesSlope(context, layer.Activation)}(ref lap{l}, {Slope(layer)}, ref lap{l}, {layer.Outputs} * blocks);");
        }
    }

    private static string Upward(LayerModel layer)
    {
        int l = layer.Index;
        if (layer.Activation == ActivationKind.Identity)
            return $"Lap h{l} = Lap z{l}";
        return $"Lap h{l} = sigma{l}' o Lap z{l}{(layer.Activation.IsPiecewiseLinear() ? string.Empty : $" + sigma{l}'' o diag G{l}")}";
    }

    private static string Slope(LayerModel layer) =>
        $"ref Refs.Add(ref scratch, Layout.{(layer.Activation.SavesDerivatives() ? "First" : "H")}{layer.Index} * Layout.PanelExamples)";
}
