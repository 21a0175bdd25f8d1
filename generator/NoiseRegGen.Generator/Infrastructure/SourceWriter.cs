using System;
using System.Text;

namespace NoiseRegGen.Generator.Infrastructure;

/// <summary>Collects indented text with <c>\n</c> at line ends; blocks close themselves.</summary>
internal sealed class SourceWriter
{
    private const int IndentWidth = 4;

    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>An empty line, unless the text has just opened a block or left a line empty.</summary>
    internal void Line()
    {
        if (!EndsWith("{\n") && !EndsWith("\n\n"))
            _text.Append('\n');
    }

    /// <summary>Each line of <paramref name="lines"/> at the current depth; empty ones stay empty.</summary>
    internal void Line(string lines)
    {
        foreach (string line in lines.Replace("\r", string.Empty).Split('\n'))
        {
            if (line.Length > 0)
                _text.Append(' ', IndentWidth * _depth).Append(line);
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

    public override string ToString() => _text.ToString();

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
