using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace NoiseRegGen.Generator.Parsing;

/// <summary>Looks up what an attribute sets by name.</summary>
internal static class NamedArguments
{
    /// <summary>The value of a property that the attribute sets, or null.</summary>
    public static TypedConstant? Find(AttributeData attribute, string name)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
                return argument.Value;
        }

        return null;
    }
}
