using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

namespace NoiseRegGen.Benchmarks.Generator;

/// <summary>The processor and the system, for the head of a report.</summary>
internal static class Machine
{
    internal static string Describe()
    {
        const string Source = "/proc/cpuinfo";
        string? model = File.Exists(Source)
            ? File.ReadLines(Source).FirstOrDefault(static line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
            : null;
        return $"{model ?? RuntimeInformation.ProcessArchitecture.ToString()}, {Environment.ProcessorCount} processors, {(OperatingSystem.IsLinux() ? "Linux" : Environment.OSVersion.Platform.ToString())}";
    }
}
