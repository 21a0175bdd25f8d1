using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace NoiseRegGen.Generator.Tests.Harness;

/// <summary>
/// Runs a refactoring at the place <c>$$</c> by the Roslyn testing library: as the code fix of a diagnostic at the caret. (The library's own package for
/// refactorings, Microsoft.CodeAnalysis.CSharp.CodeRefactoring.Testing, is not on every feed.)
/// </summary>
internal static class RefactoringCheck
{
    /// <summary>Fails unless just one action is offered and makes <paramref name="after"/>; none if that is the text before.</summary>
    public static async Task VerifyAsync(CodeRefactoringProvider provider, string before, string after)
    {
        string source = before.Replace("$$", ""), marked = before.Replace("$$", $"{{|{Caret.Id}:|}}");
        var test = new Test(provider, new Caret(source, before.IndexOf("$$", System.StringComparison.Ordinal)))
        {
            TestCode = marked,
            FixedCode = after == source ? marked : after,
            ReferenceAssemblies = AnalyzerCheck.NoPackage,
            CompilerDiagnostics = CompilerDiagnostics.None,
        };
        test.TestState.AdditionalReferences.AddRange(TestReferences.All);
        test.FixedState.AdditionalReferences.AddRange(TestReferences.All);
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Test(CodeRefactoringProvider provider, Caret caret) : CSharpCodeFixTest<EmptyDiagnosticAnalyzer, EmptyCodeFixProvider, DefaultVerifier>
    {
        protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.CSharp13);

        protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => [caret];

        protected override IEnumerable<CodeFixProvider> GetCodeFixProviders() => [new OfferedAsFix(provider)];
    }
}
