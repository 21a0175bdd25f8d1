using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace NoiseRegGen.Generator.Tests.Harness;

/// <summary>What the compilations of the tests refer to: the framework that runs them and the runtime package, nothing fetched.</summary>
internal static class TestReferences
{
    public static ImmutableArray<MetadataReference> Framework { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => Path.GetDirectoryName(path) == FrameworkFolder)
            .Select(static path => (MetadataReference)MetadataReference.CreateFromFile(path)),
    ];

    public static ImmutableArray<MetadataReference> All { get; } =
        [.. Framework, MetadataReference.CreateFromFile(typeof(MlpAttribute).Assembly.Location)];

    private static string FrameworkFolder => Path.GetDirectoryName(typeof(object).Assembly.Location)!;
}
