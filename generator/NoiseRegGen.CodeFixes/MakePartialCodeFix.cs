using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NoiseRegGen.Generator.Diagnostics;

namespace NoiseRegGen.CodeFixes;

/// <summary>Adds <c>partial</c> to a network's class and to every type around it that lacks it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialCodeFix))]
[Shared]
public sealed class MakePartialCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [Descriptors.ClassNotPartial.Id, Descriptors.ContainerNotPartial.Id];

    /// <inheritdoc/>
    /// <remarks>By document, all at once: two networks in one outer type would otherwise each want to change it.</remarks>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(static async (context, document, diagnostics) =>
        await FixAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    "Make the class and the types around it partial",
                    cancellation => FixAsync(context.Document, [diagnostic], cancellation),
                    equivalenceKey: nameof(MakePartialCodeFix)),
                diagnostic);
        }

        return Task.CompletedTask;
    }

    private static async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root)
            return document;
        IEnumerable<TypeDeclarationSyntax> types = diagnostics
            .SelectMany(diagnostic => root.FindNode(diagnostic.Location.SourceSpan).AncestorsAndSelf())
            .OfType<TypeDeclarationSyntax>()
            .Where(static type => !type.Modifiers.Any(SyntaxKind.PartialKeyword))
            .Distinct();

        // The second argument has the inner types replaced already.
        return document.WithSyntaxRoot(root.ReplaceNodes(types, static (_, type) => AddPartial(type)));
    }

    /// <summary><c>partial</c> stands last among the modifiers, right before <c>class</c>.</summary>
    private static TypeDeclarationSyntax AddPartial(TypeDeclarationSyntax type)
    {
        SyntaxToken partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        if (type.Modifiers.Count > 0)
            return (TypeDeclarationSyntax)type.WithModifiers(type.Modifiers.Add(partial));

        // Without modifiers the comment above the type hangs on its keyword.
        SyntaxTriviaList above = type.Keyword.LeadingTrivia;
        return type
            .WithKeyword(type.Keyword.WithLeadingTrivia())
            .WithModifiers(SyntaxFactory.TokenList(partial.WithLeadingTrivia(above)));
    }
}
