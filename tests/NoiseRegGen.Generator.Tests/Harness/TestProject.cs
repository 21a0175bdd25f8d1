using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NoiseRegGen.Generator.Tests.Harness;

/// <summary>
/// A user's project: files by name. An edited project shares the trees of the files that are the same, as an editor's does.
/// </summary>
internal sealed record TestProject
{
    private TestProject(CSharpCompilation compilation) => Compilation = compilation;

    public CSharpCompilation Compilation { get; }

    public CSharpParseOptions ParseOptions { get; private init; } = DefaultParseOptions();

    /// <summary>The additional files.</summary>
    public ImmutableArray<AdditionalText> AdditionalFiles { get; private init; } = [];

    /// <summary>A project of one file, <c>File.cs</c>, compiled as strictly as a project can be.</summary>
    public static TestProject Of(
        string source, bool checkOverflow = false, LanguageVersion version = LanguageVersion.CSharp13, bool runtime = true)
    {
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            checkOverflow: checkOverflow,
            warningLevel: 9999,
            nullableContextOptions: NullableContextOptions.Enable);
        var empty = CSharpCompilation.Create("User", references: runtime ? TestReferences.All : TestReferences.Framework, options: options);
        return new TestProject(empty) { ParseOptions = DefaultParseOptions(version) }.WithFile("File.cs", source);
    }

    /// <summary>The project with a file added or its text replaced.</summary>
    public TestProject WithFile(string name, string source)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(source, ParseOptions, name);
        SyntaxTree? old = Compilation.SyntaxTrees.FirstOrDefault(existing => existing.FilePath == name);
        CSharpCompilation edited = old is null ? Compilation.AddSyntaxTrees(tree) : Compilation.ReplaceSyntaxTree(old, tree);
        return With(edited);
    }

    /// <summary>The project without a file.</summary>
    public TestProject WithoutFile(string name) =>
        With(Compilation.RemoveSyntaxTrees(Compilation.SyntaxTrees.Single(tree => tree.FilePath == name)));

    /// <summary>The project with an additional file added or its text replaced; null for one that cannot be read.</summary>
    public TestProject WithAdditionalFile(string path, string? text)
    {
        TestFile file = new(path, text);
        AdditionalText? old = AdditionalFiles.FirstOrDefault(existing => existing.Path == path);
        return new(Compilation)
        {
            ParseOptions = ParseOptions,
            AdditionalFiles = old is null ? AdditionalFiles.Add(file) : AdditionalFiles.Replace(old, file),
        };
    }

    /// <summary>The project without an additional file.</summary>
    public TestProject WithoutAdditionalFile(string path) =>
        new(Compilation) { ParseOptions = ParseOptions, AdditionalFiles = AdditionalFiles.RemoveAll(file => file.Path == path) };

    private TestProject With(CSharpCompilation edited) => new(edited) { ParseOptions = ParseOptions, AdditionalFiles = AdditionalFiles };

    // Diagnose: documentation comments are compiled, so that a wrong cref or a missing summary in emitted text is a warning.
    private static CSharpParseOptions DefaultParseOptions(LanguageVersion version = LanguageVersion.CSharp13) =>
        new(version, DocumentationMode.Diagnose);
}
