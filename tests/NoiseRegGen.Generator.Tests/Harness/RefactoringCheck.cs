using System.Linq;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace NoiseRegGen.Generator.Tests.Harness;

/// <summary>Runs a refactoring at the place <c>$$</c>. (The Roslyn testing library for refactorings is a package that not every feed serves.)</summary>
internal static class RefactoringCheck
{
    /// <summary>Fails unless just one action is offered and makes <paramref name="after"/>; none if that is the text before.</summary>
    public static async Task VerifyAsync(CodeRefactoringProvider provider, string before, string after)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        string source = before.Replace("$$", "");
        using var workspace = new AdhocWorkspace();
        Document document = workspace
            .AddProject(ProjectInfo.Create(
                ProjectId.CreateNewId(),
                VersionStamp.Default,
                "User",
                "User",
                LanguageNames.CSharp,
                compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary),
                parseOptions: new CSharpParseOptions(LanguageVersion.CSharp13),
                metadataReferences: TestReferences.All))
            .AddDocument("File.cs", source);

        var offered = new List<CodeAction>();
        var place = new TextSpan(before.IndexOf("$$", System.StringComparison.Ordinal), 0);
        await provider.ComputeRefactoringsAsync(new CodeRefactoringContext(document, place, offered.Add, cancellation));
        if (source == after)
        {
            Assert.Empty(offered);
            return;
        }

        // An action's operations are simplified and formatted, as an editor applies them.
        var applied = (ApplyChangesOperation)(await Assert.Single(offered).GetOperationsAsync(cancellation)).Single();
        Assert.Equal(after, (await applied.ChangedSolution.GetDocument(document.Id)!.GetTextAsync(cancellation)).ToString());
    }
}
