using System;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace NoiseRegGen.Generator.Parsing;

/// <summary>Where the user, not this generator, declared a symbol.</summary>
/// <remarks>
/// The generator runs before its own files exist, the analyzer after: the parser looks at what the user wrote only, or the two would
/// disagree.
/// </remarks>
internal static class SourceSites
{
    // Roslyn puts generated files below {assembly}/{full name of the generator}/.
    private static readonly string OutputFolder = typeof(MlpGenerator).FullName;

    /// <summary>Whether a file is one of this generator's.</summary>
    public static bool IsGenerated(SyntaxTree? tree) =>
        tree is not null && tree.FilePath.IndexOf(OutputFolder, StringComparison.Ordinal) >= 0;

    /// <summary>Whether this generator, and nobody else, declared the symbol.</summary>
    public static bool IsGenerated(ISymbol symbol) =>
        !symbol.DeclaringSyntaxReferences.IsEmpty
        && symbol.DeclaringSyntaxReferences.All(static reference => IsGenerated(reference.SyntaxTree));

    /// <summary>The first place of the symbol's name in the user's own files.</summary>
    public static Location Of(ISymbol symbol) =>
        symbol.Locations.FirstOrDefault(static location => location.IsInSource && !IsGenerated(location.SourceTree)) ?? Location.None;
}
