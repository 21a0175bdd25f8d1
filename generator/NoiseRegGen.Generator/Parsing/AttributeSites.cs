using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NoiseRegGen.Generator.Parsing;

/// <summary>Where in the source each part of an attribute stands. Consulted for mistakes only.</summary>
internal sealed class AttributeSites(AttributeData attribute, CancellationToken cancellation)
{
    /// <summary>The language version of the file with the attribute.</summary>
    public LanguageVersion LanguageVersion =>
        (attribute.ApplicationSyntaxReference?.SyntaxTree.Options as CSharpParseOptions)?.LanguageVersion ?? LanguageVersion.Latest;

    /// <summary>The whole attribute, without its brackets.</summary>
    public Location Attribute => Syntax?.GetLocation() ?? Location.None;

    /// <summary>The path of the file with the attribute.</summary>
    public string SourceFile => attribute.ApplicationSyntaxReference?.SyntaxTree.FilePath ?? "";

    /// <summary>The one positional argument, where that is a file's path.</summary>
    public Location File =>
        Arguments.FirstOrDefault(static argument => argument.NameEquals is null)?.Expression.GetLocation() ?? Attribute;

    private AttributeSyntax? Syntax => attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) as AttributeSyntax;

    private IEnumerable<AttributeArgumentSyntax> Arguments => Syntax?.ArgumentList?.Arguments ?? [];

    /// <summary>The size at a position, whether the sizes are a list of arguments, an array or a collection expression.</summary>
    public Location Size(int index)
    {
        AttributeArgumentSyntax[] positional = [.. Arguments.Where(static argument => argument.NameEquals is null)];
        if (positional.Length == 1)
            return Element(positional[0].Expression, index);
        return index < positional.Length ? positional[index].GetLocation() : Attribute;
    }

    /// <summary>A named argument, with its name: <c>Hidden = Activation.Tanh</c>.</summary>
    public Location Named(string name) => FindNamed(name)?.GetLocation() ?? Attribute;

    /// <summary>The value of a named argument.</summary>
    public Location ValueOf(string name) => FindNamed(name)?.Expression.GetLocation() ?? Attribute;

    /// <summary>One element of a named argument whose value is an array.</summary>
    public Location ElementOf(string name, int index) =>
        FindNamed(name) is { } argument ? Element(argument.Expression, index) : Attribute;

    /// <summary>The elements of <c>new[] { ... }</c>, <c>new T[] { ... }</c> or <c>[ ... ]</c>; none for anything else.</summary>
    private static IEnumerable<ExpressionSyntax> Elements(ExpressionSyntax array) => array switch
    {
        ImplicitArrayCreationExpressionSyntax { Initializer: var items } => items.Expressions,
        ArrayCreationExpressionSyntax { Initializer: { } items } => items.Expressions,
        CollectionExpressionSyntax list => list.Elements.OfType<ExpressionElementSyntax>().Select(static element => element.Expression),
        _ => Enumerable.Empty<ExpressionSyntax>(),
    };

    private static Location Element(ExpressionSyntax array, int index) =>
        (Elements(array).ElementAtOrDefault(index) ?? array).GetLocation();

    private AttributeArgumentSyntax? FindNamed(string name) =>
        Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name);
}
