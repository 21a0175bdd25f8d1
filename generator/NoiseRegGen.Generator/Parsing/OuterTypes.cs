using System;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NoiseRegGen.Generator.Diagnostics;

namespace NoiseRegGen.Generator.Parsing;

/// <summary>Checks the types around networks.</summary>
/// <remarks>
/// Such a type is told of its own mistake when it is itself analysed, not with the network inside it: an editor offers a code fix only
/// for a diagnostic within the type under analysis, and two networks in one type are to give one error.
/// </remarks>
internal static class OuterTypes
{
    /// <summary>The first part of a type without <c>partial</c>; null if all have it.</summary>
    public static TypeDeclarationSyntax? PartNotPartial(INamedTypeSymbol type, CancellationToken cancellation)
    {
        foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellation) is TypeDeclarationSyntax part && !part.Modifiers.Any(SyntaxKind.PartialKeyword))
                return part;
        }

        return null;
    }

    /// <summary>Reports a type that has a network inside it, however deep, and is not partial.</summary>
    public static void Check(INamedTypeSymbol type, Action<Diagnostic> report, CancellationToken cancellation)
    {
        if (NetworkInside(type) is { } network && PartNotPartial(type, cancellation) is { } part)
            report(Diagnostic.Create(Descriptors.ContainerNotPartial, part.Identifier.GetLocation(), type.Name, network.Name));
    }

    private static INamedTypeSymbol? NetworkInside(INamedTypeSymbol type)
    {
        foreach (INamedTypeSymbol nested in type.GetTypeMembers())
        {
            if (nested.TypeKind == TypeKind.Class && WellKnownNames.MlpAttributeOf(nested) is not null)
                return nested;
            if (NetworkInside(nested) is { } deeper)
                return deeper;
        }

        return null;
    }
}
