using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace NoiseRegGen.Generator.Parsing;

/// <summary>Reads the JSON (RFC 8259) of a network's file from front to back: strings, whole numbers and lists of them.</summary>
/// <remarks>
/// Written out, because an analyzer may refer to nothing that a compiler does not bring along, and System.Text.Json is not among that.
/// What the format has no use for (nested objects, fractions, true, false, null) is refused where it stands.
/// </remarks>
internal sealed class JsonCursor(string text)
{
    private const string Escapes = "\"\\/bfnrt";
    private const string Escaped = "\"\\/\b\f\n\r\t";

    private int _at;

    /// <summary>Whether the next thing is the given character; if so, goes past it.</summary>
    public bool TryRead(char expected)
    {
        SkipSpace();
        if (_at == text.Length || text[_at] != expected)
            return false;
        _at++;
        return true;
    }

    /// <summary>Goes past the given character.</summary>
    public void Read(char expected, string description)
    {
        if (!TryRead(expected))
            throw Unexpected(description);
    }

    /// <summary>Fails unless the text is at its end.</summary>
    public void ReadEnd()
    {
        SkipSpace();
        if (_at < text.Length)
            throw Unexpected("the end of the file");
    }

    /// <summary>A string.</summary>
    public string ReadString(string description = "a string")
    {
        Read('"', description);
        var value = new StringBuilder();
        while (_at < text.Length && text[_at] != '"')
        {
            if (text[_at] < ' ')
                throw Unexpected("a printable character of a string");
            value.Append(text[_at] == '\\' ? ReadEscape() : text[_at++]);
        }

        if (_at == text.Length)
            throw Unexpected("'\"' at the end of a string");
        _at++;
        return value.ToString();
    }

    /// <summary>A whole number; one beyond the range of <see cref="long"/> is given as the nearest end of that range.</summary>
    public long ReadInteger()
    {
        SkipSpace();
        int start = _at;
        if (_at < text.Length && text[_at] == '-')
            _at++;
        int digits = _at;
        while (_at < text.Length && text[_at] is >= '0' and <= '9')
            _at++;
        bool leadingZero = _at - digits > 1 && text[digits] == '0';
        if (_at == digits || leadingZero || (_at < text.Length && text[_at] is '.' or 'e' or 'E'))
        {
            _at = start;
            throw Unexpected("a whole number");
        }

        return long.TryParse(text.Substring(start, _at - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value)
            ? value
            : text[start] == '-' ? long.MinValue : long.MaxValue;
    }

    /// <summary>A list of strings.</summary>
    public List<string> ReadStrings()
    {
        var values = new List<string>();
        Read('[', "a list of strings");
        if (TryRead(']'))
            return values;
        do
            values.Add(ReadString());
        while (TryRead(','));
        Read(']', "',' or ']'");
        return values;
    }

    /// <summary>A list of whole numbers.</summary>
    public List<long> ReadIntegers()
    {
        var values = new List<long>();
        Read('[', "a list of whole numbers");
        if (TryRead(']'))
            return values;
        do
            values.Add(ReadInteger());
        while (TryRead(','));
        Read(']', "',' or ']'");
        return values;
    }

    /// <summary>That something else was expected here.</summary>
    public JsonSyntaxException Unexpected(string expected)
    {
        string came = _at == text.Length ? "the file ends"
            : text[_at] < ' ' ? $"character {(int)text[_at]} came"
            : $"'{text[_at]}' came";
        return new JsonSyntaxException($"{Place()}: expected {expected}, but {came}");
    }

    private string Place()
    {
        int line = 1, column = 1;
        for (int i = 0; i < _at; i++)
            (line, column) = text[i] == '\n' ? (line + 1, 1) : (line, column + 1);
        return $"line {line}, column {column}";
    }

    private char ReadEscape()
    {
        _at++;
        char kind = _at < text.Length ? text[_at] : '\0';
        if (Escapes.IndexOf(kind) is >= 0 and var index)
        {
            _at++;
            return Escaped[index];
        }

        if (kind != 'u' || _at + 5 > text.Length
            || !int.TryParse(text.Substring(_at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code))
            throw Unexpected("an escape of JSON's");
        _at += 5;
        return (char)code;
    }

    private void SkipSpace()
    {
        while (_at < text.Length && text[_at] is ' ' or '\t' or '\n' or '\r')
            _at++;
    }
}
