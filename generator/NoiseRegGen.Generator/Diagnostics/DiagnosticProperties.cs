using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace NoiseRegGen.Generator.Diagnostics;

/// <summary>What a diagnostic tells its code fix beside the place.</summary>
internal static class DiagnosticProperties
{
    private const string LayerCount = nameof(LayerCount);

    /// <summary>Writes the number of layers.</summary>
    public static ImmutableDictionary<string, string?> LayerCountIs(int layers) =>
        ImmutableDictionary<string, string?>.Empty.Add(LayerCount, layers.ToString(CultureInfo.InvariantCulture));

    /// <summary>Reads the number of layers.</summary>
    public static int LayerCountOf(Diagnostic diagnostic) => int.Parse(diagnostic.Properties[LayerCount], CultureInfo.InvariantCulture);
}
