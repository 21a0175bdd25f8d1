using System;
using System.Collections;
using System.Collections.Generic;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Xunit;

namespace NoiseRegGen.Generator.Tests.Harness;

/// <summary>Searches everything that a pipeline value refers to, for what must not be kept between runs.</summary>
internal static class ModelGraph
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Fails if any object below the given one is Roslyn's, or a delegate (which could hide one).</summary>
    public static void AssertFreeOfRoslyn(object? root) =>
        Visit(root, root?.GetType().Name ?? "null", new HashSet<object>(ReferenceEqualityComparer.Instance));

    private static void Visit(object? node, string path, HashSet<object> visited)
    {
        if (node is null || (!node.GetType().IsValueType && !visited.Add(node)))
            return;

        // `is`, not the exact type: what Roslyn hands out are always derived types.
        bool isRoslyn = node is ISymbol or Compilation or SyntaxNode or SyntaxTree or SemanticModel or Location or SyntaxReference or AttributeData;
        Type type = node.GetType();
        bool isOfRoslyn = type.Assembly.GetName().Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal);
        Assert.False(isRoslyn || isOfRoslyn || node is Delegate, $"{path} is a {type}");
        if (type.IsPrimitive || type.IsEnum || node is string or Type)
            return;
        if (node is IEnumerable items)
        {
            foreach (object? item in items)
                Visit(item, path + "[]", visited);
        }

        for (Type? level = type; level is not null && level != typeof(object); level = level.BaseType)
        {
            foreach (FieldInfo field in level.GetFields(Fields))
                Visit(field.GetValue(node), $"{path}.{field.Name}", visited);
        }
    }
}
