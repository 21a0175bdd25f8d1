using System.Linq;
using Microsoft.CodeAnalysis;
using NoiseRegGen.Generator.Diagnostics;
using NoiseRegGen.Generator.Model;

namespace NoiseRegGen.Generator.Parsing;

/// <summary>Checks that a base class lets the generated constructors and members be.</summary>
internal static class BaseClassCheck
{
    /// <summary>Adds at most one problem per class: what stands in the way first.</summary>
    public static void Check(INamedTypeSymbol type, ScalarKind scalar, ParseProblems problems)
    {
        if (type.BaseType is not { SpecialType: not SpecialType.System_Object, TypeKind: not TypeKind.Error } direct)
            return;
        if (!direct.InstanceConstructors.Any(constructor => CanBeCalledWithoutArguments(constructor, type)))
        {
            problems.Add(Descriptors.BaseWithoutConstructor, SourceSites.Of(type), type.Name, direct.Name);
            return;
        }

        for (INamedTypeSymbol? ancestor = direct; ancestor is { SpecialType: not SpecialType.System_Object }; ancestor = ancestor.BaseType)
        {
            if (InheritedConflict(ancestor, type, scalar) is not { } member)
                continue;
            problems.Add(Descriptors.InheritedConflict, SourceSites.Of(type), type.Name, ancestor.Name, member);
            return;
        }
    }

    /// <summary>The name of a member that the class would inherit and hide, or null.</summary>
    private static string? InheritedConflict(INamedTypeSymbol ancestor, INamedTypeSymbol type, ScalarKind scalar)
    {
        // Another network of this compilation has its members only later, when all networks have been read.
        if (WellKnownNames.MlpAttributeOf(ancestor) is not null)
            return "Forward";
        return ancestor.GetMembers()
            .FirstOrDefault(member => IsVisible(member, type) && MemberConflicts.ConflictOf(member, scalar) is not null)
            ?.Name;
    }

    private static bool CanBeCalledWithoutArguments(IMethodSymbol constructor, INamedTypeSymbol type) =>
        IsVisible(constructor, type) && constructor.Parameters.All(static parameter => parameter.IsOptional || parameter.IsParams);

    /// <summary>Whether a derived class sees an inherited member.</summary>
    public static bool IsVisible(ISymbol member, INamedTypeSymbol type) => member.DeclaredAccessibility switch
    {
        Accessibility.Private => false,
        Accessibility.Internal or Accessibility.ProtectedAndInternal =>
            SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, type.ContainingAssembly),
        _ => true,
    };
}
