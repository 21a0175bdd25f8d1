using System.Numerics;
using System.Reflection;
using System.Runtime.InteropServices;
using NoiseRegGen;

namespace CompareRegularizers.Runs;

/// <summary>Program and machine. Vector width and processor decide on the last bits; the framework is only told.</summary>
/// <param name="Program">The version of the library.</param>
/// <param name="Framework">The .NET version; not part of what must be equal.</param>
/// <param name="Architecture">Such as X64.</param>
/// <param name="VectorBits">The width of the processor's vectors as this program uses them.</param>
internal sealed record EnvironmentDocument(string Program, string Framework, string Architecture, int VectorBits)
{
    /// <summary>Those of this process.</summary>
    internal static EnvironmentDocument Here { get; } = new(
        typeof(MlpAttribute).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown",
        RuntimeInformation.FrameworkDescription,
        RuntimeInformation.ProcessArchitecture.ToString(),
        8 * Vector<byte>.Count);
}
