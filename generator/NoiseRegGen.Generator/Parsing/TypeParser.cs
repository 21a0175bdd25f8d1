using System.Collections.Generic;
using System.Collections.Immutable;
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
    public static TypeModel Parse(INamedTypeSymbol type, WrittenParts written, ParseProblems problems, CancellationToken cancellation)
    {
        CheckKind(type, problems);
        if (!written.ArePartial && OuterTypes.PartNotPartial(type, cancellation) is { } part)
            problems.Add(Descriptors.ClassNotPartial, part.Identifier.GetLocation(), type.Name);

        List<string>? containing = null;
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            if (OuterTypes.PartNotPartial(outer, cancellation) is not null)
                problems.AddOuter();
            (containing ??= []).Insert(0, Header(outer));
        }

        return new TypeModel(
            NamespaceOf(type),
            new EquatableArray<string>(containing?.ToImmutableArray() ?? ImmutableArray<string>.Empty),
            Identifiers.EscapeType(type.Name),
            SyntaxFacts.GetText(type.DeclaredAccessibility),
            HintNames.PrefixOf(type));
    }

    private static void CheckKind(INamedTypeSymbol type, ParseProblems problems)
    {
        if (type.IsRecord)
            problems.Add(Descriptors.RecordClass, SourceSites.Of(type), type.Name);
        if (type.IsStatic)
            problems.Add(Descriptors.StaticClass, SourceSites.Of(type), type.Name);
        else if (type.IsAbstract)
            problems.Add(Descriptors.AbstractClass, SourceSites.Of(type), type.Name);
        if (type.Arity > 0)
            problems.Add(Descriptors.GenericClass, SourceSites.Of(type), type.Name);
        INamedTypeSymbol? local = type;
        while (local is { IsFileLocal: false })
            local = local.ContainingType;
        if (local is not null)
            problems.Add(Descriptors.FileLocalClass, SourceSites.Of(type), type.Name, local.Name);
    }

    private static string NamespaceOf(INamedTypeSymbol type)
    {
        string name = "";
        for (INamespaceSymbol space = type.ContainingNamespace; !space.IsGlobalNamespace; space = space.ContainingNamespace)
            name = name.Length == 0 ? Identifiers.Escape(space.Name) : $"{Identifiers.Escape(space.Name)}.{name}";
        return name;
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
            : $"<{string.Join(", ", type.TypeParameters.Select(static parameter => Identifiers.EscapeType(parameter.Name)))}>";
        return $"partial {keyword} {Identifiers.EscapeType(type.Name)}{parameters}";
    }
}
