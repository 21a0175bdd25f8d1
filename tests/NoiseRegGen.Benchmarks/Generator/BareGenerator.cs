using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NoiseRegGen.Benchmarks.Generator;

/// <summary>The least that a generator for an attribute can do: find the classes that carry it, and write nothing, or some files of one comment.</summary>
internal sealed class BareGenerator(int filesPerClass) : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<string> names = context.SyntaxProvider.ForAttributeWithMetadataName(
            "NoiseRegGen.MlpAttribute",
            static (node, _) => node is ClassDeclarationSyntax,
            static (marked, _) => marked.TargetSymbol.Name);
        context.RegisterSourceOutput(names, (output, name) =>
        {
            for (int file = 0; file < filesPerClass; file++)
                output.AddSource($"{name}.{file}.g.cs", "// Nothing.");
        });
    }
}
