using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using NoiseRegGen.Generator.Model;

namespace NoiseRegGen.CodeFixes;

/// <summary>Takes arguments out of an attribute's list, and makes new ones.</summary>
internal static class AttributeArguments
{
    /// <summary>The list without the arguments of the given names; all others and what stands around them stay as they are.</summary>
    public static AttributeArgumentListSyntax Without(AttributeArgumentListSyntax list, params string[] names)
    {
        SyntaxTriviaList end = list.Arguments.Last().GetTrailingTrivia();
        AttributeArgumentListSyntax kept =
            list.RemoveNodes(list.Arguments.Where(argument => names.Contains(argument.NameEquals?.Name.Identifier.ValueText)), SyntaxRemoveOptions.KeepNoTrivia)!;
        return kept.Arguments.Count == 0 ? kept : kept.ReplaceNode(kept.Arguments.Last(), kept.Arguments.Last().WithTrailingTrivia(end));
    }

    /// <summary>The list with new arguments after the last one.</summary>
    public static AttributeArgumentListSyntax With(AttributeArgumentListSyntax list, IEnumerable<AttributeArgumentSyntax> added) =>
        list.AddArguments([.. added]).WithAdditionalAnnotations(Formatter.Annotation);

    /// <summary><c>Name = Activation.Tanh</c>, as short as the usings of the file allow.</summary>
    public static AttributeArgumentSyntax Named(string name, ActivationKind activation) => Named(name, $"global::NoiseRegGen.Activation.{activation}");

    /// <summary><c>Name = [Activation.Tanh, Activation.Identity]</c>.</summary>
    public static AttributeArgumentSyntax Named(string name, IEnumerable<ActivationKind> activations) =>
        Named(name, $"[{string.Join(", ", activations.Select(static kind => $"global::NoiseRegGen.Activation.{kind}"))}]");

    private static AttributeArgumentSyntax Named(string name, string value)
    {
        ExpressionSyntax expression = SyntaxFactory.ParseExpression(value);
        expression = expression.ReplaceNodes(
            expression.DescendantNodesAndSelf().OfType<MemberAccessExpressionSyntax>().Where(static access => access.Parent is not MemberAccessExpressionSyntax),
            static (_, access) => access.WithAdditionalAnnotations(Simplifier.Annotation));
        return SyntaxFactory.AttributeArgument(SyntaxFactory.NameEquals(name), null, expression);
    }
}
