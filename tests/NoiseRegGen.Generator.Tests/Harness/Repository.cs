using System.IO;
using System.Linq;
using System.Reflection;

namespace NoiseRegGen.Generator.Tests.Harness;

/// <summary>The places of this repository that tests read. The build writes its root into the assembly.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static data => data.Key == "RepositoryRoot")
        .Value!;

    public static string GeneratorProject => Path.Combine(Root, "generator", "NoiseRegGen.Generator");

    public static string DiagnosticPages => Path.Combine(Root, "generator", "docs", "diagnostics");

    public static string Snapshots => Path.Combine(Root, "tests", "NoiseRegGen.Generator.Tests", "Snapshots");
}
