using System.Linq;
using NoiseRegGen.Generator.Emit.Kernels;
using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;
using NoiseRegGen.Generator.Planning;

namespace NoiseRegGen.Generator.Emit;

/// <summary>
/// Writes what the exact diagonals of the Gram matrices give back: from the derivatives with respect to <c>diag G_l</c> to those with respect to the weights
/// and, in c_l and q_l, to the pre-activations and the norms.
/// </summary>
internal static class GramFeedbackEmitter
{
    internal static void Write(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        LaplacianPlan plan = context.Plan.Laplacian;
        writer.Line("/// <summary>");
        writer.Line("/// The way back through diag G_l, from dgram_l, the derivative with respect to it: dW_l is added to, c_l gets the derivative with respect to z_l, and q_l twice");
        writer.Line("/// that with respect to s_l. Layer 1 gives nothing back: diag G1 = s1 depends on x alone.");
        writer.Line("/// </summary>");
        using (writer.Block($"private static void GramFeedback(ref {real} w, Workspace workspace, int examples, int blocks, ref {real} gradient, ref {real} scratch)"))
        {
            if (plan.LargestMatrix > 0)
            {
                writer.Line($"ref {real} squares = ref workspace.Rare(2L * {plan.LargestMatrix}); // W o W of one layer, and after it the derivative with respect to it");
                writer.Line($"ref {real} dsquares = ref Refs.Add(ref squares, {plan.LargestMatrix});");
                OuterProductKernel.WriteGroups(writer, context, context.Upward.Where(layer => layer.Index > 1 && layer.Index <= plan.LastCurved && PenaltySweepEmitter.Curved(layer)), "the rows s sigma'^2 of one layer");
                writer.Line(context.Buffer("sloped", "Sloped", "s sigma'^2 of one layer"));
                writer.Line(context.Buffer("feedback", "Feedback", "the derivative with respect to it"));
            }

            for (int l = plan.LastCurved; l >= 1; l--)
                WriteOwnAndBelow(writer, context, context.Layers[l - 1]);
            if (plan.LastSource > 0)
                GramDiagonalEmitter.WriteUnitLoop(writer, context, "UnitFeedback(ref w, source, unit, examples, blocks, ref gradient, ref scratch);", () => WriteSourceCurvature(writer, context));
        }

        if (plan.LastSource == 0)
            return;
        writer.Line();
        WriteUnitFeedback(writer, context);
    }

    private static void WriteOwnAndBelow(SourceWriter writer, EmitContext context, LayerModel layer)
    {
        int l = layer.Index;
        if (l == 1 || !PenaltySweepEmitter.Curved(layer))
            return;
        LayerModel below = context.Layers[l - 2];
        string dgram = $"dgram{l}";
        writer.Line();
        writer.Line($"// diag G{l} = s{l} + (W{l} o W{l}) (s{l - 1} sigma{l - 1}'^2): q{l} += 2 sum dgram{l}; dW{l} += 2 W{l} o (dgram{l} (s{l - 1} sigma{l - 1}'^2)^T); {layer.Outputs} x {layer.Inputs}.");
        writer.Line(context.Buffer(dgram, $"GramGradient{l}", $"{layer.Outputs} x examples"));
        writer.Line($"{context.Kernels.Require(LaplacianKernels.AddColumnSums)}(ref {dgram}, 2, ref {GramDiagonalEmitter.Row($"Q{l}")}, {layer.Outputs}, blocks);");
        GramDiagonalEmitter.WriteSquaredSlopes(writer, context, layer);
        OuterProductKernel.WriteAdd(writer, context, layer, dgram, "ref sloped", "ref dsquares", "fresh: true");
        writer.Line($"{context.Kernels.Require(LaplacianKernels.AddTwiceProduct)}({context.LayerWeights(layer)}, ref dsquares, {context.LayerWeights(layer, "gradient")}, {layer.Outputs} * {layer.Inputs});");
        writer.Line();
        writer.Line($"// feedback = (W{l} o W{l})^T dgram{l}, {layer.Inputs} x examples; {(PenaltySweepEmitter.Curved(below) ? $"c{l - 1} += 2 s{l - 1} sigma{l - 1}' o sigma{l - 1}'' o feedback; " : string.Empty)}q{l - 1} += 2 sum sigma{l - 1}'^2 o feedback.");
        if (ProductPlan.Transposed(layer).PacksColumns)
        {
            writer.Line($"if {PackedColumnsEmitter.Pays("examples")}");
            writer.Line($"    {ProductKernel.PackColumns(context, layer, "ref squares", "dsquares")} // whose numbers are not needed any more");
        }

        writer.Line(ProductKernel.MultiplyTransposed(context, layer, dgram, "feedback", "ref squares", "dsquares"));
        WriteSlopeFeedback(writer, context, below);
    }

    private static void WriteSlopeFeedback(SourceWriter writer, EmitContext context, LayerModel below)
    {
        int m = below.Index;
        string q = GramDiagonalEmitter.Row($"Q{m}");
        if (below.Activation == ActivationKind.Identity)
        {
            writer.Line($"{context.Kernels.Require(LaplacianKernels.AddColumnSums)}(ref feedback, 2, ref {q}, {below.Outputs}, blocks);");
            return;
        }

        bool curved = PenaltySweepEmitter.Curved(below);
        string derivatives = curved ? GramDiagonalEmitter.Derivatives(below, 2) : $"ref {GramDiagonalEmitter.SlopeRow(below)}";
        string c = curved ? $", ref {GramDiagonalEmitter.Row($"C{m}")}" : string.Empty;
        writer.Line($"{CorrectionKernels.SlopeFeedback(context, below.Activation)}(ref feedback, {derivatives}, ref {GramDiagonalEmitter.Row($"S{m}")}, ref {q}{c}, {below.Outputs}, blocks);");
    }

    private static void WriteSourceCurvature(SourceWriter writer, EmitContext context)
    {
        for (int m = 1; m <= context.Plan.Laplacian.LastSource; m++)
        {
            LayerModel layer = context.Layers[m - 1];
            if (!PenaltySweepEmitter.Curved(layer))
                continue;
            string derivative = GramDiagonalEmitter.Row(layer.Activation.SavesDerivatives() ? $"Second{m}" : $"H{m}");
            writer.Line();
            writer.Line($"// Row i of feedback is what sigma{m}' of unit i gets back: c{m} += sigma{m}'' o feedback.");
            writer.Line($"if (source == {m})");
            writer.Line($"    {CorrectionKernels.AddSecond(context, layer.Activation)}(ref feedback, ref {derivative}, ref {GramDiagonalEmitter.Row($"C{m}")}, {layer.Outputs} * blocks);");
        }
    }

    private static void WriteUnitFeedback(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        writer.Line("/// <summary>");
        writer.Line("/// The way back through s_source t_l^2 of one unit, with dt_l the derivative with respect to t_l: dW_l is added to, c_l and the source's q too, and the unit's row");
        writer.Line("/// of feedback is what its slope gets back. diag G_l, which is not needed any more, is added to once more by the way.");
        writer.Line("/// </summary>");
        using (writer.Block($"private static void UnitFeedback(ref {real} w, int source, int unit, int examples, int blocks, ref {real} gradient, ref {real} scratch)"))
        {
            writer.Line("UnitAnswer(ref w, source, unit, blocks, ref scratch);");
            writer.Line(context.Buffer("d", "Unit", "sigma' of the unit, 1 x examples"));
            writer.Line(context.Buffer("e", "UnitFeedback", "what it gets back, 1 x examples"));
            writer.Line(context.Buffer("feedback", "Feedback", "one row for each unit of the source"));
            writer.Line(context.Buffer("sloped", "Sloped", "sigma' o t of one layer"));
            OuterProductKernel.WriteGroups(writer, context, context.Upward.Where(layer => layer.Index > 2 && layer.Index <= context.Plan.Laplacian.LastCurved), "the same");
            writer.Line($"ref {real} s = ref Refs.Add(ref scratch, (Layout.S1 + source - 1) * Layout.PanelExamples); // 1 x examples");
            writer.Line($"ref {real} q = ref Refs.Add(ref scratch, (Layout.Q1 + source - 1) * Layout.PanelExamples); // 1 x examples");
            int last = context.Plan.Laplacian.LastCurved;
            writer.Line(context.Buffer($"dt{last}", TangentGradient(last), $"{context.Layers[last - 1].Outputs} x examples"));
            writer.Line($"{context.Kernels.Require(ScalingKernels.Fill)}(ref dt{last}, 0, {context.Layers[last - 1].Outputs} * blocks);");
            for (int l = last; l >= 2; l--)
                WriteBack(writer, context, context.Layers[l - 1]);
        }
    }

    private static void WriteBack(SourceWriter writer, EmitContext context, LayerModel layer)
    {
        int l = layer.Index;
        if (l - 1 <= context.Plan.Laplacian.LastSource)
        {
            writer.Line();
            writer.Line($"// t{l} = (column of W{l}) d: the column of dW{l} += dt{l} d^T; e = (column of W{l})^T dt{l}.");
            using (writer.Block($"if (source == {l - 1})"))
            {
                writer.Line($"{context.Kernels.Require(ReductionKernels.AddInnerProducts)}(ref dt{l}, {layer.Outputs}, ref d, height: 1, count: 1, ref Refs.Add(ref gradient, Layout.W{l} + unit), rowStride: {layer.Inputs}, columnStride: 1, blocks, fresh: false);");
                writer.Line($"{context.Kernels.Require(LaplacianKernels.ColumnDot)}(ref Refs.Add(ref w, Layout.W{l} + unit), {layer.Inputs}, ref dt{l}, ref e, {layer.Outputs}, blocks);");
                writer.Line($"{context.Kernels.Require(ScalingKernels.PlaceRow)}(ref e, ref Refs.Add(ref feedback, unit * Layout.Lanes), {layer.Inputs}, blocks);");
                if (l > 2)
                    writer.Line("return;");
            }
        }

        if (l == 2)
            return;
        if (PenaltySweepEmitter.Curved(layer))
        {
            writer.Line();
            writer.Line($"// s t{l}^2: dt{l} += 2 s dgram{l} o t{l}; q += 2 sum dgram{l} o t{l}^2; {layer.Outputs} x examples.");
            writer.Line(context.Buffer($"t{l}", $"Tangent{l}", $"{layer.Outputs} x examples"));
            writer.Line($"{context.Kernels.Require(LaplacianKernels.AddSquareFeedback)}(ref {GramDiagonalEmitter.Row($"GramGradient{l}")}, ref t{l}, ref s, ref dt{l}, ref q, {layer.Outputs}, blocks);");
        }

        WriteTangentBack(writer, context, layer);
    }

    /// <summary>From <c>dt_l</c> to dW_l, c_{l-1} and <c>dt_{l-1}</c>.</summary>
    internal static void WriteTangentBack(SourceWriter writer, EmitContext context, LayerModel layer)
    {
        int l = layer.Index;
        LayerModel below = context.Layers[l - 2];
        bool curved = PenaltySweepEmitter.Curved(below);
        string from = $"t{l - 1}";
        writer.Line();
        writer.Line($"// t{l} = W{l} (sigma{l - 1}' o t{l - 1}): dW{l} += dt{l} (sigma{l - 1}' o t{l - 1})^T; {layer.Outputs} x {layer.Inputs}.");
        writer.Line($"ref {context.Real} below{l} = ref {GramDiagonalEmitter.Row($"Tangent{l - 1}")}; // t{l - 1}, {below.Outputs} x examples");
        string data = $"below{l}";
        if (below.Activation != ActivationKind.Identity)
        {
            writer.Line($"{ActivationKernels.TimesSlope(context, below.Activation)}(ref below{l}, ref {GramDiagonalEmitter.SlopeRow(below)}, ref sloped, {below.Outputs} * blocks);");
            data = "sloped";
        }

        OuterProductKernel.WriteAdd(writer, context, layer, $"dt{l}", $"ref {data}", context.LayerWeights(layer, "gradient"), "fresh: false");
        writer.Line($"// dt{l - 1} = sigma{l - 1}' o (W{l}^T dt{l}){(curved ? $"; c{l - 1} += sigma{l - 1}'' o {from} o (W{l}^T dt{l})" : string.Empty)}; {below.Outputs} x examples.");
        writer.Line(context.Buffer($"dt{l - 1}", TangentGradient(l - 1), $"{below.Outputs} x examples"));
        writer.Line(ProductKernel.MultiplyTransposed(context, layer, $"dt{l}", $"dt{l - 1}"));
        if (curved)
            writer.Line($"{ActivationKernels.Curvature(context, below.Activation, accumulate: true)}(ref dt{l - 1}, ref below{l}, {GramDiagonalEmitter.Derivatives(below, 2)}, ref {GramDiagonalEmitter.Row($"C{l - 1}")}, {below.Outputs} * blocks);");
        else if (below.Activation != ActivationKind.Identity)
            writer.Line($"{ActivationKernels.TimesSlope(context, below.Activation)}(ref dt{l - 1}, ref {GramDiagonalEmitter.SlopeRow(below)}, ref dt{l - 1}, {below.Outputs} * blocks);");
    }

    internal static string TangentGradient(int layer) => layer % 2 == 0 ? "TangentEven" : "TangentOdd";
}
