using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Planning;

namespace NoiseRegGen.Generator.Emit.Kernels;

/// <summary>Writes the weight gradient <c>G += E H^T</c>, or its last columns, as inner products over the examples, with E and H in lane blocks.</summary>
internal static class InnerProductKernel
{
    /// <summary>The kernel for the columns of G from <paramref name="first"/> on: <c>(ref e, ref h, ref g, blocks, fresh)</c>.</summary>
    internal static string Add(EmitContext context, int rows, int columns, int first = 0)
    {
        string name = $"AddInnerProducts{rows}x{columns}{(first > 0 ? $"From{first}" : string.Empty)}";
        return context.Kernels.Require(name, writer => Write(context, writer, name, rows, columns, first));
    }

    private static void Write(EmitContext context, SourceWriter writer, string name, int rows, int columns, int first)
    {
        string real = context.Real;
        string kernel = context.Kernels.Require(ReductionKernels.AddInnerProducts).Split('.')[1];
        string part = first == 0 ? string.Empty : $", the columns from {first} on";
        writer.Line($"/// <summary>G += E H^T over the examples of a panel: E {rows} x lanes, H {columns} x lanes, G {rows} x {columns}{part}, overwritten if fresh.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        writer.Line($"internal static void {name}(ref {real} e, ref {real} h, ref {real} g, int blocks, bool fresh) =>");
        writer.Line(WeightGradientPlan.HasFewRows(rows)
            ? $"    {kernel}(ref h, {columns}, ref e, {rows}, {rows}, ref g, 1, {columns}, blocks, fresh);"
            : $"    {kernel}(ref e, {rows}, {At("h", first == 0 ? string.Empty : $"{first} * Lanes")}, {columns}, {columns - first}, {At("g", first == 0 ? string.Empty : $"{first}")}, {columns}, 1, blocks, fresh);");
    }

    private static string At(string name, string offset) => offset.Length == 0 ? $"ref {name}" : $"ref Refs.Add(ref {name}, {offset})";
}
