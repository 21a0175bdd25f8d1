using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using NoiseRegGen.Generator;
using NoiseRegGen.Numerics.Tests.Networks;
using NoiseRegGen.Numerics.Tests.Reference;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Properties;

/// <summary>Networks whose shapes are known at run time only: generated and compiled in this process.</summary>
internal static class CompiledNetworks
{
    private static readonly CSharpParseOptions Language = new(LanguageVersion.CSharp13);

    public static IReadOnlyList<TestNetwork> Of(IReadOnlyList<NetworkShape> shapes)
    {
        Assembly assembly = Compile(string.Concat(shapes.Select(Declare)));
        return shapes.Select((_, i) => Wrap(assembly.GetType($"Net{i}", throwOnError: true)!)).ToArray();
    }

    // Both precisions in turn.
    private static string Declare(NetworkShape shape, int i) =>
        $$"""
        [NoiseRegGen.Mlp({{string.Join(", ", shape.Sizes)}},
            Activations = new[] { {{string.Join(", ", shape.Activations.Select(activation => $"NoiseRegGen.Activation.{activation}"))}} },
            Laplacian = NoiseRegGen.LaplacianMethod.Exact,
            Precision = NoiseRegGen.Precision.{{(IsDouble(i) ? "Double" : "Single")}})]
        public sealed partial class Net{{i}};

        """;

    private static bool IsDouble(int i) => i % 2 == 0;

    private static TestNetwork Wrap(Type type)
    {
        Type number = type.GetCustomAttribute<MlpAttribute>()!.Precision == Precision.Double ? typeof(double) : typeof(float);
        return (TestNetwork)Activator.CreateInstance(typeof(TypedNetwork<,>).MakeGenericType(type, number))!;
    }

    private static Assembly Compile(string source)
    {
        var before = CSharpCompilation.Create(
            "CompiledNetworks",
            [CSharpSyntaxTree.ParseText(source, Language, cancellationToken: TestContext.Current.CancellationToken)],
            References(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        CSharpGeneratorDriver.Create([new MlpGenerator().AsSourceGenerator()], parseOptions: Language)
            .RunGeneratorsAndUpdateCompilation(before, out Compilation after, out _, TestContext.Current.CancellationToken);
        using var image = new MemoryStream();
        EmitResult emitted = after.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics.Take(10)) + "\n" + source);
        return Assembly.Load(image.ToArray());
    }

    private static IEnumerable<MetadataReference> References()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == framework)
            .Append(typeof(MlpAttribute).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path));
    }
}
