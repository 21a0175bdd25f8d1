using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace NoiseRegGen.Generator.Parsing;

/// <summary>The names by which the generator knows the runtime: it cannot refer to the assembly that it serves.</summary>
internal static class WellKnownNames
{
    public const string RuntimeNamespace = "NoiseRegGen";
    public const string AttributeName = "MlpAttribute";
    public const string AttributeMetadataName = RuntimeNamespace + "." + AttributeName;

    /// <summary>A type of the runtime that every emitted class needs.</summary>
    public const string NetworkInterface = RuntimeNamespace + ".IMlp`2";

    public const string Hidden = nameof(Hidden);
    public const string Output = nameof(Output);
    public const string Activations = nameof(Activations);
    public const string Precision = nameof(Precision);
    public const string Laplacian = nameof(Laplacian);

    // By assembly: a search by name for each network after each keystroke is more than the rest of looking at its attribute.
    private static readonly ConditionalWeakTable<IAssemblySymbol, StrongBox<bool>> Runtimes = new();

    private static readonly ConditionalWeakTable<IAssemblySymbol, StrongBox<bool>>.CreateValueCallback LooksLikeRuntime =
        static assembly => new StrongBox<bool>(assembly.GetTypeByMetadataName(NetworkInterface) is not null);

    /// <summary>The first <c>[Mlp(...)]</c> of a type, or null; null too if it is not the runtime's, which <c>RuntimeAnalyzer</c> reports.</summary>
    public static AttributeData? MlpAttributeOf(INamedTypeSymbol type) =>
        type.GetAttributes().FirstOrDefault(static data => IsMlpAttribute(data.AttributeClass) && IsRuntime(data.AttributeClass!.ContainingAssembly));

    /// <summary>Whether an assembly has what the emitted code refers to.</summary>
    public static bool IsRuntime(IAssemblySymbol assembly) => Runtimes.GetValue(assembly, LooksLikeRuntime).Value;

    // One of that full name: as the pipeline matches it.
    private static bool IsMlpAttribute(INamedTypeSymbol? attributeClass) =>
        attributeClass is
        {
            Name: AttributeName,
            ContainingType: null,
            ContainingNamespace: { Name: RuntimeNamespace, ContainingNamespace.IsGlobalNamespace: true },
        };
}
