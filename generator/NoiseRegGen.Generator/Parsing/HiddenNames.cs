using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using NoiseRegGen.Generator.Diagnostics;
using NoiseRegGen.Generator.Model;

namespace NoiseRegGen.Generator.Parsing;

/// <summary>Finds what would take the place of an alias of the emitted files: C# looks for a name in the class, around it, in its namespaces, then among aliases.</summary>
internal static class HiddenNames
{
    /// <summary>Adds at most one problem per class.</summary>
    public static void Check(INamedTypeSymbol type, ParseProblems problems, CancellationToken cancellation)
    {
        bool ownMayHide = WrittenMembers.NeedALook(type, cancellation);
        bool hasBase = WrittenMembers.HaveBase(type, cancellation);
        foreach ((string name, _) in SourceAliases.All)
        {
            ISymbol? hiding = (ownMayHide ? Declared(type, name) : null) ?? (hasBase ? Inherited(type, name) : null) ?? Around(type, name);
            if (hiding is null)
                continue;
            bool isOwn = SymbolEqualityComparer.Default.Equals(hiding.ContainingType, type) && hiding.Kind != SymbolKind.TypeParameter;
            problems.Add(Descriptors.HiddenName, SourceSites.Of(isOwn ? hiding : type), type.Name, name, hiding.ToDisplayString());
            return;
        }
    }

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

    private static ISymbol? Around(INamedTypeSymbol type, string name)
    {
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            if ((Declared(outer, name) ?? outer.TypeParameters.FirstOrDefault(parameter => parameter.Name == name)) is { } found)
                return found;
        }

        for (INamespaceSymbol? space = type.ContainingNamespace; space is not null; space = space.ContainingNamespace)
        {
            if (Declared(space, name) is { } found)
                return found;
        }

        return null;
    }

    // A generic type has another name as far as an alias is concerned.
    private static int Arity(ISymbol member) => (member as INamedTypeSymbol)?.Arity ?? 0;
}
