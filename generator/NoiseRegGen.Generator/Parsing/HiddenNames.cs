using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using NoiseRegGen.Generator.Diagnostics;
using NoiseRegGen.Generator.Model;

namespace NoiseRegGen.Generator.Parsing;

/// <summary>Finds what would take the place of an alias of the emitted files: C# looks for a name in the class, around it, in its namespaces, then among aliases.</summary>
internal static class HiddenNames
{
    // By namespace, for as long as its compilation lives: after each keystroke every network asks, and many share their namespaces.
    private static readonly ConditionalWeakTable<INamespaceSymbol, StrongBox<ISymbol?>> InNamespaces = new();

    /// <summary>Adds at most one problem per class.</summary>
    public static void Check(INamedTypeSymbol type, ParseProblems problems, CancellationToken cancellation)
    {
        ISymbol? hiding = InTypes(type, cancellation) ?? InNamespace(type.ContainingNamespace);
        if (hiding is null)
            return;
        bool isOwn = SymbolEqualityComparer.Default.Equals(hiding.ContainingType, type) && hiding.Kind != SymbolKind.TypeParameter;
        problems.Add(Descriptors.HiddenName, SourceSites.Of(isOwn ? hiding : type), type.Name, hiding.Name, hiding.ToDisplayString());
    }

    private static ISymbol? InTypes(INamedTypeSymbol type, CancellationToken cancellation)
    {
        bool ownMayHide = WrittenMembers.NeedALook(type, cancellation);
        bool hasBase = WrittenMembers.HaveBase(type, cancellation);
        if (!ownMayHide && !hasBase && type.ContainingType is null)
            return null;
        return SourceAliases.All
            .Select(alias => (ownMayHide ? Declared(type, alias.Name) : null) ?? (hasBase ? Inherited(type, alias.Name) : null) ?? InOuter(type, alias.Name))
            .FirstOrDefault(static found => found is not null);
    }

    private static ISymbol? InNamespace(INamespaceSymbol space) => InNamespaces.GetValue(space, static space => new StrongBox<ISymbol?>(
        SourceAliases.All.Select(alias => Declared(space, alias.Name)).FirstOrDefault(static found => found is not null)
            ?? (space.ContainingNamespace is { } outer ? InNamespace(outer) : null))).Value;

    private static ISymbol? Declared(INamespaceOrTypeSymbol space, string name) => space.GetMembers(name).FirstOrDefault(static member => Arity(member) == 0);

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
