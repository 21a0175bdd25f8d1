using System.Linq;
using NoiseRegGen.Generator.Emit.Kernels;
using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;
using NoiseRegGen.Generator.Planning;

namespace NoiseRegGen.Generator.Emit;

/// <summary>Writes Algorithm P: passes 2 and 3 for each output's seed, then one pass 4 that carries the loss too (theory 1.3, 1.4).</summary>
internal static class PenaltySweepEmitter
{
    internal static void Write(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        int last = context.LastLayer.Index;
        writer.Line("/// <summary>");
        writer.Line("/// Passes 2 to 4 of the penalised gradient for one panel, one output after another, after the forward pass; returns the sum of P. The gradient is added to, or overwritten if fresh.");
        writer.Line("/// </summary>");
        writer.Line("/// <remarks>");
        writer.Line("/// <para>");
        writer.Line("/// P = sum_l s_l q_l is a function of the numbers on the way down, so it is differentiated by going that way back, up: with strength = 2 eta / batch, gamma_l is the derivative of");
        writer.Line("/// (eta / batch) P with respect to delta_l, alpha_l that with respect to a_l, and c_l that with respect to z_l through the slope in delta_l = sigma_l' o a_l: there,");
        writer.Line("/// and nowhere else, the second derivative sigma_l'' enters.");
        writer.Line("/// </para>");
        writer.Line("/// <para>");
        writer.Line($"/// dh{last} holds the loss's own derivative. The way down is linear in what it starts from, so pass 4 takes the loss's derivative and the penalty's down");
        writer.Line("/// together: no backward pass of its own for the loss.");
        writer.Line("/// </para>");
        writer.Line("/// </remarks>");
        using (writer.Block($"private static double PenaltyPanel(ref {real} w, ref {real} rows, int examples, int blocks, {real} strength, bool fresh, ref {real} gradient, ref {real} scratch)"))
        {
            OuterProductKernel.WriteGroups(writer, context, context.Upward.Where(layer => layer.Index > 1 && layer.Index < context.LastLayer.Index), "the rows alpha of one layer");
            writer.Line("ActivationNorms(blocks, ref scratch);");
            WriteClearCurvature(writer, context, corrected: false);
            GradientNormEmitter.WriteOutputLoop(writer, context, () => WriteOutput(writer, context, corrected: false));
            WriteFinish(writer);
        }

        writer.Line();
        WriteSum(writer, context);
        writer.Line();
        WriteMerge(writer, context);
        if (context.Plan.PairBlocks > 0)
        {
            writer.Line();
            PairedPenaltyEmitter.Write(writer, context);
        }
    }

    /// <summary>What follows passes 2 and 3: the penalty, the norms' coefficients, pass 4.</summary>
    internal static void WriteFinish(SourceWriter writer)
    {
        writer.Line();
        writer.Line("double penalty = PenaltySum(blocks, ref scratch);");
        writer.Line("ScaleNorms(strength, blocks, ref scratch);");
        writer.Line("PenaltyMerge(ref w, ref rows, examples, blocks, fresh, ref gradient, ref scratch);");
        writer.Line("return penalty;");
    }

    /// <summary>Passes 2 and 3 of one output.</summary>
    internal static void WriteOutput(SourceWriter writer, EmitContext context, bool corrected)
    {
        WriteDown(writer, context);
        WriteUp(writer, context, corrected);
        WriteTopCurvature(writer, context);
    }

    private static void WriteSum(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        writer.Line("/// <summary>The sum over a panel's examples of P.</summary>");
        using (writer.Block($"private static double PenaltySum(int blocks, ref {real} scratch)"))
        {
            writer.Line("TotalPenalty(blocks, ref scratch);");
            writer.Line($"return {context.Kernels.Require(ReductionKernels.SumLanes)}(ref Refs.Add(ref scratch, Layout.Penalty * Layout.PanelExamples), blocks);");
        }

        writer.Line();
        writer.Line("/// <summary>q_l = strength q_l: from here on twice the objective's derivative with respect to s_l = ||h_{l-1}||^2 + 1, so the coefficient of h_{l-1} in dh_{l-1}.</summary>");
        using (writer.Block($"private static void ScaleNorms({real} strength, int blocks, ref {real} scratch)"))
        {
            foreach (LayerModel layer in context.Upward)
                writer.Line($"{context.Kernels.Require(ScalingKernels.ScaleRow)}(ref Refs.Add(ref scratch, Layout.Q{layer.Index} * Layout.PanelExamples), strength, blocks);");
        }
    }

    private static void WriteMerge(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        writer.Line("/// <summary>");
        writer.Line("/// Pass 4, down, with the loss: omega_l = c_l + sigma_l' o beta_l; dW_l += omega_l h_{l-1}^T; beta_{l-1} = W_l^T omega_l + q_l h_{l-1}, q_l already scaled.");
        writer.Line("/// beta is written dh and omega dz, as in the plain backward pass. Passes 2 and 3 have written to dW_l of every layer but the first, to no db_l.");
        writer.Line("/// </summary>");
        using (writer.Block($"private static void PenaltyMerge(ref {real} w, ref {real} rows, int examples, int blocks, bool fresh, ref {real} gradient, ref {real} scratch)"))
        {
            OuterProductKernel.WriteGroups(writer, context, context.Layers, "the rows h of one layer");
            WriteMergedDown(writer, context);
        }
    }

    internal static bool Curved(LayerModel layer) => !layer.Activation.IsPiecewiseLinear();

    /// <summary>With several outputs their curvature terms add up; with one output c_l takes the place of a_l.</summary>
    internal static void WriteClearCurvature(SourceWriter writer, EmitContext context, bool corrected)
    {
        if (context.Outputs == 1)
            return;
        foreach (LayerModel layer in context.Upward)
        {
            if (!Curved(layer) || layer.Index == context.LastLayer.Index)
                continue;
            foreach (string buffer in corrected ? new[] { "C", "GramGradient" } : ["C"])
                writer.Line($"{context.Kernels.Require(ScalingKernels.Fill)}(ref Refs.Add(ref scratch, Layout.{buffer}{layer.Index} * Layout.PanelExamples), 0, {layer.Outputs} * blocks);");
        }
    }

    private static void WriteDown(SourceWriter writer, EmitContext context)
    {
        writer.Line();
        writer.Line("// Pass 2, down: a_l = d yhat_k / d h_l, delta_l = d yhat_k / d z_l.");
        GradientNormEmitter.WriteTop(writer, context, layer => $"A{layer}");
        for (int l = context.LastLayer.Index - 1; l >= 1; l--)
            WriteDelta(writer, context, context.Layers[l - 1]);
    }

    /// <summary><c>delta_l = sigma_l' o a_l</c>, its norm, and <c>a_{l-1} = W_l^T delta_l</c>; finds a view named a_l.</summary>
    internal static void WriteDelta(SourceWriter writer, EmitContext context, LayerModel layer)
    {
        int l = layer.Index;
        writer.Line();
        writer.Line($"// delta{l} = sigma{l}' o a{l}; q{l} += ||delta{l}||^2{(l > 1 ? $"; a{l - 1} = W{l}^T delta{l}" : string.Empty)}.");
        writer.Line(context.Buffer($"delta{l}", $"Delta{l}", $"{layer.Outputs} x examples"));
        if (layer.Activation != ActivationKind.Identity)
        {
            writer.Line(BackwardEmitter.SlopeSource(context, layer));
            writer.Line($"{ActivationKernels.TimesSlope(context, layer.Activation)}(ref a{l}, ref {BackwardEmitter.SlopeName(layer)}, ref delta{l}, {layer.Outputs} * blocks);");
        }

        GradientNormEmitter.WriteAddNorm(writer, context, l, $"delta{l}", layer.Outputs);
        if (l > 1)
        {
            writer.Line(context.Buffer($"a{l - 1}", $"A{l - 1}", $"{layer.Inputs} x examples"));
            writer.Line(ProductKernel.MultiplyTransposed(context, layer, $"delta{l}", $"a{l - 1}"));
        }
    }

    private static void WriteUp(SourceWriter writer, EmitContext context, bool corrected)
    {
        for (int l = 1; l < context.LastLayer.Index; l++)
        {
            LayerModel layer = context.Layers[l - 1];
            WriteGamma(writer, context, layer, context.Outputs > 1, corrected);
            if (l > 1)
                WriteDeltaAlpha(writer, context, layer, context.Outputs == 1 ? "fresh" : "fresh && k == 0");
        }

        if (context.LastLayer.Index > 1)
            WriteTopGradient(writer, context);
    }

    /// <summary><c>gamma_l</c>, <c>c_l</c> and, in place of gamma, <c>alpha_l</c>; finds views named a_l, delta_l, alpha_{l-1}.</summary>
    internal static void WriteGamma(SourceWriter writer, EmitContext context, LayerModel layer, bool accumulate, bool corrected = false)
    {
        int l = layer.Index;
        writer.Line();
        writer.Line(l == 1
            ? $"// Pass 3, up: gamma1 = strength s1 delta1; {Curvatures(context, layer, accumulate, corrected)}alpha1 = sigma1' o gamma1{Correction(layer, corrected)}, in place of gamma1."
            : $"// gamma{l} = strength s{l} delta{l} + W{l} alpha{l - 1}; {Curvatures(context, layer, accumulate, corrected)}alpha{l} = sigma{l}' o gamma{l}{Correction(layer, corrected)}, in place of gamma{l}.");
        writer.Line(context.Buffer($"alpha{l}", $"Alpha{l}", $"{layer.Outputs} x examples"));
        writer.Line($"{context.Kernels.Require(ScalingKernels.Scale)}(ref delta{l}, ref Refs.Add(ref scratch, Layout.S{l} * Layout.PanelExamples), strength, ref alpha{l}, {layer.Outputs}, blocks);");
        if (l > 1)
            writer.Line($"{ProductKernel.MultiplyAdd(context, layer)}({context.LayerWeights(layer)}, ref alpha{l - 1}, ref alpha{l}, blocks);");
        WriteCurvature(writer, context, layer, accumulate, corrected);
    }

    private static string Correction(LayerModel layer, bool corrected) => corrected && Curved(layer) ? $" + kappa_k sigma{layer.Index}'' o gram{layer.Index}" : string.Empty;

    private static string Curvatures(EmitContext context, LayerModel layer, bool accumulate, bool corrected)
    {
        int l = layer.Index;
        if (!Curved(layer))
            return string.Empty;
        string effect = context.Outputs == 1 ? ", in place of a" + l : string.Empty;
        string equals = accumulate ? "+=" : "=";
        return corrected
            ? $"c{l} {equals} sigma{l}'' o a{l} o gamma{l} + kappa_k sigma{l}''' o a{l} o gram{l}{effect}; dgram{l} {equals} kappa_k sigma{l}'' o a{l}; "
            : $"c{l} {equals} sigma{l}'' o a{l} o gamma{l}{effect}; ";
    }

    private static void WriteCurvature(SourceWriter writer, EmitContext context, LayerModel layer, bool accumulate, bool corrected)
    {
        int l = layer.Index;
        string slope = BackwardEmitter.SlopeName(layer);
        if (Curved(layer) && corrected)
        {
            writer.Line($"{CorrectionKernels.Curvature(context, layer.Activation, accumulate)}(ref alpha{l}, ref a{l}, ref Refs.Add(ref scratch, (Layout.Kappa * Layout.PanelExamples) + (k * Layout.Lanes)), ref {GramDiagonalEmitter.Row($"Gram{l}")}, {GramDiagonalEmitter.Derivatives(layer, 3)}, ref {GramDiagonalEmitter.Row($"C{l}")}, ref {GramDiagonalEmitter.Row($"GramGradient{l}")}, {layer.Outputs}, {context.Outputs}, blocks);");
        }
        else if (Curved(layer))
        {
            string second = layer.Activation.SavesDerivatives() ? $", ref Refs.Add(ref scratch, Layout.Second{l} * Layout.PanelExamples)" : string.Empty;
            writer.Line($"{ActivationKernels.Curvature(context, layer.Activation, accumulate)}(ref alpha{l}, ref a{l}, ref {slope}{second}, ref Refs.Add(ref scratch, Layout.C{l} * Layout.PanelExamples), {layer.Outputs} * blocks);");
        }
        else if (layer.Activation != ActivationKind.Identity)
        {
            writer.Line($"{ActivationKernels.TimesSlope(context, layer.Activation)}(ref alpha{l}, ref {slope}, ref alpha{l}, {layer.Outputs} * blocks);");
        }
    }

    internal static void WriteDeltaAlpha(SourceWriter writer, EmitContext context, LayerModel layer, string fresh)
    {
        int l = layer.Index;
        writer.Line();
        writer.Line($"// dW{l} += delta{l} alpha{l - 1}^T; {layer.Outputs} x {layer.Inputs}.");
        OuterProductKernel.WriteAdd(writer, context, layer, $"delta{l}", $"ref alpha{l - 1}", context.LayerWeights(layer, "gradient"), fresh);
    }

    private static void WriteTopGradient(SourceWriter writer, EmitContext context)
    {
        LayerModel top = context.LastLayer;
        int last = top.Index;
        writer.Line();
        writer.Line($"// Row k of dW{last} += d alpha{last - 1}^T; {top.Inputs}.");
        writer.Line($"{InnerProductKernel.Add(context, 1, top.Inputs)}(ref seed, ref alpha{last - 1}, ref Refs.Add(ref gradient, Layout.W{last} + (k * {top.Inputs})), blocks, fresh);");
    }

    // A curved output: c_L has row k alone, sigma_L''(z_k) gamma_k, since a_L = e_k.
    private static void WriteTopCurvature(SourceWriter writer, EmitContext context)
    {
        LayerModel top = context.LastLayer;
        int last = top.Index;
        if (!Curved(top))
            return;
        bool saved = top.Activation.SavesDerivatives();
        string copy = context.Kernels.Require(ScalingKernels.CopyRow);
        writer.Line();
        writer.Line($"// Row k of c{last} = sigma{last}''(z_k) gamma_k, gamma_k = strength s{last} d{(last > 1 ? $" + (row k of W{last}) alpha{last - 1}" : string.Empty)}.");
        writer.Line(context.Buffer("gamma", "Gamma", "1 x examples"));
        writer.Line(context.Buffer("output", "OutputRow", "1 x examples"));
        writer.Line(context.Buffer("curvature", "CurvatureRow", "1 x examples"));
        writer.Line($"{context.Kernels.Require(ScalingKernels.Scale)}(ref seed, ref Refs.Add(ref scratch, Layout.S{last} * Layout.PanelExamples), strength, ref gamma, 1, blocks);");
        if (last > 1)
            writer.Line($"{context.Kernels.Require(ReductionKernels.AddRowTimesMatrix)}(ref Refs.Add(ref w, Layout.W{last} + (k * {top.Inputs})), ref alpha{last - 1}, ref gamma, {top.Inputs}, 1, blocks);");
        writer.Line($"{copy}(ref Refs.Add(ref scratch, (Layout.{(saved ? "First" : "H")}{last} * Layout.PanelExamples) + (k * Layout.Lanes)), ref output, {context.Outputs}, blocks);");
        string second = string.Empty;
        if (saved)
        {
            writer.Line(context.Buffer("second", "SecondRow", "1 x examples"));
            writer.Line($"{copy}(ref Refs.Add(ref scratch, (Layout.Second{last} * Layout.PanelExamples) + (k * Layout.Lanes)), ref second, {context.Outputs}, blocks);");
            second = ", ref second";
        }

        writer.Line($"{ActivationKernels.Curvature(context, top.Activation, accumulate: false)}(ref gamma, ref Refs.Add(ref scratch, Layout.Live * Layout.PanelExamples), ref output{second}, ref curvature, blocks);");
        writer.Line($"{context.Kernels.Require(ScalingKernels.PlaceRow)}(ref curvature, ref Refs.Add(ref scratch, (Layout.C{last} * Layout.PanelExamples) + (k * Layout.Lanes)), {context.Outputs}, blocks);");
    }

    private static void WriteMergedDown(SourceWriter writer, EmitContext context)
    {
        foreach (LayerModel layer in context.Downward)
        {
            int l = layer.Index;
            if (Curved(layer))
                WriteOmega(writer, context, layer);
            else
                WritePlainSlope(writer, context, layer);
            BackwardEmitter.WriteWeightGradient(writer, context, layer, l == 1 ? "fresh" : "fresh: false");
            if (l == 1)
                continue;
            BackwardEmitter.WriteTransposed(writer, context, layer);
            writer.Line($"// dh{l - 1} += q{l} h{l - 1}: through s{l} = ||h{l - 1}||^2 + 1.");
            writer.Line($"{context.Kernels.Require(ScalingKernels.AddScaled)}(ref Refs.Add(ref scratch, Layout.H{l - 1} * Layout.PanelExamples), ref Refs.Add(ref scratch, Layout.Q{l} * Layout.PanelExamples), 1, ref dh{l - 1}, {layer.Inputs}, blocks);");
        }
    }

    private static void WriteOmega(SourceWriter writer, EmitContext context, LayerModel layer)
    {
        int l = layer.Index;
        string source = layer.Activation.SavesDerivatives() ? $"First{l}" : $"H{l}";
        writer.Line();
        writer.Line($"// Layer {l}: dz{l} = c{l} + dh{l} o sigma{l}', {ActivationKernels.SlopeFormula(layer.Activation)}; {layer.Outputs} x examples, in place.");
        writer.Line(context.Buffer($"dz{l}", ForwardEmitter.Gradients(l), $"{layer.Outputs} x examples"));
        writer.Line($"{ActivationKernels.Omega(context, layer.Activation)}(ref dz{l}, ref Refs.Add(ref scratch, Layout.C{l} * Layout.PanelExamples), ref Refs.Add(ref scratch, Layout.{source} * Layout.PanelExamples), {layer.Outputs} * blocks);");
    }

    private static void WritePlainSlope(SourceWriter writer, EmitContext context, LayerModel layer)
    {
        int l = layer.Index;
        writer.Line();
        writer.Line($"// Layer {l}: dz{l} = dh{l} o sigma{l}', {ActivationKernels.SlopeFormula(layer.Activation)}, no curvature; {layer.Outputs} x examples, in place.");
        writer.Line(context.Buffer($"dz{l}", ForwardEmitter.Gradients(l), $"{layer.Outputs} x examples"));
        if (layer.Activation != ActivationKind.Identity)
            writer.Line($"{ActivationKernels.TimesSlope(context, layer.Activation)}(ref dz{l}, ref Refs.Add(ref scratch, Layout.H{l} * Layout.PanelExamples), ref dz{l}, {layer.Outputs} * blocks);");
    }
}
