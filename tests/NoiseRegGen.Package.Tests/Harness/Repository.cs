using System.IO;
using System.Linq;
using System.Reflection;

namespace NoiseRegGen.Package.Tests.Harness;

/// <summary>The places of this repository that tests read. The build writes its root into the assembly.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static data => data.Key == "RepositoryRoot")
        .Value!;

    public static string Runtime => Path.Combine(Root, "runtime", "NoiseRegGen");

    public static string Onnx => Path.Combine(Root, "runtime", "NoiseRegGen.Onnx");

    public static string QuickStart => Path.Combine(Root, "samples", "QuickStart");

    /// <summary>The code that is compiled both in this project and in the temporary ones.</summary>
    public static string ConsumerSources => Path.Combine(Root, "tests", "NoiseRegGen.Package.Tests", "Consumer");
}
