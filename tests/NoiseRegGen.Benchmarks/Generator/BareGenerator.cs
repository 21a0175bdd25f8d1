using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NoiseRegGen.Benchmarks.Generator;

/// <summary>The least that a generator for an attribute can do: find the classes that carry it, and write nothing, or some files of one comment.</summary>
/// <param name="endings">How the names of a class's files end.</param>
/// <remarks>Roslyn compares the names of all files with each other, those of one length letter by letter: so they are as another generator's, but for the digits of a namespace.</remarks>
internal sealed class BareGenerator(params string[] endings) : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<string> names = context.SyntaxProvider.ForAttributeWithMetadataName(
            "NoiseRegGen.MlpAttribute",
            static (node, _) => node is ClassDeclarationSyntax,
            static (marked, _) => marked.TargetSymbol.Name);
        context.RegisterSourceOutput(names, (output, name) =>
        {
            foreach (string ending in endings)
                output.AddSource($"Large.Part0.{name}{ending}", "// Nothing.");
        });
    }
}
