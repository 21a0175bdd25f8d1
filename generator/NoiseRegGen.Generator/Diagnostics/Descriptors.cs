using Microsoft.CodeAnalysis;

namespace NoiseRegGen.Generator.Diagnostics;

/// <summary>
/// Everything that can be wrong with an <c>[Mlp]</c> class. Each has a page of its number in <c>generator/docs/diagnostics</c>.
/// </summary>
/// <remarks>All are errors, and none can be switched off: nothing is generated for the class, so the next line would not compile.</remarks>
internal static partial class Descriptors
{
    /// <summary>
    /// Where the pages are. A path in this repository, and so a relative reference: there is no public address to name yet. When there is
    /// one, this is the only line to change.
    /// </summary>
    public const string DocumentationRoot = "generator/docs/diagnostics/";

    private const string Category = "NoiseRegGen";

    private static DiagnosticDescriptor Create(string id, string title, string message) => new(
        id,
        title,
        message,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: $"{DocumentationRoot}{id}.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);
}
