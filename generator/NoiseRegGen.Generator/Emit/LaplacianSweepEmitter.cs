using NoiseRegGen.Generator.Emit.Kernels;
using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;
using NoiseRegGen.Generator.Planning;

namespace NoiseRegGen.Generator.Emit;

/// <summary>
/// Writes the upward recursion of the Laplacian: <c>Lap z_l = W_l Lap h_{l-1}</c>, <c>Lap h_l = sigma' o Lap z_l + sigma'' o diag G_l</c>
/// with the diagonals of the Gram matrices <c>G_l</c> of the gradients of <c>z_l</c> (theory 1.6).
/// </summary>
internal static class LaplacianSweepEmitter
{
    internal static void Write(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        LaplacianPlan plan = context.Plan.Laplacian;
        string diagonals = plan.FirstCurved == 0 ? string.Empty : " and the diagonals of the Gram matrices";
        writer.Line($"/// <summary>T_k of a panel's examples, after a forward pass{diagonals}, left in the buffer of the last layer's Laplacian.</summary>");
        using (writer.Block($"private static void LaplacianPanel(ref {real} w, int blocks, ref {real} scratch)"))
        {
            if (plan.FirstCurved == 0)
            {
                writer.Line($"{context.Kernels.Require(ScalingKernels.Fill)}(ref {GramDiagonalEmitter.Row(Lambda(context.LastLayer.Index))}, 0, {context.Outputs} * blocks);");
                return;
            }

            foreach (LayerModel layer in context.Upward)
                WriteLayer(writer, context, layer);
        }

        if (plan.FirstCurved == 0)
            return;
        writer.Line();
        if (plan.IsProbed)
            ProbeEmitter.Write(writer, context);
        else
            GramDiagonalEmitter.Write(writer, context);
    }

    /// <summary>The call that finds the diagonals of the Gram matrices and from them T.</summary>
    internal static void WriteCalls(SourceWriter writer, EmitContext context)
    {
        LaplacianPlan plan = context.Plan.Laplacian;
        if (plan.FirstCurved > 0)
            writer.Line(plan.IsProbed ? "GramDiagonals(ref w, in key, unchecked((uint)probe.FirstExample + (uint)first), blocks, ref scratch);" : "GramDiagonals(ref w, workspace, blocks, ref scratch);");
        writer.Line("LaplacianPanel(ref w, blocks, ref scratch);");
    }

    /// <summary>How this network's Laplacian is found, in words.</summary>
    internal static string Describe(EmitContext context) => $"{Method(context)} {Documentation.Kinks(context)}".TrimEnd();

    private static string Method(EmitContext context)
    {
        LaplacianPlan plan = context.Plan.Laplacian;
        if (plan.FirstCurved == 0)
            return "Every activation is piecewise linear, so T = 0 wherever it exists.";
        if (plan.IsProbed)
            return $"An unbiased estimate: layer {plan.LastCurved} is curved, and exact diagonals would cost a sweep for each unit of the layers up to {plan.LastCurved - 2}; one probe by random signs costs one. <c>Laplacian = LaplacianMethod.Exact</c> asks for the exact ones.";
        return plan.LastSource > 0
            ? $"Exact: the second derivatives of layer {plan.LastCurved} need a sweep for each unit of the layers up to {plan.LastSource}, about {LaplacianPlan.SweepProducts(context.Layers, plan.LastCurved)} multiply-adds an example. <c>Laplacian = LaplacianMethod.Probe</c> asks for an estimate at the cost of one sweep."
            : "Exact, at the cost of about one more forward pass: no layer after the second has a second derivative.";
    }

    internal static string Lambda(int layer) => layer % 2 == 0 ? "LambdaEven" : "LambdaOdd";

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
        if (PenaltySweepEmitter.Curved(layer))
            writer.Line($"{ActivationKernels.Laplacian(context, layer.Activation)}(ref lap{l}, ref {GramDiagonalEmitter.Row($"Gram{l}")}, {GramDiagonalEmitter.Derivatives(layer, 2)}, {layer.Outputs} * blocks);");
        else if (layer.Activation != ActivationKind.Identity)
            writer.Line($"{ActivationKernels.TimesSlope(context, layer.Activation)}(ref lap{l}, ref {GramDiagonalEmitter.SlopeRow(layer)}, ref lap{l}, {layer.Outputs} * blocks);");
    }

    private static string Upward(LayerModel layer)
    {
        int l = layer.Index;
        if (layer.Activation == ActivationKind.Identity)
            return $"Lap h{l} = Lap z{l}";
        return $"Lap h{l} = sigma{l}' o Lap z{l}{(layer.Activation.IsPiecewiseLinear() ? string.Empty : $" + sigma{l}'' o diag G{l}")}";
    }
}
