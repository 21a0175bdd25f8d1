using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NoiseRegGen.Generator.Diagnostics;

namespace NoiseRegGen.CodeFixes;

/// <summary>Makes <c>Activations</c> as long as the network has layers: removes the surplus, or repeats the last one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ActivationCountCodeFix))]
[Shared]
public sealed class ActivationCountCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.WrongActivationCount.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            int layers = DiagnosticProperties.LayerCountOf(diagnostic);
            SyntaxNode array = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (Resize(array, layers) is not { } resized)
                continue;
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Give one activation for each of the {layers} layers",
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(array, resized))),
                    equivalenceKey: nameof(ActivationCountCodeFix)),
                diagnostic);
        }
    }

    /// <summary>
    /// The same array with another number of elements, or null where there is none to repeat or the length is written out.
    /// </summary>
    private static SyntaxNode? Resize(SyntaxNode array, int count) => array switch
    {
        CollectionExpressionSyntax { Elements: { Count: > 0 } items } list => list.WithElements(Resize(items, count)),
        ImplicitArrayCreationExpressionSyntax { Initializer: { Expressions.Count: > 0 } initializer } implicitArray =>
            implicitArray.WithInitializer(Resize(initializer, count)),
        ArrayCreationExpressionSyntax { Initializer: { Expressions.Count: > 0 } initializer } explicitArray
            when HasNoLength(explicitArray) => explicitArray.WithInitializer(Resize(initializer, count)),
        _ => null,
    };

    private static bool HasNoLength(ArrayCreationExpressionSyntax array) =>
        array.Type.RankSpecifiers.All(static rank => rank.Sizes.All(static size => size is OmittedArraySizeExpressionSyntax));

    private static InitializerExpressionSyntax Resize(InitializerExpressionSyntax initializer, int count) =>
        initializer.WithExpressions(Resize(initializer.Expressions, count));

    private static SeparatedSyntaxList<T> Resize<T>(SeparatedSyntaxList<T> items, int count)
        where T : SyntaxNode
    {
        // What follows the last element (a space, a line break) goes on following the last one.
        SyntaxTriviaList end = items.Last().GetTrailingTrivia();
        T repeated = items.Last().WithoutTrivia();
        List<T> kept = [.. items.Take(count)];
        while (kept.Count < count)
        {
            kept[kept.Count - 1] = kept[kept.Count - 1].WithTrailingTrivia();
            kept.Add(repeated);
        }

        kept[count - 1] = kept[count - 1].WithTrailingTrivia(end);
        List<SyntaxToken> commas = [.. items.GetSeparators().Take(Math.Min(items.Count, count) - 1)];
        while (commas.Count < count - 1)
            commas.Add(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space));
        return SyntaxFactory.SeparatedList(kept, commas);
    }
}
