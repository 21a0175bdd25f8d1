using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NoiseRegGen.Generator.Diagnostics;
using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;

namespace NoiseRegGen.Generator.Parsing;

/// <summary>Reads the user's class and the types around it, and checks that a part can be added to it.</summary>
internal static class TypeParser
{
    /// <summary>The class as the emitted text needs it. Meaningful only if no problem was added.</summary>
    public static TypeModel Parse(INamedTypeSymbol type, ParseProblems problems, CancellationToken cancellation)
    {
        CheckKind(type, problems);
        if (OuterTypes.PartNotPartial(type, cancellation) is { } part)
            problems.Add(Descriptors.ClassNotPartial, part.Identifier.GetLocation(), type.Name);

        var containing = new List<string>();
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            if (OuterTypes.PartNotPartial(outer, cancellation) is not null)
                problems.AddOuter();
            containing.Insert(0, Header(outer));
        }

        return new TypeModel(
            NamespaceOf(type),
            new EquatableArray<string>(containing),
            Identifiers.Escape(type.Name),
            SyntaxFacts.GetText(type.DeclaredAccessibility),
            HintNames.PrefixOf(type));
    }

    private static void CheckKind(INamedTypeSymbol type, ParseProblems problems)
    {
        Location site = SourceSites.Of(type);
        if (type.IsRecord)
            problems.Add(Descriptors.RecordClass, site, type.Name);
        if (type.IsStatic)
            problems.Add(Descriptors.StaticClass, site, type.Name);
        else if (type.IsAbstract)
            problems.Add(Descriptors.AbstractClass, site, type.Name);
        if (type.Arity > 0)
            problems.Add(Descriptors.GenericClass, site, type.Name);
        if (SelfAndOuter(type).FirstOrDefault(static outer => outer.IsFileLocal) is { } local)
            problems.Add(Descriptors.FileLocalClass, site, type.Name, local.Name);
    }

    private static IEnumerable<INamedTypeSymbol> SelfAndOuter(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
            yield return current;
    }

    private static string NamespaceOf(INamedTypeSymbol type)
    {
        var parts = new List<string>();
        for (INamespaceSymbol space = type.ContainingNamespace; !space.IsGlobalNamespace; space = space.ContainingNamespace)
            parts.Insert(0, Identifiers.Escape(space.Name));
        return string.Join(".", parts);
    }

    /// <summary>What opens a part of an outer type. Modifiers, constraints and base types need not be repeated.</summary>
    private static string Header(INamedTypeSymbol type)
    {
        string keyword = type switch
        {
            { IsRecord: true, IsValueType: true } => "record struct",
            { IsRecord: true } => "record",
            { TypeKind: TypeKind.Struct } => "struct",
            { TypeKind: TypeKind.Interface } => "interface",
            _ => "class",
        };
        string parameters = type.Arity == 0
            ? ""
            : $"<{string.Join(", ", type.TypeParameters.Select(static parameter => Identifiers.Escape(parameter.Name)))}>";
        return $"partial {keyword} {Identifiers.Escape(type.Name)}{parameters}";
    }
}
