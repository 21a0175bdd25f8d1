using System.Linq;
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

    /// <summary><c>A = E W</c>: <c>a = W^T e</c> of a few vectors e, so that each weight is loaded once for all.</summary>
    internal static string TransposedMatrixRows(EmitContext context, LayerModel layer, int seeds)
    {
        string name = $"TransposedMatrixRows{layer.Outputs}x{layer.Inputs}";
        return context.Kernels.Require(name, writer =>
        {
            writer.Line($"/// <summary>A = E W of one example: W {layer.Outputs} x {layer.Inputs}, E {seeds} x {layer.Outputs}, A {seeds} x {layer.Inputs}, overwritten; their rows begin with whole lane blocks.</summary>");
            writer.Line("/// <remarks>Lanes over columns, a tile of all rows x 2 vectors; each sum runs in the order of the lane-block product.</remarks>");
            writer.Line(KernelSet.Attribute);
            using (writer.Block($"internal static void {name}(ref {context.Real} w, ref {context.Real} e, ref {context.Real} a)"))
            {
                writer.Line($"int from = Layout.WholeBlocks({layer.Outputs}) * Lanes, to = Layout.WholeBlocks({layer.Inputs}) * Lanes;");
                writer.Line("int column = 0;");
                WriteSeedColumns(writer, context, layer, seeds, 2);
                WriteSeedColumns(writer, context, layer, seeds, 1);
                using (writer.Block($"for (int row = 0; row < {seeds} && column < {layer.Inputs}; row++)"))
                    writer.Line($"LastColumns(ref w, ref Refs.Add(ref e, row * from), ref Refs.Add(ref a, row * to), column, {layer.Outputs}, {layer.Inputs});");
            }

            context.Kernels.Require(LastColumns);
        });
    }

    private static readonly KernelText LastColumns = new("LastColumns", """
        /// <summary>a = W^T e of one example from a column on: those that do not fill a vector.</summary>
        private static void LastColumns(ref Real w, ref Real e, ref Real a, int column, int rows, int columns)
        {
            for (; column < columns; column++)
            {
                Real sum = 0;
                for (int k = 0; k < rows; k++)
                    sum = Real.FusedMultiplyAdd(Refs.Add(ref w, (k * columns) + column), Refs.Add(ref e, k), sum);
                Refs.Add(ref a, column) = sum;
            }
        }
        """);

    private static void WriteSeedColumns(SourceWriter writer, EmitContext context, LayerModel layer, int seeds, int vectors)
    {
        string span = vectors == 1 ? "LaneVector.Count" : $"{vectors} * LaneVector.Count";
        using (writer.Block($"for (; column + ({span}) <= {layer.Inputs}; column += {span})"))
        {
            for (int seed = 0; seed < seeds; seed++)
                writer.Line($"LaneVector {string.Join(", ", Enumerable.Range(0, vectors).Select(v => $"a{seed}{"lh"[v]} = LaneVector.Zero"))};");
            writer.Line($"ref {context.Real} weight = ref Refs.Add(ref w, column);");
            using (writer.Block($"for (int k = 0; k < {layer.Outputs}; k++)"))
            {
                writer.Line("LaneVector low = Simd.LoadUnsafe(ref weight);");
                if (vectors == 2)
                    writer.Line("LaneVector high = Simd.LoadUnsafe(ref Refs.Add(ref weight, LaneVector.Count));");
                for (int seed = 0; seed < seeds; seed++)
                {
                    writer.Line($"LaneVector e{seed} = new(Refs.Add(ref e, {(seed == 0 ? "k" : seed == 1 ? "from + k" : $"({seed} * from) + k")}));");
                    writer.Line($"a{seed}l = Simd.FusedMultiplyAdd(low, e{seed}, a{seed}l);");
                    if (vectors == 2)
                        writer.Line($"a{seed}h = Simd.FusedMultiplyAdd(high, e{seed}, a{seed}h);");
                }

                writer.Line($"weight = ref Refs.Add(ref weight, {layer.Inputs});");
            }

            for (int seed = 0; seed < seeds; seed++)
            {
                string row = seed == 0 ? "column" : seed == 1 ? "to + column" : $"({seed} * to) + column";
                writer.Line($"Simd.StoreUnsafe(a{seed}l, ref Refs.Add(ref a, {row}));");
                if (vectors == 2)
                    writer.Line($"Simd.StoreUnsafe(a{seed}h, ref Refs.Add(ref a, {row} + LaneVector.Count));");
            }
        }
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

    private static readonly KernelText AddOuterProduct = new("AddOuterProduct", """
        /// <summary>G += e x^T of one example: e rows, x columns, G rows x columns.</summary>
        internal static void AddOuterProduct(ref Real e, ref Real x, ref Real g, int rows, int columns)
        {
            for (int row = 0; row < rows; row++)
                Perturb(ref Refs.Add(ref g, row * columns), ref x, Refs.Add(ref e, row), ref Refs.Add(ref g, row * columns), columns);
        }
        """, Uses: [NoiseKernels.Perturb]);

    /// <summary><c>dW = dz h^T</c>, <c>db = dz</c>.</summary>
    internal static readonly KernelText LayerGradient = new("LayerGradient", """
        /// <summary>dW = dz h^T, db = dz of one example, overwritten or added to: dz rows, h columns, dW rows x columns.</summary>
        internal static void LayerGradient(ref Real dz, ref Real h, ref Real dw, ref Real db, int rows, int columns, bool add)
        {
            if (add)
            {
                AddOuterProduct(ref dz, ref h, ref dw, rows, columns);
                Perturb(ref db, ref dz, 1, ref db, rows);
            }
            else
            {
                OuterProduct(ref dz, ref h, ref dw, rows, columns);
                RefSpans.CreateSpan(ref dz, rows).CopyTo(RefSpans.CreateSpan(ref db, rows));
            }
        }
        """, Uses: [OuterProduct, AddOuterProduct]);

    /// <summary><c>s = start + ||x||^2</c>.</summary>
    internal static readonly KernelText SquaredNorm = new("SquaredNorm", """
        /// <summary>start + ||x||^2 of one example, in the partial sums of the lane-block kernel: by the feature's index modulo 4.</summary>
        internal static Real SquaredNorm(ref Real x, Real start, int features)
        {
            Real sum0 = start, sum1 = 0, sum2 = 0, sum3 = 0;
            int feature = 0;
            for (; feature + 4 <= features; feature += 4)
            {
                Real x0 = Refs.Add(ref x, feature), x1 = Refs.Add(ref x, feature + 1), x2 = Refs.Add(ref x, feature + 2), x3 = Refs.Add(ref x, feature + 3);
                sum0 = Real.FusedMultiplyAdd(x0, x0, sum0);
                sum1 = Real.FusedMultiplyAdd(x1, x1, sum1);
                sum2 = Real.FusedMultiplyAdd(x2, x2, sum2);
                sum3 = Real.FusedMultiplyAdd(x3, x3, sum3);
            }

            for (; feature < features; feature++)
                sum0 = Real.FusedMultiplyAdd(Refs.Add(ref x, feature), Refs.Add(ref x, feature), sum0);
            return (sum0 + sum1) + (sum2 + sum3);
        }
        """);

    /// <summary><c>x . y</c>.</summary>
    internal static readonly KernelText Dot = new("Dot", """
        /// <summary>x . y of one example, in the partial sums of the lane-block kernel: by the unit's index modulo 4.</summary>
        internal static Real Dot(ref Real x, ref Real y, int units)
        {
            Real sum0 = 0, sum1 = 0, sum2 = 0, sum3 = 0;
            int unit = 0;
            for (; unit + 4 <= units; unit += 4)
            {
                sum0 = Real.FusedMultiplyAdd(Refs.Add(ref x, unit), Refs.Add(ref y, unit), sum0);
                sum1 = Real.FusedMultiplyAdd(Refs.Add(ref x, unit + 1), Refs.Add(ref y, unit + 1), sum1);
                sum2 = Real.FusedMultiplyAdd(Refs.Add(ref x, unit + 2), Refs.Add(ref y, unit + 2), sum2);
                sum3 = Real.FusedMultiplyAdd(Refs.Add(ref x, unit + 3), Refs.Add(ref y, unit + 3), sum3);
            }

            for (; unit < units; unit++)
                sum0 = Real.FusedMultiplyAdd(Refs.Add(ref x, unit), Refs.Add(ref y, unit), sum0);
            return (sum0 + sum1) + (sum2 + sum3);
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
