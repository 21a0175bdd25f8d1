using System;
using System.Globalization;
using System.Text;

namespace NoiseRegGen.Files;

/// <summary>
/// A file is not a usable model or checkpoint. Whatever was to take it up is as before. A file that cannot be read at all (missing,
/// forbidden, a failing disk) is the framework's own exception instead.
/// </summary>
public sealed class ModelFileException : Exception
{
    internal ModelFileException(string path, string expected, string found, Exception? inner = null)
        : base($"The file '{path}' cannot be used: expected {expected}, but found {found}.", inner)
    {
        Path = path;
        Expected = expected;
        Found = found;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>What was expected, in words.</summary>
    public string Expected { get; }

    /// <summary>What came instead, in words.</summary>
    public string Found { get; }

    /// <summary>A text out of a file, fit for a message: of bounded length, no control characters.</summary>
    internal static string Quote(string text)
    {
        const int Longest = 80;
        StringBuilder quoted = new("'");
        foreach (char c in text.AsSpan(0, Math.Min(text.Length, Longest)))
        {
            if (char.IsControl(c) || char.IsSurrogate(c))
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else
                quoted.Append(c);
        }

        return quoted.Append(text.Length > Longest ? "...'" : "'").ToString();
    }
}
