using System;
using System.Collections.Generic;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Linq;
using System.Numerics;

namespace CompareRegularizers.Commands.Syntax;

/// <summary>Readers of option values whose errors say what was expected and what came.</summary>
internal static class OptionValues
{
    /// <summary>A number of an expected kind.</summary>
    /// <param name="expected">What to ask for, such as "a whole number of at least 1".</param>
    /// <param name="isValid">Whether a number will do.</param>
    internal static Func<ArgumentResult, T?> Number<T>(string expected, Func<T, bool> isValid)
        where T : struct, INumber<T> => result =>
    {
        string text = result.Tokens[0].Value;
        if (T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out T value) && isValid(value))
            return value;
        return Reject<T?>(result, expected, text);
    };

    /// <summary>Numbers of an expected kind, in several words or separated by commas.</summary>
    /// <param name="expected">What to ask for, such as "numbers above 0".</param>
    /// <param name="most">The largest count of them.</param>
    /// <param name="isValid">Whether a number will do.</param>
    internal static Func<ArgumentResult, T[]?> Numbers<T>(string expected, int most, Func<T, bool> isValid)
        where T : struct, INumber<T> => result =>
    {
        var values = new List<T>();
        foreach (string text in Words(result))
        {
            if (!T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out T value) || !isValid(value))
                return Reject<T[]>(result, expected, text);
            values.Add(value);
        }

        return values.Count <= most ? [.. values] : Reject<T[]>(result, $"at most {most} of them", $"{values.Count}");
    };

    /// <summary>Names out of a list, in several words or separated by commas, whatever the case.</summary>
    /// <param name="names">The list, as messages show it.</param>
    /// <param name="find">Finds what a name stands for; null if it stands for nothing.</param>
    internal static Func<ArgumentResult, T[]?> Names<T>(string names, Func<string, T?> find)
        where T : class => result =>
    {
        var values = new List<T>();
        foreach (string text in Words(result))
        {
            if (find(text) is not { } value)
                return Reject<T[]>(result, $"names out of {names}", text);
            values.Add(value);
        }

        return [.. values];
    };

    /// <summary>One of a few words, whatever the case.</summary>
    internal static Func<ArgumentResult, T?> OneOf<T>(params (string Word, T Value)[] words) => result =>
    {
        string text = result.Tokens[0].Value;
        int index = Array.FindIndex(words, pair => pair.Word.Equals(text, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? Reject<T?>(result, $"one of {string.Join(", ", words.Select(pair => pair.Word))}", text) : words[index].Value;
    };

    /// <summary>A member of an enumeration by name, whatever the case.</summary>
    internal static Func<ArgumentResult, T?> Member<T>()
        where T : struct, Enum => result =>
    {
        string text = result.Tokens[0].Value;
        return Find<T>(text) is { } value ? value : Reject<T?>(result, $"one of {NamesOf<T>()}", text);
    };

    /// <summary>Members of an enumeration by name, in several words or separated by commas.</summary>
    internal static Func<ArgumentResult, T[]?> Members<T>()
        where T : struct, Enum => result =>
    {
        var values = new List<T>();
        foreach (string text in Words(result))
        {
            if (Find<T>(text) is not { } value)
                return Reject<T[]>(result, $"one of {NamesOf<T>()}", text);
            values.Add(value);
        }

        return [.. values];
    };

    /// <summary>The names of an enumeration's members, as they are written on the command line.</summary>
    internal static string NamesOf<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant();

    /// <summary>A value's words, whether they came one by one or separated by commas.</summary>
    internal static IEnumerable<string> Words(ArgumentResult result) =>
        result.Tokens.SelectMany(token => token.Value.Split(',')).Select(part => part.Trim());

    /// <summary>Says what was expected and what came.</summary>
    internal static T? Reject<T>(ArgumentResult result, string expected, string text)
    {
        string name = (result.Parent as OptionResult)?.Option.Name ?? result.Argument.Name;
        result.AddError($"{name} expects {expected}; got '{text}'.");
        return default;
    }

    // By name only: Enum.TryParse would take numbers too.
    private static T? Find<T>(string text)
        where T : struct, Enum
    {
        int index = Array.FindIndex(Enum.GetNames<T>(), name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : Enum.GetValues<T>()[index];
    }
}
