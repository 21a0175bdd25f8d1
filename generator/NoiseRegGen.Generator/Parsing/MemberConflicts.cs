using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NoiseRegGen.Generator.Diagnostics;
using NoiseRegGen.Generator.Model;

namespace NoiseRegGen.Generator.Parsing;

/// <summary>Finds what the user's class holds or inherits that the generated members cannot stand beside.</summary>
internal static class MemberConflicts
{
    /// <summary>Checks the class's name, members, constructors and base class.</summary>
    public static void Check(INamedTypeSymbol type, WrittenParts written, ScalarKind scalar, ParseProblems problems, CancellationToken cancellation)
    {
        // A record's own members come from its kind, which is reported already.
        if (type.IsRecord)
            return;

        // C# lets no member have the name of its class.
        if (GeneratedMembers.ByName.ContainsKey(type.Name))
            problems.Add(Descriptors.ClassNameConflict, SourceSites.Of(type), type.Name);

        if (written.NeedALook)
        {
            CheckMembers(type, scalar, problems);
            cancellation.ThrowIfCancellationRequested();
            CheckConstructors(type, scalar, problems, cancellation);
        }

        if (written.HaveBase)
            BaseClassCheck.Check(type, scalar, problems);
    }

    /// <summary>The generated member that a given one cannot stand beside, or null.</summary>
    public static GeneratedMember? ConflictOf(ISymbol member, ScalarKind scalar) =>
        !SourceSites.IsGenerated(member) && GeneratedMembers.ByName.TryGetValue(member.Name, out ImmutableArray<GeneratedMember> generated)
            ? generated.FirstOrDefault(candidate => candidate.ConflictsWith(member, scalar))
            : null;

    private static void CheckMembers(INamedTypeSymbol type, ScalarKind scalar, ParseProblems problems)
    {
        foreach (ISymbol member in type.GetMembers())
        {
            if (member.IsImplicitlyDeclared)
                continue;
            if (ConflictOf(member, scalar) is not null)
                problems.Add(Descriptors.MemberConflict, SourceSites.Of(member), type.Name, member.Name);
            if (member is IFieldSymbol { IsRequired: true } or IPropertySymbol { IsRequired: true })
                problems.Add(Descriptors.RequiredMember, SourceSites.Of(member), type.Name, member.Name);
        }
    }

    private static void CheckConstructors(INamedTypeSymbol type, ScalarKind scalar, ParseProblems problems, CancellationToken cancellation)
    {
        foreach (IMethodSymbol constructor in type.InstanceConstructors)
        {
            if (!constructor.IsImplicitlyDeclared && !SourceSites.IsGenerated(constructor))
                CheckConstructor(constructor, scalar, problems, cancellation);
        }
    }

    private static void CheckConstructor(
        IMethodSymbol constructor, ScalarKind scalar, ParseProblems problems, CancellationToken cancellation)
    {
        string name = constructor.ContainingType.Name;
        switch (constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation))
        {
            // A primary constructor is the declaration of the class itself, and every other constructor would have to call it.
            case TypeDeclarationSyntax { ParameterList: { } primary }:
                problems.Add(Descriptors.PrimaryConstructor, primary.GetLocation(), name);
                break;
            case ConstructorDeclarationSyntax written when GeneratedMembers.Constructors.Any(
                roles => GeneratedMember.HasParameters(constructor, roles, scalar)):
                problems.Add(Descriptors.ConstructorConflict, written.Identifier.GetLocation(), name);
                break;

            // Without a call of another constructor the parameters would stay zero.
            case ConstructorDeclarationSyntax written when !written.Initializer.IsKind(SyntaxKind.ThisConstructorInitializer):
                problems.Add(Descriptors.ConstructorNotChained, written.Identifier.GetLocation(), name);
                break;
        }
    }
}
