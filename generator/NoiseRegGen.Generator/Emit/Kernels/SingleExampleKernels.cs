using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;
using NoiseRegGen.Generator.Planning;

namespace NoiseRegGen.Generator.Emit.Kernels;

/// <summary>
/// Writes the matrix-vector products of a single example: lanes over units, not examples. Each sum runs in the order of the lane-block
/// product, so an example has the same bits alone as in a batch.
/// </summary>
internal static class SingleExampleKernels
{
    /// <summary><c>z = W x + b</c>.</summary>
    internal static string MatrixVector(EmitContext context, LayerModel layer)
    {
        string name = $"MatrixVector{layer.Outputs}x{layer.Inputs}";
        return context.Kernels.Require(name, writer =>
        {
            var plan = ProductPlan.Forward(layer);
            string how = plan.Runs[0].Splits > 1 ? "Too few rows for vectors: scalar sums, in the parts and the order of the lane-block product." : "Lanes over rows: W is transposed tile by tile in registers.";
            writer.Line($"/// <summary>z = W x + b of one example: W {layer.Outputs} x {layer.Inputs}; z is overwritten. {how}</summary>");
            writer.Line(KernelSet.Attribute);
            using (writer.Block($"internal static void {name}(ref {context.Real} w, ref {context.Real} b, ref {context.Real} x, ref {context.Real} z)"))
            {
                if (plan.Runs[0].Splits > 1)
                {
                    WriteScalarRows(writer, context, plan, bias: true);
                    return;
                }

                WeightTileKernel.Write(writer, context, layer);
            }
        });
    }

    /// <summary><c>a = W^T e</c>.</summary>
    internal static string TransposedMatrixVector(EmitContext context, LayerModel layer)
    {
        string name = $"TransposedMatrixVector{layer.Outputs}x{layer.Inputs}";
        return context.Kernels.Require(name, writer =>
        {
            writer.Line($"/// <summary>a = W^T e of one example: W {layer.Outputs} x {layer.Inputs}; a is overwritten. Lanes over columns.</summary>");
            writer.Line(KernelSet.Attribute);
            using (writer.Block($"internal static void {name}(ref {context.Real} w, ref {context.Real} e, ref {context.Real} a)"))
            {
                var plan = ProductPlan.Transposed(layer);
                if (plan.Runs[0].Splits > 1)
                {
                    WriteScalarRows(writer, context, plan, bias: false);
                    return;
                }

                writer.Line("int column = 0;");
                WriteColumns(writer, context, layer, TilePlanner.SingleExampleVectors);
                WriteColumns(writer, context, layer, 1);
                WriteLastColumns(writer, context, layer);
            }
        });
    }

    /// <summary><c>G = e x^T</c>.</summary>
    internal static readonly KernelText OuterProduct = new("OuterProduct", """
        /// <summary>G = e x^T of one example: e rows, x columns, G rows x columns, overwritten.</summary>
        internal static void OuterProduct(ref Real e, ref Real x, ref Real g, int rows, int columns)
        {
            for (int row = 0; row < rows; row++)
            {
                Real factor = Refs.Add(ref e, row);
                LaneVector factors = new(factor);
                ref Real result = ref Refs.Add(ref g, row * columns);
                int column = 0;
                for (; column + LaneVector.Count <= columns; column += LaneVector.Count)
                    Simd.StoreUnsafe(factors * Simd.LoadUnsafe(ref Refs.Add(ref x, column)), ref Refs.Add(ref result, column));
                for (; column < columns; column++)
                    Refs.Add(ref result, column) = factor * Refs.Add(ref x, column);
            }
        }
        """);

    private static string Row(int vector) => vector switch { 0 => "row", 1 => "row + LaneVector.Count", _ => $"row + ({vector} * LaneVector.Count)" };

    private static void WriteColumns(SourceWriter writer, EmitContext context, LayerModel layer, int vectors)
    {
        string span = vectors == 1 ? "LaneVector.Count" : $"{vectors} * LaneVector.Count";
        using (writer.Block($"for (; column + ({span}) <= {layer.Inputs}; column += {span})"))
        {
            for (int v = 0; v < vectors; v++)
                writer.Line($"LaneVector a{v} = LaneVector.Zero;");
            writer.Line($"ref {context.Real} weight = ref Refs.Add(ref w, column);");
            using (writer.Block($"for (int k = 0; k < {layer.Outputs}; k++)"))
            {
                writer.Line("LaneVector factor = new(Refs.Add(ref e, k));");
                for (int v = 0; v < vectors; v++)
                    writer.Line($"a{v} = Simd.FusedMultiplyAdd(Simd.LoadUnsafe(ref {(v == 0 ? "weight" : $"Refs.Add(ref weight, {(v == 1 ? string.Empty : $"{v} * ")}LaneVector.Count)")}), factor, a{v});");
                writer.Line($"weight = ref Refs.Add(ref weight, {layer.Inputs});");
            }

            for (int v = 0; v < vectors; v++)
                writer.Line($"Simd.StoreUnsafe(a{v}, ref Refs.Add(ref a, {Row(v).Replace("row", "column")}));");
        }
    }

    private static void WriteLastColumns(SourceWriter writer, EmitContext context, LayerModel layer)
    {
        using (writer.Block($"for (; column < {layer.Inputs}; column++)"))
        {
            writer.Line($"{context.Real} sum = 0;");
            using (writer.Block($"for (int k = 0; k < {layer.Outputs}; k++)"))
                writer.Line($"sum = {context.Real}.FusedMultiplyAdd(Refs.Add(ref w, (k * {layer.Inputs}) + column), Refs.Add(ref e, k), sum);");
            writer.Line("Refs.Add(ref a, column) = sum;");
        }
    }

    // At most three rows, each sum split as the lane-block tile splits it.
    private static void WriteScalarRows(SourceWriter writer, EmitContext context, ProductPlan plan, bool bias)
    {
        string data = bias ? "x" : "e";
        string result = bias ? "z" : "a";
        int splits = plan.Runs[0].Splits;
        int steps = plan.Depth / splits * splits;
        using (writer.Block($"for (int row = 0; row < {plan.Rows}; row++)"))
        {
            writer.Line($"ref {context.Real} weight = ref Refs.Add(ref w, row * {plan.RowStride});");
            for (int split = 0; split < splits; split++)
                writer.Line($"{context.Real} sum{split} = {(split == 0 && bias ? "Refs.Add(ref b, row)" : "0")};");
            using (writer.Block($"for (int k = 0; k < {steps}; k += {splits})"))
            {
                for (int split = 0; split < splits; split++)
                    WriteScalarStep(writer, context, plan, data, split, split == 0 ? "k" : $"k + {split}");
            }

            for (int rest = 0; rest < plan.Depth - steps; rest++)
                WriteScalarStep(writer, context, plan, data, rest, $"{steps + rest}");
            writer.Line($"Refs.Add(ref {result}, row) = {(splits == 2 ? "sum0 + sum1" : "(sum0 + sum1) + (sum2 + sum3)")};");
        }
    }

    private static void WriteScalarStep(SourceWriter writer, EmitContext context, ProductPlan plan, string data, int split, string k)
    {
        string at = plan.DepthStride == 1 ? k : $"({k}) * {plan.DepthStride}";
        writer.Line($"sum{split} = {context.Real}.FusedMultiplyAdd(Refs.Add(ref weight, {at}), Refs.Add(ref {data}, {k}), sum{split});");
    }
}
