using Microsoft.CodeAnalysis.CSharp;

namespace NoiseRegGen.Generator.Parsing;

/// <summary>Names from metadata as names in source.</summary>
internal static class Identifiers
{
    /// <summary>The name, with <c>@</c> before it if it is a word of the language, reserved or (to be safe) contextual.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None
            ? name
            : "@" + name;
}
