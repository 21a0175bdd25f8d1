using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;
using Xunit;

namespace NoiseRegGen.Generator.Tests.Harness;

/// <summary>Compiles a project with what was emitted for it.</summary>
internal static class CompileCheck
{
    // The users of the tests document nothing: CS1591 counts in emitted files only.
    private const string MissingDocumentation = "CS1591";

    /// <summary>Fails on an error or a warning anywhere, and shows the lines around it and its whole file, numbered.</summary>
    public static void AssertClean(GeneratorRun run)
    {
        using var assembly = new MemoryStream();
        EmitResult emitted = run.CompilationAfter.Emit(assembly, cancellationToken: TestContext.Current.CancellationToken);
        HashSet<SyntaxTree> userTrees = [.. run.Project.Compilation.SyntaxTrees];
        Diagnostic[] found =
        [
            .. emitted.Diagnostics
                .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
                .Where(diagnostic => diagnostic.Id != MissingDocumentation || !userTrees.Contains(diagnostic.Location.SourceTree!)),
        ];
        if (found.Length > 0)
            Assert.Fail(Describe(found));
    }

    private static string Describe(Diagnostic[] found)
    {
        var text = new StringBuilder();
        foreach (Diagnostic diagnostic in found.Take(20))
            text.AppendLine(diagnostic.ToString());
        foreach (SyntaxTree tree in found.Select(static diagnostic => diagnostic.Location.SourceTree).OfType<SyntaxTree>().Distinct())
        {
            text.AppendLine().AppendLine(tree.FilePath);
            int number = 0;
            foreach (string line in tree.ToString().Split('\n'))
                text.AppendLine($"{++number,5}  {line.TrimEnd('\r')}");
        }

        return text.ToString();
    }
}
