using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Xunit;

namespace NoiseRegGen.Generator.Tests.Harness;

/// <summary>What a refactoring offers at the caret, as a code fix of the diagnostic there; at most one action.</summary>
internal sealed class OfferedAsFix(CodeRefactoringProvider provider) : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => [Caret.Id];

    public override FixAllProvider? GetFixAllProvider() => null;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var offered = new List<CodeAction>();
        await provider.ComputeRefactoringsAsync(new CodeRefactoringContext(context.Document, context.Span, offered.Add, context.CancellationToken));
        if (offered.Count == 0)
            return;
        context.RegisterCodeFix(Assert.Single(offered), context.Diagnostics.Single());
    }
}
