using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NoiseRegGen;
using NoiseRegGen.Generator;

namespace CompareRegularizers.Networks;

/// <summary>
/// Compiles a network whose shape is known only now: the same generator that writes networks at build time, run inside this
/// process, and its output loaded into a context of its own.
/// </summary>
internal static class NetworkCompiler
{
    private const string Namespace = "CompareRegularizers.Compiled";

    /// <summary>Compiles a shape in both precisions.</summary>
    /// <exception cref="InvalidOperationException">The generated code does not compile, which is this project's fault.</exception>
    internal static CompiledNetworks Compile(NetworkShape shape)
    {
        Compilation compilation = Generate(shape);
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        if (!emitted.Success)
            throw Failure(shape, emitted.Diagnostics);
        image.Position = 0;
        var context = new AssemblyLoadContext(shape.ToString(), isCollectible: true);
        var assembly = context.LoadFromStream(image);
        return new CompiledNetworks(
            context,
            assembly.GetType($"{Namespace}.SingleNetwork", throwOnError: true)!,
            assembly.GetType($"{Namespace}.DoubleNetwork", throwOnError: true)!);
    }

    /// <summary>What a user would write for these networks.</summary>
    internal static string Source(NetworkShape shape)
    {
        string sizes = string.Join(", ", shape.LayerSizes);
        string hidden = shape.Hidden.Count == 0 ? string.Empty : $", Hidden = Activation.{shape.Activation}";
        return $"""
            using NoiseRegGen;

            namespace {Namespace};

            [Mlp({sizes}{hidden})]
            public sealed partial class SingleNetwork;

            [Mlp({sizes}{hidden}, Precision = Precision.Double)]
            public sealed partial class DoubleNetwork;

            """;
    }

    private static Compilation Generate(NetworkShape shape)
    {
        var parse = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            nullableContextOptions: NullableContextOptions.Enable);
        var compilation = CSharpCompilation.Create(
            $"{Namespace}.{Guid.NewGuid():N}", [CSharpSyntaxTree.ParseText(Source(shape), parse)], References(), options);
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
