using System.Collections.Generic;

namespace NoiseRegGen.Generator.Infrastructure;

/// <summary>A bracket in a line of code and the one that closes it.</summary>
/// <param name="Open">The index of the opening one.</param>
/// <param name="Close">The index of the closing one.</param>
/// <param name="Depth">How many brackets are open around it.</param>
internal sealed record BracketPair(int Open, int Close, int Depth)
{
    /// <summary>Of the pairs with a comma of their own the outermost, and of those the longest; null if there is none.</summary>
    internal static BracketPair? Outermost(string code)
    {
        BracketPair? best = null;
        var open = new Stack<(int Index, bool HasComma)>();
        for (int i = 0; i < code.Length; i++)
        {
            i = AfterText(code, i);
            if (i >= code.Length)
                break;
            switch (code[i])
            {
                case '(' or '[' or '{':
                    open.Push((i, false));
                    break;
                case ',' when open.Count > 0:
                    open.Push((open.Pop().Index, true));
                    break;
                case ')' or ']' or '}' when open.Count > 0:
                    (int start, bool hasComma) = open.Pop();
                    var pair = new BracketPair(start, i, open.Count);
                    if (hasComma && (best is null || pair.IsBetterThan(best)))
                        best = pair;
                    break;
            }
        }

        return best;
    }

    /// <summary>The parts of a stretch of code between the commas that stand in no bracket.</summary>
    internal static IEnumerable<string> Items(string code, int start, int end)
    {
        int depth = 0;
        int from = start;
        for (int i = start; i < end; i++)
        {
            i = AfterText(code, i);
            if (i >= end)
                break;
            depth += code[i] is '(' or '[' or '{' ? 1 : code[i] is ')' or ']' or '}' ? -1 : 0;
            if (code[i] != ',' || depth > 0)
                continue;
            yield return code.Substring(from, i - from).Trim();
            from = i + 1;
        }

        yield return code.Substring(from, end - from).Trim();
    }

    /// <summary>The terms of a sum, or if it is none the factors of a product, each but the first with its operator; the whole if it is neither.</summary>
    internal static IEnumerable<string> Terms(string code)
    {
        int[] cuts = [.. Operators(code, '+', '-')];
        if (cuts.Length == 0)
            cuts = [.. Operators(code, '*', '/')];
        int from = 0;
        foreach (int cut in cuts)
        {
            yield return code.Substring(from, cut - from).TrimEnd();
            from = cut;
        }

        yield return code.Substring(from);
    }

    private static IEnumerable<int> Operators(string code, char first, char second)
    {
        int depth = 0;
        for (int i = 1; i < code.Length - 1; i++)
        {
            i = AfterText(code, i);
            if (i >= code.Length - 1)
                yield break;
            depth += code[i] is '(' or '[' or '{' ? 1 : code[i] is ')' or ']' or '}' ? -1 : 0;
            if (depth == 0 && (code[i] == first || code[i] == second) && code[i - 1] == ' ' && code[i + 1] == ' ')
                yield return i;
        }
    }

    // The index itself, or that after the string that starts there.
    private static int AfterText(string code, int index)
    {
        if (code[index] != '"')
            return index;
        int end = code.IndexOf('"', index + 1);
        return end < 0 ? code.Length : end + 1;
    }

    private bool IsBetterThan(BracketPair other) => Depth < other.Depth || (Depth == other.Depth && Close - Open > other.Close - other.Open);
}
