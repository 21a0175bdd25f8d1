using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NoiseRegGen.Generator;

namespace NoiseRegGen.Benchmarks.Startup;

/// <summary>A network of ten layers, compiled as a user's project compiles it.</summary>
internal static class DeepNetwork
{
    internal const string Attribute = "[Mlp(16, 32, 32, 32, 32, 32, 32, 32, 32, 32, 1)]";

    internal const string Name = "Deep";

    private const string Aggressive = "MethodImplOptions.AggressiveOptimization | ";

    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.CSharp13);

    /// <summary>The user's project: one class with the attribute.</summary>
    internal static CSharpCompilation Project()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == framework)
            .Append(typeof(MlpAttribute).Assembly.Location)
            .Select(static path => MetadataReference.CreateFromFile(path));
        SyntaxTree tree = CSharpSyntaxTree.ParseText($"using NoiseRegGen;\n{Attribute}\npublic sealed partial class {Name};\n", s_parse, $"{Name}.cs");
        return CSharpCompilation.Create(Name, [tree], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>What the generator adds.</summary>
    internal static IReadOnlyList<SyntaxTree> Generate(CSharpCompilation project) =>
        CSharpGeneratorDriver.Create([new MlpGenerator().AsSourceGenerator()], parseOptions: s_parse).RunGenerators(project).GetRunResult().GeneratedTrees;

    /// <summary>The generated files, with <c>AggressiveOptimization</c> on the kernels as they are written, or without.</summary>
    internal static SyntaxTree[] Variant(IReadOnlyList<SyntaxTree> generated, bool aggressive) =>
        [.. generated.Select(tree => aggressive ? tree : CSharpSyntaxTree.ParseText(tree.ToString().Replace(Aggressive, string.Empty), s_parse, tree.FilePath))];

    /// <summary>Compiles to a file.</summary>
    internal static void Emit(CSharpCompilation project, IEnumerable<SyntaxTree> generated, string path)
    {
        using FileStream file = File.Create(path);
        var result = project.AddSyntaxTrees(generated).Emit(file);
        if (!result.Success)
            throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }
}
