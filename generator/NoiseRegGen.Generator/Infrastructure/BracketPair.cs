using System;
using System.Collections.Generic;

namespace NoiseRegGen.Generator.Infrastructure;

/// <summary>A bracket in a line of code and the one that closes it.</summary>
/// <param name="Open">The index of the opening one.</param>
/// <param name="Close">The index of the closing one.</param>
/// <param name="Depth">How many brackets are open around it.</param>
internal sealed record BracketPair(int Open, int Close, int Depth)
{
    /// <summary>Of the pairs with a comma of their own the outermost, and of those the longest; null if there is none.</summary>
    internal static BracketPair? Outermost(string code) => Best(code, static (_, _, isComma, _) => isComma);

    /// <summary>Of the pairs around a sum or product, that are no argument list, the outermost, and of those the longest; null if there is none.</summary>
    internal static BracketPair? OutermostGroup(string code) =>
        Best(code, static (text, open, _, isOperator) => isOperator && text[open] == '(' && (open == 0 || text[open - 1] is ' ' or '('));

    private static BracketPair? Best(string code, Func<string, int, bool, bool, bool> marks)
    {
        BracketPair? best = null;
        var open = new Stack<(int Index, bool IsMarked)>();
        for (int i = 0; i < code.Length; i++)
        {
            i = AfterText(code, i);
            if (i >= code.Length)
                break;
            if (code[i] is '(' or '[' or '{')
            {
                open.Push((i, false));
            }
            else if (open.Count > 0 && marks(code, open.Peek().Index, code[i] == ',', IsOperator(code, i)))
            {
                open.Push((open.Pop().Index, true));
            }
            else if (code[i] is ')' or ']' or '}' && open.Count > 0)
            {
                (int start, bool isMarked) = open.Pop();
                var pair = new BracketPair(start, i, open.Count);
                if (isMarked && (best is null || pair.IsBetterThan(best)))
                    best = pair;
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
        for (int i = 0; i < code.Length; i++)
        {
            i = AfterText(code, i);
            if (i >= code.Length)
                yield break;
            depth += code[i] is '(' or '[' or '{' ? 1 : code[i] is ')' or ']' or '}' ? -1 : 0;
            if (depth == 0 && (code[i] == first || code[i] == second) && IsOperator(code, i))
                yield return i;
        }
    }

    private static bool IsOperator(string code, int index) =>
        code[index] is '+' or '-' or '*' or '/' && index > 0 && index < code.Length - 1 && code[index - 1] == ' ' && code[index + 1] == ' ';

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
