using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace NoiseRegGen.Onnx.Reading;

/// <summary>An elementwise function of one variable <c>z</c>, as the tree of operators that a graph computes it by.</summary>
/// <remarks>
/// Programs write one function in many ways: <c>z * sigmoid(z)</c> or <c>sigmoid(z) * z</c>, <c>z / sqrt 2</c> or <c>z * 0.7071068</c>. <see cref="Form"/> is the same
/// text for all of them: sums and products are flattened and sorted, a division by a number is a product, and numbers have six digits.
/// </remarks>
internal sealed class Term
{
    /// <summary>The most operators that a function may be made of; far more than any activation is. Keeps <see cref="Form"/> short.</summary>
    internal const int LargestSize = 64;

    private static readonly string[] Commutative = ["Add", "Mul", "Max", "Min"];

    private Term(string @operator, ImmutableArray<Term> operands, Constant? constant)
    {
        Operator = @operator;
        Operands = operands;
        Constant = constant;
        Size = 1 + operands.Sum(static operand => operand.Size);
    }

    /// <summary>The variable.</summary>
    internal static Term Variable { get; } = new("z", [], null);

    /// <summary>ONNX's name of the operator, with its attributes in brackets.</summary>
    internal string Operator { get; }

    internal ImmutableArray<Term> Operands { get; }

    /// <summary>The number or numbers, where the term is that.</summary>
    internal Constant? Constant { get; }

    /// <summary>How many operators, variables and constants it is made of.</summary>
    internal int Size { get; }

    internal static Term Of(Constant constant) => new("constant", [], constant);

    internal static Term Of(string @operator, IEnumerable<Term> operands) => new(@operator, [.. operands], null);

    /// <summary>The function as text: one text for all the ways in which it is written.</summary>
    internal string Form()
    {
        if (Constant is not null)
            return Constant.Scalar is { } number ? Text(number) : "numbers";
        if (Operands.IsEmpty)
            return Operator;
        string shown = IsScaling(out _) ? "Mul" : Operator;
        IEnumerable<string> operands = Commutative.Contains(shown)
            ? Flat(shown).Order(StringComparer.Ordinal)
            : Operands.Select(static operand => operand.Form());
        return $"{shown}({string.Join(", ", operands)})";
    }

    private IEnumerable<string> Flat(string @operator)
    {
        if (@operator == "Mul" && IsScaling(out double factor))
            return Operands[0].Flat("Mul").Append(Text(factor));
        return Operator == @operator ? Operands.SelectMany(operand => operand.Flat(@operator)) : [Form()];
    }

    private bool IsScaling(out double factor)
    {
        factor = 0;
        if (Operator != "Div" || Operands.Length != 2 || Operands[1].Constant?.Scalar is not { } divisor)
            return false;
        factor = 1 / divisor;
        return true;
    }

    private static string Text(double number) => number.ToString("G6", CultureInfo.InvariantCulture);
}
