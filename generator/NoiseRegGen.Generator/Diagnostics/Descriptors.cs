using Microsoft.CodeAnalysis;

namespace NoiseRegGen.Generator.Diagnostics;

/// <summary>
/// Everything that can be wrong with an <c>[Mlp]</c> class. Each has a page of its number in <c>generator/docs/diagnostics</c>.
/// </summary>
/// <remarks>
/// What is wrong with a class is an error that cannot be switched off: nothing is generated for it, so the next line would not compile. What is said about
/// a use of a right one is a hint.
/// </remarks>
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

    private static DiagnosticDescriptor CreateHint(string id, string title, string message, string description) => new(
        id,
        title,
        message,
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description,
        helpLinkUri: $"{DocumentationRoot}{id}.md");
}
