using System.Linq;
using NoiseRegGen.Files;

namespace NoiseRegGen.Onnx.Reading;

/// <summary>Recognises standardisation that is part of the graph.</summary>
internal static class Affine
{
    /// <summary>The means and scales of <c>(x - mean) / scale</c> in any number of columns; null for any other function.</summary>
    internal static Standardization? OfInputs(Term term, int columns) =>
        term is { Operator: "Div", Operands: [{ Operator: "Sub", Operands: [{ Operator: "z" }, { Constant: { } mean }] }, { Constant: { } scale }] }
            ? Standardization(mean, scale, columns)
            : null;

    /// <summary>The means and scales of <c>f(z) * scale + mean</c> in any number of columns, and <c>f</c>; null for any other function.</summary>
    internal static (Standardization Targets, Term Function)? OfOutputs(Term term, int columns) =>
        Split(term, "Add") is var (mean, product) && Split(product, "Mul") is var (scale, function)
            && Standardization(mean, scale, columns) is { } targets
            ? (targets, function)
            : null;

    /// <summary>The constant and the other operand of a sum or a product of two.</summary>
    private static (Constant Constant, Term Other)? Split(Term term, string @operator) => term.Operator != @operator ? null : term.Operands switch
    {
        [{ Constant: { } first }, { Constant: null } other] => (first, other),
        [{ Constant: null } other, { Constant: { } second }] => (second, other),
        _ => null,
    };

    private static Standardization? Standardization(Constant mean, Constant scale, int columns)
    {
        if (Columns(mean, columns) is not { } means || Columns(scale, columns) is not { } scales)
            return null;
        return means.All(double.IsFinite) && scales.All(static value => double.IsFinite(value) && value > 0)
            ? new Standardization(means, scales)
            : null;
    }

    // A single number stands for every column.
    private static double[]? Columns(Constant constant, int columns)
    {
        if (constant.Scalar is { } number)
            return [.. Enumerable.Repeat(number, columns)];
        return constant.Count == columns && constant.Shape[^1] == columns ? constant.ToDoubles() : null;
    }
}
