using System;
using System.Collections.Generic;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Linq;
using System.Numerics;
using NoiseRegGen;

namespace CompareRegularizers.Commands;

/// <summary>Readers of option values whose errors say what was expected and what came.</summary>
internal static class OptionValues
{
    /// <summary>The names of all activations, as they are written on the command line.</summary>
    internal static string ActivationNames { get; } = string.Join(", ", Enum.GetNames<Activation>()).ToLowerInvariant();

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
        foreach (string text in result.Tokens.SelectMany(token => token.Value.Split(',')).Select(part => part.Trim()))
        {
            if (!T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out T value) || !isValid(value))
                return Reject<T[]>(result, expected, text);
            values.Add(value);
        }

        return values.Count <= most ? [.. values] : Reject<T[]>(result, $"at most {most} of them", $"{values.Count}");
    };

    /// <summary>An activation by name, whatever the case.</summary>
    internal static Activation? Activation(ArgumentResult result) => Activation(result, result.Tokens[0].Value);

    /// <summary>Activations by name, in several words or separated by commas.</summary>
    internal static Activation[]? Activations(ArgumentResult result)
    {
        var values = new List<Activation>();
        foreach (string text in result.Tokens.SelectMany(token => token.Value.Split(',')).Select(part => part.Trim()))
        {
            if (Activation(result, text) is not { } activation)
                return null;
            values.Add(activation);
        }

        return [.. values];
    }

    private static Activation? Activation(ArgumentResult result, string text)
    {
        string[] names = Enum.GetNames<Activation>();
        int index = Array.FindIndex(names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? Reject<Activation?>(result, $"one of {ActivationNames}", text) : Enum.GetValues<Activation>()[index];
    }

    private static T? Reject<T>(ArgumentResult result, string expected, string text)
    {
        string name = (result.Parent as OptionResult)?.Option.Name ?? result.Argument.Name;
        result.AddError($"{name} expects {expected}; got '{text}'.");
        return default;
    }
}
