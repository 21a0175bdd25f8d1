using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;

namespace NoiseRegGen.Generator.Parsing;

/// <summary>The start of a class's hint names, unique in the compilation even without regard to case, as Roslyn demands.</summary>
internal static class HintNames
{
    /// <summary>Namespace, outer types and the class itself, by their metadata names: <c>Samples.Outer`1.Friction</c>.</summary>
    public static string PrefixOf(INamedTypeSymbol type)
    {
        string prefix = type.MetadataName;
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
            prefix = outer.MetadataName + "." + prefix;
        for (INamespaceSymbol space = type.ContainingNamespace; !space.IsGlobalNamespace; space = space.ContainingNamespace)
            prefix = space.MetadataName + "." + prefix;
        return prefix;
    }

    /// <summary>Those prefixes that another one precedes which differs in case only, in an order that depends on nothing else.</summary>
    /// <remarks>
    /// The first in ordinal order keeps the plain name, so that adding <c>friction</c> leaves the files of <c>Friction</c> alone.
    /// </remarks>
    public static EquatableArray<HintNameClash> FindClashes(ImmutableArray<string> prefixes)
    {
        var clashes = ImmutableArray.CreateBuilder<HintNameClash>();
        IEnumerable<IGrouping<string, string>> groups = prefixes.Distinct().GroupBy(static name => name, StringComparer.OrdinalIgnoreCase);
        foreach (IGrouping<string, string> group in groups.Where(static group => group.Skip(1).Any()))
        {
            IEnumerable<string> later = group.OrderBy(static name => name, StringComparer.Ordinal).Skip(1);
            clashes.AddRange(later.Select(static (name, index) => new HintNameClash(name, index + 2)));
        }

        clashes.Sort(static (left, right) => string.CompareOrdinal(left.Prefix, right.Prefix));
        return new EquatableArray<HintNameClash>(clashes.ToImmutable());
    }

    /// <summary>The model itself, or with <c>-2</c>, <c>-3</c>, ... after its prefix; no identifier contains a hyphen.</summary>
    public static MlpModel Resolve(MlpModel model, EquatableArray<HintNameClash> clashes)
    {
        foreach (HintNameClash clash in clashes)
        {
            if (clash.Prefix == model.Type.HintPrefix)
                return model with { Type = model.Type with { HintPrefix = $"{clash.Prefix}-{clash.Rank}" } };
        }

        return model;
    }
}
