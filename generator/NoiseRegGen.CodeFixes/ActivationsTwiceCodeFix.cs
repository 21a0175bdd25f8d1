using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NoiseRegGen.Generator.Diagnostics;
using NoiseRegGen.Generator.Parsing;

namespace NoiseRegGen.CodeFixes;

/// <summary>Where an attribute gives both <c>Activations</c> and <c>Hidden</c> or <c>Output</c>, keeps the one or the others.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ActivationsTwiceCodeFix))]
[Shared]
public sealed class ActivationsTwiceCodeFix : CodeFixProvider
{
    private static readonly string[] List = [WellKnownNames.Activations];
    private static readonly string[] Single = [WellKnownNames.Hidden, WellKnownNames.Output];

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.ActivationsTwice.Id];

    /// <inheritdoc/>
    /// <remarks>By document, all at once: two diagnostics of one attribute would otherwise each want to change it.</remarks>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(static async (context, document, diagnostics) =>
        await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is { } root
            ? document.WithSyntaxRoot(Without(root, diagnostics, context.CodeActionEquivalenceKey == nameof(List) ? Single : List))
            : document);

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            Register("Keep Activations", nameof(List), Single);
            Register("Keep Hidden and Output", nameof(Single), List);

            void Register(string title, string key, string[] removed) => context.RegisterCodeFix(
                CodeAction.Create(
                    title, _ => Task.FromResult(context.Document.WithSyntaxRoot(Without(root, [diagnostic], removed))), equivalenceKey: key),
                diagnostic);
        }
    }

    private static SyntaxNode Without(SyntaxNode root, ImmutableArray<Diagnostic> diagnostics, string[] names)
    {
        IEnumerable<AttributeArgumentListSyntax> lists = diagnostics
            .Select(diagnostic => root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeArgumentListSyntax>())
            .OfType<AttributeArgumentListSyntax>()
            .Distinct();
        return root.ReplaceNodes(lists, (list, _) => AttributeArguments.Without(list, names));
    }
}
