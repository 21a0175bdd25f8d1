using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NoiseRegGen.Generator.Model;

namespace NoiseRegGen.Generator.Parsing;

/// <summary>What the text of a class says of it: enough, for hardly any class not, to know that nothing in it can be in conflict.</summary>
/// <param name="ArePartial">Whether every part says <c>partial</c>.</param>
/// <param name="NeedALook">Whether there are members or constructors whose symbols must be looked at.</param>
/// <param name="HaveBase">Whether the class names anything that it derives from.</param>
/// <remarks>
/// After each keystroke of the project every network's class is read again, and its symbols are new: to make those of its members costs more than all
/// the rest of the reading. The text of all files but one is the same as before, and so are its nodes.
/// </remarks>
internal sealed record WrittenParts(bool ArePartial, bool NeedALook, bool HaveBase)
{
    private static readonly HashSet<string> Names = [.. GeneratedMembers.ByName.Keys, .. SourceAliases.Names];

    // By part, for as long as its file's tree lives. It cannot go stale: it depends on nothing but the node, which never changes.
    private static readonly ConditionalWeakTable<TypeDeclarationSyntax, WrittenParts> Known = new();

    private static readonly ConditionalWeakTable<TypeDeclarationSyntax, WrittenParts>.CreateValueCallback Read = static part => new WrittenParts(
        part.Modifiers.Any(SyntaxKind.PartialKeyword), part.ParameterList is not null || NeedsALook(part.Members), part.BaseList is not null);

    private static readonly WrittenParts None = new(ArePartial: true, NeedALook: false, HaveBase: false);

    /// <summary>What all parts of the class say together, this generator's own excepted.</summary>
    public static WrittenParts Of(INamedTypeSymbol type, CancellationToken cancellation)
    {
        WrittenParts all = None;
        foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
        {
            if (!SourceSites.IsGenerated(reference.SyntaxTree) && reference.GetSyntax(cancellation) is TypeDeclarationSyntax part)
                all = all.And(Known.GetValue(part, Read));
        }

        return all;
    }

    private WrittenParts And(WrittenParts other) => this == None
        ? other
        : new WrittenParts(ArePartial && other.ArePartial, NeedALook || other.NeedALook, HaveBase || other.HaveBase);

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
