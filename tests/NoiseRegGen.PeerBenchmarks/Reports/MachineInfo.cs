using System;
using System.Collections.Generic;
using System.IO;
using System.Numerics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace NoiseRegGen.PeerBenchmarks.Reports;

/// <summary>The machine and the versions that figures belong to.</summary>
internal sealed record MachineInfo(
    string Cpu, int Processors, string System, string Runtime, int VectorBits, string Library, string TorchSharp, string OnnxRuntime,
    string Command, string Started, string LoadBefore)
{
    /// <summary>The load when the report was written: how many others wanted the machine.</summary>
    public string LoadAfter { get; init; } = string.Empty;

    /// <summary>The CPU as a file name.</summary>
    internal string FileName => string.Join('-', Cpu.ToLowerInvariant().Split([' ', '(', ')', ',', '@', '/'], StringSplitOptions.RemoveEmptyEntries));

    internal static MachineInfo Current(string command) => new(
        CpuName(),
        Environment.ProcessorCount,
        RuntimeInformation.OSDescription + ", " + RuntimeInformation.OSArchitecture,
        RuntimeInformation.FrameworkDescription,
        8 * Vector<byte>.Count,
        VersionOf(typeof(IMlp<,>)),
        VersionOf(typeof(TorchSharp.torch)),
        VersionOf(typeof(Microsoft.ML.OnnxRuntime.InferenceSession)),
        command,
        DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm 'UTC'"),
        Load());

    internal static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    internal IEnumerable<string> Lines() =>
    [
        $"CPU: {Cpu}, {Processors} processors; Vector<T> of {VectorBits} bits; load average {LoadBefore} before, {LoadAfter} after",
        $"{System}; {Runtime}",
        $"NoiseRegGen {Library}; TorchSharp {TorchSharp}; ONNX Runtime {OnnxRuntime}",
        $"{Started}: {Command}",
    ];

    // Virtual machines often hide the model's name; family and model tell the microarchitecture.
    private static string CpuName()
    {
        if (!File.Exists("/proc/cpuinfo"))
            return RuntimeInformation.ProcessArchitecture.ToString();
        Dictionary<string, string> fields = [];
        foreach (string line in File.ReadLines("/proc/cpuinfo"))
        {
            if (line.Split(':', 2, StringSplitOptions.TrimEntries) is [string key, string value])
                fields.TryAdd(key, value);
        }

        string name = fields.GetValueOrDefault("model name", "CPU");
        return $"{name} (family {fields.GetValueOrDefault("cpu family", "?")}, model {fields.GetValueOrDefault("model", "?")})";
    }

    private static string VersionOf(Type type) =>
        type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        ?? type.Assembly.GetName().Version?.ToString() ?? "unknown";
}
