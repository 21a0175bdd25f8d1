using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NoiseRegGen.Generator.Model;

namespace NoiseRegGen.Generator.Parsing;

/// <summary>Looks at the text of a class to say that nothing in it can be in conflict, without asking for its symbols.</summary>
/// <remarks>
/// After each keystroke of the project every network's class is read again, and its symbols are new: to make those of its members costs more than all
/// the rest of the reading. Hardly any class gives cause for it.
/// </remarks>
/// <param name="NeedALook">Whether the class has members or constructors whose symbols must be looked at.</param>
/// <param name="HaveBase">Whether the class names anything that it derives from.</param>
internal readonly record struct WrittenMembers(bool NeedALook, bool HaveBase)
{
    private static readonly HashSet<string> Names = [.. GeneratedMembers.ByName.Keys, .. SourceAliases.Names];

    /// <summary>What the parts of the class say, this generator's own excepted.</summary>
    public static WrittenMembers Of(INamedTypeSymbol type, CancellationToken cancellation)
    {
        bool needALook = false, haveBase = false;
        foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
        {
            if (WrittenPart(reference, cancellation) is not { } part)
                continue;
            needALook |= part.ParameterList is not null || NeedsALook(part.Members);
            haveBase |= part.BaseList is not null;
        }

        return new WrittenMembers(needALook, haveBase);
    }

    private static TypeDeclarationSyntax? WrittenPart(SyntaxReference reference, CancellationToken cancellation) =>
        SourceSites.IsGenerated(reference.SyntaxTree) ? null : reference.GetSyntax(cancellation) as TypeDeclarationSyntax;

    private static bool NeedsALook(SyntaxList<MemberDeclarationSyntax> members)
    {
        foreach (MemberDeclarationSyntax member in members)
        {
            if (NeedsALook(member))
                return true;
        }

        return false;
    }

    private static bool NeedsALook(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax { ExplicitInterfaceSpecifier: null } method => IsOfAGenerated(method.Identifier),
        PropertyDeclarationSyntax { ExplicitInterfaceSpecifier: null } property => IsOfAGenerated(property.Identifier) || IsRequired(property),
        BaseFieldDeclarationSyntax field => IsRequired(field) || field.Declaration.Variables.Any(static one => IsOfAGenerated(one.Identifier)),
        BaseTypeDeclarationSyntax nested => IsOfAGenerated(nested.Identifier),
        DelegateDeclarationSyntax nested => IsOfAGenerated(nested.Identifier),
        DestructorDeclarationSyntax or OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax => false,

        // Constructors, and whatever C# may yet bring.
        _ => true,
    };

    private static bool IsOfAGenerated(SyntaxToken name) => Names.Contains(name.ValueText);

    private static bool IsRequired(MemberDeclarationSyntax member) => member.Modifiers.Any(SyntaxKind.RequiredKeyword);
}
