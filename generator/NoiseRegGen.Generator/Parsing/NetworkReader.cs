using System.Threading;
using Microsoft.CodeAnalysis;
using NoiseRegGen.Generator.Model;

namespace NoiseRegGen.Generator.Parsing;

/// <summary>Reads the network of a class for those who look at its uses: rules about calls, refactorings.</summary>
internal static class NetworkReader
{
    /// <summary>The network that the class's attribute spells out; null if it has none, is in error or names a file.</summary>
    public static NetworkModel? Read(INamedTypeSymbol type, CancellationToken cancellation) =>
        WellKnownNames.MlpAttributeOf(type) is { ConstructorArguments: [{ Kind: TypedConstantKind.Array }] } attribute
        && NetworkParser.IsBound(attribute)
            ? NetworkParser.Parse(attribute, new AttributeSites(attribute, cancellation), new ParseProblems(report: null))
            : null;
}
