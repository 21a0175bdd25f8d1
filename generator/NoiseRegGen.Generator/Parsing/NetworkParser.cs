using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using NoiseRegGen.Generator.Diagnostics;
using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;

namespace NoiseRegGen.Generator.Parsing;

/// <summary>Reads the attribute's arguments: sizes, activations, number type.</summary>
internal static class NetworkParser
{
    /// <summary>Whether the compiler understood all arguments. What it rejects already is passed over in silence.</summary>
    public static bool IsBound(AttributeData attribute) =>
        attribute.AttributeConstructor is not null
        && attribute.ConstructorArguments is [{ } argument]
        && (IsConstant(argument) || FileParser.NamesFile(attribute))
        && attribute.NamedArguments.All(static argument => IsConstant(argument.Value));

    /// <summary>The network, or null where an argument is wrong. The attribute must be bound.</summary>
    public static NetworkModel? Parse(AttributeData attribute, AttributeSites sites, ParseProblems problems)
    {
        ScalarKind? scalar = ParseScalar(attribute, sites, problems);
        LaplacianChoice? laplacian = ParseLaplacian(attribute, sites, problems);
        long[]? sizes = ParseSizes(attribute, sites, problems);

        // Without sizes the right number of activations is unknown, but each single one can still be checked.
        ActivationKind[]? activations = ActivationParser.Parse(attribute, sizes is null ? null : sizes.Length - 1, sites, problems);
        if (sizes is null || activations is null || scalar is null || laplacian is null)
            return null;

        var layers = ImmutableArray.CreateBuilder<LayerModel>(activations.Length);
        for (int i = 0; i < activations.Length; i++)
            layers.Add(new LayerModel(i + 1, (int)sizes[i], (int)sizes[i + 1], activations[i]));
        return new NetworkModel(new EquatableArray<LayerModel>(layers.MoveToImmutable()), scalar.Value, laplacian.Value);
    }

    private static bool IsConstant(TypedConstant constant) => constant switch
    {
        { Kind: TypedConstantKind.Error } => false,
        { Kind: TypedConstantKind.Array } => constant.IsNull || constant.Values.All(IsConstant),
        _ => constant.Value is int,
    };

    private static long[]? ParseSizes(AttributeData attribute, AttributeSites sites, ParseProblems problems)
    {
        TypedConstant argument = attribute.ConstructorArguments[0];
        long[] sizes = new long[argument.IsNull ? 0 : argument.Values.Length];
        for (int i = 0; i < sizes.Length; i++)
            sizes[i] = (int)argument.Values[i].Value!;
        if (sizes.Length < 2)
        {
            problems.Add(Descriptors.TooFewSizes, sites.Attribute, sizes.Length);
            return null;
        }

        if (sizes.Length - 1 > NetworkLimits.MostLayers)
        {
            problems.Add(Descriptors.TooManyLayers, sites.Attribute, sizes.Length - 1, NetworkLimits.MostLayers);
            return null;
        }

        return CheckSizes(sizes, sites, problems) ? sizes : null;
    }

    private static bool CheckSizes(long[] sizes, AttributeSites sites, ParseProblems problems)
    {
        bool valid = true;
        for (int i = 0; i < sizes.Length; i++)
        {
            if (sizes[i] is >= 1 and <= NetworkLimits.LargestSize)
                continue;
            valid = false;
            DiagnosticDescriptor descriptor = sizes[i] < 1 ? Descriptors.SizeTooSmall : Descriptors.SizeTooLarge;
            problems.Add(descriptor, sites.Size(i), NetworkLimits.RoleOf(i, sizes.Length), sizes[i], NetworkLimits.LargestSize);
        }

        if (valid && NetworkLimits.ParametersOf(sizes) is > NetworkLimits.MostParameters and var parameters)
        {
            valid = false;
            problems.Add(Descriptors.TooManyParameters, sites.Attribute, parameters, NetworkLimits.MostParameters);
        }

        return valid;
    }

    private static ScalarKind? ParseScalar(AttributeData attribute, AttributeSites sites, ParseProblems problems)
    {
        int value = NamedArguments.Find(attribute, WellKnownNames.Precision) is { } constant ? (int)constant.Value! : (int)ScalarKind.Single;
        if (value is (int)ScalarKind.Single or (int)ScalarKind.Double)
            return (ScalarKind)value;
        problems.Add(Descriptors.UnknownValue, sites.ValueOf(WellKnownNames.Precision), value, "Precision");
        return null;
    }

    /// <summary>How Laplacians are found; null where the argument is wrong.</summary>
    public static LaplacianChoice? ParseLaplacian(AttributeData attribute, AttributeSites sites, ParseProblems problems)
    {
        int value = NamedArguments.Find(attribute, WellKnownNames.Laplacian) is { } constant ? (int)constant.Value! : (int)LaplacianChoice.Automatic;
        if (value is >= (int)LaplacianChoice.Automatic and <= (int)LaplacianChoice.Probe)
            return (LaplacianChoice)value;
        problems.Add(Descriptors.UnknownValue, sites.ValueOf(WellKnownNames.Laplacian), value, "LaplacianMethod");
        return null;
    }
}
