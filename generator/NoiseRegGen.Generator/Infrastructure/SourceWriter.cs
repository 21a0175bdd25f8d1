using System;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace NoiseRegGen.Generator.Infrastructure;

/// <summary>
/// Collects indented text with <c>\n</c> at line ends; blocks close themselves. What is true of every line is seen to here, so that an emitter need not
/// ask whether a size is 1 or how long its line has become: a factor of 1 is left out, a line that is too long is broken, an empty one follows a block.
/// </summary>
internal sealed class SourceWriter
{
    private const int IndentWidth = 4;
    private const string Documentation = "/// ";

    // "first * 1", "1 * blocks" and "(1 * Lanes)" as a factor; not "2.1 * x", "x * 1.5" or a cast number.
    private static readonly Regex TimesOne = new(@"(?<=[\w)]) \* 1(?![\w.])", RegexOptions.CultureInvariant);
    private static readonly Regex OneTimes = new(@"(?<![\w.)])1 \* (?=[\w(])", RegexOptions.CultureInvariant);
    private static readonly Regex NeedlessBrackets = new(@"(?<=[*+-] )\((\w+)\)(?![\w(])|(?<=[( ])\((\w+)\)(?= [*+-] )", RegexOptions.CultureInvariant);

    private readonly StringBuilder _text = new();
    private int _depth;

    // Words of a documentation comment that did not fit into their line: they begin the next one, if that goes on with the same text.
    private string _carried = string.Empty;

    /// <summary>An empty line, unless the text has just opened a block or left a line empty.</summary>
    internal void Line()
    {
        Flush();
        if (!EndsWith("{\n") && !EndsWith("\n\n"))
            _text.Append('\n');
    }

    /// <summary>Each line of <paramref name="lines"/> at the current depth; empty ones stay empty.</summary>
    internal void Line(string lines)
    {
        foreach (string line in lines.Replace("\r", string.Empty).Split('\n'))
        {
            if (line.Length > 0)
            {
                Append(line);
                continue;
            }

            Flush();
            _text.Append('\n');
        }
    }

    /// <summary>A header and a brace; the returned value closes it.</summary>
    internal BlockScope Block(string header)
    {
        Line(header);
        return Block();
    }

    /// <summary>A brace; the returned value closes it.</summary>
    internal BlockScope Block()
    {
        Line("{");
        _depth++;
        return new BlockScope(this);
    }

    public override string ToString()
    {
        Flush();
        return _text.ToString();
    }

    private void Append(string line)
    {
        string text = line.TrimStart(' ');
        int indent = (IndentWidth * _depth) + line.Length - text.Length;
        if (_carried.Length > 0 && IsProse(text))
        {
            text = Documentation + _carried + text.Substring(Documentation.Length - 1);
            _carried = string.Empty;
        }

        Flush();
        if (EndsWith(" }\n") && !ContinuesBlock(text))
            _text.Append('\n');
        text = WithoutFactorsOfOne(text);
        if (indent + text.Length <= LineBreaker.Limit)
        {
            _text.Append(' ', indent).Append(text).Append('\n');
            return;
        }

        string[] parts = [.. LineBreaker.Break(indent, text)];
        string rest = parts[parts.Length - 1].TrimStart();
        bool carries = parts.Length > 1 && IsProse(rest);
        foreach (string part in carries ? parts.Take(parts.Length - 1) : parts)
            _text.Append(part).Append('\n');
        if (carries)
            _carried = rest.Substring(Documentation.Length);
    }

    private void Flush()
    {
        if (_carried.Length > 0)
            _text.Append(' ', IndentWidth * _depth).Append(Documentation).Append(_carried).Append('\n');
        _carried = string.Empty;
    }

    private static bool IsProse(string line) =>
        StartsWith(line, Documentation) && line.Length > Documentation.Length && line[Documentation.Length] is not ('<' or ' ');

    private static bool ContinuesBlock(string line) =>
        StartsWith(line, "}") || StartsWith(line, "else") || StartsWith(line, "case ") || StartsWith(line, "default:");

    private static bool IsComment(string line) => StartsWith(line, "//");

    // Not by the rules of a culture, which take many times as long.
    private static bool StartsWith(string line, string start) => line.StartsWith(start, StringComparison.Ordinal);

    private static string WithoutFactorsOfOne(string line)
    {
        // Nearly every product is without one; to see that costs less than a pattern.
        bool mayHave = line.IndexOf(" * 1", StringComparison.Ordinal) >= 0 || line.IndexOf("1 * ", StringComparison.Ordinal) >= 0;
        if (!mayHave || IsComment(line))
            return line;
        string shorter = OneTimes.Replace(TimesOne.Replace(line, string.Empty), string.Empty);
        return shorter.Length == line.Length ? line : NeedlessBrackets.Replace(shorter, "$1$2");
    }

    private bool EndsWith(string end)
    {
        if (_text.Length < end.Length)
            return false;
        for (int i = 0; i < end.Length; i++)
        {
            if (_text[_text.Length - end.Length + i] != end[i])
                return false;
        }

        return true;
    }

    private void Close()
    {
        _depth--;
        Line("}");
    }

    internal readonly struct BlockScope : IDisposable
    {
        private readonly SourceWriter _writer;

        internal BlockScope(SourceWriter writer) => _writer = writer;

        public void Dispose() => _writer.Close();
    }
}
