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

    /// <summary>A type's name, with <c>@</c> also where it is all in small letters: the compiler warns of such a name without (CS8981), in every part.</summary>
    public static string EscapeType(string name) => IsInSmallLetters(name) ? "@" + name : Escape(name);

    private static bool IsInSmallLetters(string name)
    {
        foreach (char c in name)
        {
            if (c is < 'a' or > 'z')
                return false;
        }

        return true;
    }
}
