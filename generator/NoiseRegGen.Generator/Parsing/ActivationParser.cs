using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using NoiseRegGen.Generator.Diagnostics;
using NoiseRegGen.Generator.Model;

namespace NoiseRegGen.Generator.Parsing;

/// <summary>Reads <c>Hidden</c>, <c>Output</c> and <c>Activations</c>.</summary>
internal static class ActivationParser
{
    private const int ActivationCount = (int)ActivationKind.Sin + 1;

    /// <summary>The activation of each layer, or null where an argument is wrong or the number of layers is unknown.</summary>
    public static ActivationKind[]? Parse(AttributeData attribute, int? layers, AttributeSites sites, ParseProblems problems)
    {
        ActivationKind? hidden = ParseOne(attribute, WellKnownNames.Hidden, ActivationKind.Tanh, sites, problems);
        ActivationKind? output = ParseOne(attribute, WellKnownNames.Output, ActivationKind.Identity, sites, problems);
        if (NamedArguments.Find(attribute, WellKnownNames.Activations) is { IsNull: false } list)
            return ParseList(attribute, list.Values, layers, sites, problems);
        if (hidden is null || output is null || layers is null)
            return null;
        var activations = new ActivationKind[layers.Value];
        for (int i = 0; i < activations.Length; i++)
            activations[i] = i < activations.Length - 1 ? hidden.Value : output.Value;
        return activations;
    }

    private static ActivationKind? ParseOne(
        AttributeData attribute, string name, ActivationKind otherwise, AttributeSites sites, ParseProblems problems) =>
        NamedArguments.Find(attribute, name) is { } value ? Check((int)value.Value!, sites.ValueOf(name), problems) : otherwise;

    private static ActivationKind? Check(int value, Location site, ParseProblems problems)
    {
        if (value is >= 0 and < ActivationCount)
            return (ActivationKind)value;
        problems.Add(Descriptors.UnknownValue, site, value, "Activation");
        return null;
    }

    private static ActivationKind[]? ParseList(
        AttributeData attribute, ImmutableArray<TypedConstant> list, int? layers, AttributeSites sites, ParseProblems problems)
    {
        bool valid = true;
        foreach (string other in new[] { WellKnownNames.Hidden, WellKnownNames.Output })
        {
            if (NamedArguments.Find(attribute, other) is null)
                continue;
            valid = false;
            problems.Add(Descriptors.ActivationsTwice, sites.Named(other), other);
        }

        var activations = new ActivationKind?[list.Length];
        for (int i = 0; i < list.Length; i++)
            activations[i] = Check((int)list[i].Value!, sites.ElementOf(WellKnownNames.Activations, i), problems);
        if (layers is { } expected && list.Length != expected)
        {
            valid = false;
            problems.Add(
                Descriptors.WrongActivationCount,
                sites.ValueOf(WellKnownNames.Activations),
                DiagnosticProperties.LayerCountIs(expected),
                expected,
                list.Length);
        }

        return valid && layers is not null && activations.All(static kind => kind is not null)
            ? [.. activations.Select(static kind => kind!.Value)]
            : null;
    }
}
