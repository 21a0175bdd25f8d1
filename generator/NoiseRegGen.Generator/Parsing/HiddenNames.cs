using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using NoiseRegGen.Generator.Diagnostics;
using NoiseRegGen.Generator.Model;

namespace NoiseRegGen.Generator.Parsing;

/// <summary>Finds what would take the place of an alias of the emitted files: C# looks for a name in the class, around it, in its namespaces, then among aliases.</summary>
internal static class HiddenNames
{
    // By namespace, for as long as its compilation lives: after each keystroke every network asks, and many share their namespaces.
    private static readonly ConditionalWeakTable<INamespaceSymbol, StrongBox<ISymbol?>> InNamespaces = new();

    private static readonly ConditionalWeakTable<INamespaceSymbol, StrongBox<ISymbol?>>.CreateValueCallback Find =
        static space => new StrongBox<ISymbol?>(Declared(space) ?? (space.ContainingNamespace is { } outer ? InNamespace(outer) : null));

    /// <summary>Adds at most one problem per class.</summary>
    public static void Check(INamedTypeSymbol type, WrittenParts written, ParseProblems problems)
    {
        ISymbol? hiding = InTypes(type, written) ?? InNamespace(type.ContainingNamespace);
        if (hiding is null)
            return;
        bool isOwn = SymbolEqualityComparer.Default.Equals(hiding.ContainingType, type) && hiding.Kind != SymbolKind.TypeParameter;
        problems.Add(Descriptors.HiddenName, SourceSites.Of(isOwn ? hiding : type), type.Name, hiding.Name, hiding.ToDisplayString());
    }

    private static ISymbol? InTypes(INamedTypeSymbol type, WrittenParts written)
    {
        if (written is { NeedALook: false, HaveBase: false } && type.ContainingType is null)
            return null;
        foreach ((string name, _) in SourceAliases.All)
        {
            ISymbol? found = (written.NeedALook ? Declared(type, name) : null) ?? (written.HaveBase ? Inherited(type, name) : null) ?? InOuter(type, name);
            if (found is not null)
                return found;
        }

        return null;
    }

    private static ISymbol? InNamespace(INamespaceSymbol space) => InNamespaces.GetValue(space, Find).Value;

    private static ISymbol? Declared(INamespaceSymbol space)
    {
        foreach ((string name, _) in SourceAliases.All)
        {
            if (Declared(space, name) is { } found)
                return found;
        }

        return null;
    }

    private static ISymbol? Declared(INamespaceOrTypeSymbol space, string name)
    {
        foreach (ISymbol member in space.GetMembers(name))
        {
            if (Arity(member) == 0)
                return member;
        }

        return null;
    }

    private static ISymbol? Inherited(INamedTypeSymbol type, string name)
    {
        for (INamedTypeSymbol? ancestor = type.BaseType; ancestor is { SpecialType: not SpecialType.System_Object }; ancestor = ancestor.BaseType)
        {
            if (ancestor.GetMembers(name).FirstOrDefault(member => BaseClassCheck.IsVisible(member, type)) is { } member)
                return member;
        }

        return null;
    }

    private static ISymbol? InOuter(INamedTypeSymbol type, string name)
    {
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            if ((Declared(outer, name) ?? outer.TypeParameters.FirstOrDefault(parameter => parameter.Name == name)) is { } found)
                return found;
        }

        return null;
    }

    // A generic type has another name as far as an alias is concerned.
    private static int Arity(ISymbol member) => (member as INamedTypeSymbol)?.Arity ?? 0;
}
