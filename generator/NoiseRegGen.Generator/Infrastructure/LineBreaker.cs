using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace NoiseRegGen.Generator.Infrastructure;

/// <summary>Breaks a line of C# that is too long to be read: code at commas, comments at spaces.</summary>
internal static class LineBreaker
{
    /// <summary>The longest line, in columns: that of this repository's own sources.</summary>
    internal const int Limit = 140;

    private const int IndentWidth = 4;

    // Items up to this length share lines; longer ones, calls mostly, get a line each.
    private const int ShortItem = 80;

    private static readonly Regex Element = new(@"^(<(\w+)[^>]*>)(.+)(</\2>)$", RegexOptions.CultureInvariant);

    private static readonly Regex Word = new(@"(?:<[^<>]*>|\S)+", RegexOptions.CultureInvariant);

    /// <summary>The lines that replace one line; itself alone if it is short enough or cannot be broken.</summary>
    /// <param name="indent">Columns before the line.</param>
    /// <param name="line">The line, without indentation.</param>
    internal static IEnumerable<string> Break(int indent, string line)
    {
        if (indent + line.Length <= Limit)
            return [Spaces(indent) + line];
        if (line.StartsWith("///", System.StringComparison.Ordinal))
            return BreakDocumentation(indent, line.Substring(3).Trim());
        if (line.StartsWith("//", System.StringComparison.Ordinal))
            return BreakComment(indent, line.Substring(2).Trim());
        int comment = line.LastIndexOf("; // ", System.StringComparison.Ordinal);
        return comment < 0
            ? BreakCode(indent, line)
            : Break(indent, line.Substring(comment + 2)).Concat(Break(indent, line.Substring(0, comment + 1)));
    }

    private static IEnumerable<string> BreakDocumentation(int indent, string text)
    {
        if (Element.Match(text) is not { Success: true } element)
            return Fill(indent, "/// ", Words(text), " ");
        string margin = Spaces(indent) + "/// ";
        return Fill(indent, "/// ", Words(element.Groups[3].Value), " ")
            .Prepend(margin + element.Groups[1].Value)
            .Append(margin + element.Groups[4].Value);
    }

    // Between formulas if that is enough, else between words.
    private static IEnumerable<string> BreakComment(int indent, string text)
    {
        string[] formulas = [.. text.Split([';'], System.StringSplitOptions.RemoveEmptyEntries).Select(static formula => formula.Trim())];
        return formulas.All(formula => indent + formula.Length + 4 <= Limit)
            ? Fill(indent, "// ", formulas, "; ")
            : Fill(indent, "// ", Words(text), " ");
    }

    private static IEnumerable<string> BreakCode(int indent, string code)
    {
        if (indent + code.Length <= Limit)
            return [Spaces(indent) + code];
        string[] items = [.. BracketPair.Items(code, 0, code.Length)];
        if (items.Length > 1 && items[1].Contains(" = "))
            return Hang(indent, items);
        string[] terms = [.. BracketPair.Terms(code)];
        if (terms.Length > 1)
            return BreakTerms(indent, terms);
        BracketPair? pair = BracketPair.Outermost(code), group = BracketPair.OutermostGroup(code);
        if (group is not null && (pair is null || group.Depth <= pair.Depth))
            return BreakGroup(indent, code, group);
        if (pair is not null)
            return code[pair.Open] == '{' ? BreakBlock(indent, code, pair) : BreakList(indent, code, pair);
        int arrow = code.IndexOf(" => ", System.StringComparison.Ordinal);
        return arrow < 0
            ? [Spaces(indent) + code]
            : [Spaces(indent) + code.Substring(0, arrow + 3), Spaces(indent + IndentWidth) + code.Substring(arrow + 4)];
    }

    // first
    //     + second + third
    private static IEnumerable<string> BreakTerms(int indent, string[] terms)
    {
        IEnumerable<string> rest = Fill(indent + IndentWidth, string.Empty, terms.Skip(1), " ");
        return BreakCode(indent, terms[0]).Concat(rest.SelectMany(line => BreakCode(indent + IndentWidth, line.Trim())));
    }

    // (first
    //     + second + third)
    private static IEnumerable<string> BreakGroup(int indent, string code, BracketPair group)
    {
        string[] terms = [.. BracketPair.Terms(code.Substring(group.Open + 1, group.Close - group.Open - 1))];
        terms[0] = code.Substring(0, group.Open + 1) + terms[0];
        terms[terms.Length - 1] += code.Substring(group.Close);
        return BreakTerms(indent, terms);
    }

    // Call(
    //     first, second, third);
    private static IEnumerable<string> BreakList(int indent, string code, BracketPair pair)
    {
        string[] items = [.. BracketPair.Items(code, pair.Open + 1, pair.Close)];
        items[items.Length - 1] += code.Substring(pair.Close);
        return Place(indent + IndentWidth, items).Prepend(Spaces(indent) + code.Substring(0, pair.Open + 1));
    }

    // new T[]
    // {
    //     first, second, third
    // };
    private static IEnumerable<string> BreakBlock(int indent, string code, BracketPair pair) =>
        Place(indent + IndentWidth, [.. BracketPair.Items(code, pair.Open + 1, pair.Close)])
            .Prepend(Spaces(indent) + "{")
            .Prepend(Spaces(indent) + code.Substring(0, pair.Open).TrimEnd())
            .Append(Spaces(indent) + code.Substring(pair.Close));

    private static IEnumerable<string> Place(int indent, string[] items)
    {
        bool fits = indent + items.Sum(static item => item.Length + 2) - 2 <= Limit;
        return fits || items.All(static item => item.Length <= ShortItem)
            ? Fill(indent, string.Empty, items, ", ")
            : items.SelectMany((item, i) => BreakCode(indent, i < items.Length - 1 ? item + "," : item));
    }

    // internal const int First = 1, Second = 2,
    //     Third = 3;
    private static IEnumerable<string> Hang(int indent, string[] items)
    {
        string[] lines = [.. Fill(indent + IndentWidth, string.Empty, items, ", ")];
        lines[0] = lines[0].Substring(IndentWidth);
        return lines;
    }

    private static IEnumerable<string> Fill(int indent, string margin, IEnumerable<string> items, string separator)
    {
        string start = Spaces(indent) + margin;
        var lines = new List<string>();
        string line = string.Empty;
        foreach (string item in items)
        {
            if (line.Length > 0 && start.Length + line.Length + separator.Length + item.Length >= Limit)
            {
                lines.Add(start + (line + separator).TrimEnd());
                line = string.Empty;
            }

            line += line.Length == 0 ? item : separator + item;
        }

        lines.Add(start + line);
        return lines;
    }

    private static IEnumerable<string> Words(string text) => Word.Matches(text).Cast<Match>().Select(static match => match.Value);

    private static string Spaces(int count) => new(' ', count);
}
