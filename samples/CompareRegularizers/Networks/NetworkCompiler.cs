using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NoiseRegGen;
using NoiseRegGen.Generator;

namespace CompareRegularizers.Networks;

/// <summary>
/// Compiles a network whose shape is known only now: the same generator that writes networks at build time, run inside this
/// process.
/// </summary>
internal static class NetworkCompiler
{
    /// <summary>The full name of the class in single precision.</summary>
    internal const string SingleName = $"{Namespace}.SingleNetwork";

    /// <summary>The full name of the class in double precision.</summary>
    internal const string DoubleName = $"{Namespace}.DoubleNetwork";

    private const string Namespace = "CompareRegularizers.Compiled";

    /// <summary>Compiles a shape in both precisions into an assembly.</summary>
    /// <exception cref="InvalidOperationException">The generated code does not compile, which is this project's fault.</exception>
    internal static byte[] Compile(NetworkShape shape)
    {
        Compilation compilation = Generate(shape);
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        return emitted.Success ? image.ToArray() : throw Failure(shape, emitted.Diagnostics);
    }

    /// <summary>What a user would write for these networks.</summary>
    internal static string Source(NetworkShape shape) => $"""
        using NoiseRegGen;

        namespace {Namespace};

        {shape.Attribute(Precision.Single)}
        public sealed partial class SingleNetwork;

        {shape.Attribute(Precision.Double)}
        public sealed partial class DoubleNetwork;

        """;

    private static Compilation Generate(NetworkShape shape)
    {
        var parse = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            deterministic: true,
            nullableContextOptions: NullableContextOptions.Enable);
        var compilation = CSharpCompilation.Create(
            Namespace, [CSharpSyntaxTree.ParseText(Source(shape), parse)], References(), options);
        CSharpGeneratorDriver.Create([new MlpGenerator().AsSourceGenerator()], parseOptions: parse)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out var diagnostics);
        return diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error) ? throw Failure(shape, diagnostics) : generated;
    }

    // The assemblies of this very process: the framework's, and the runtime library.
    private static IEnumerable<MetadataReference> References()
    {
        string trusted = (string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? string.Empty;
        string library = typeof(MlpAttribute).Assembly.Location;
        return trusted.Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || path == library)
            .Append(typeof(object).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path));
    }

    private static InvalidOperationException Failure(NetworkShape shape, IEnumerable<Diagnostic> diagnostics)
    {
        Diagnostic? first = diagnostics.FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error);
        return new InvalidOperationException($"The generated network {shape} does not compile: {first}");
    }
}
