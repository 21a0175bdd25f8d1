using System;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace NoiseRegGen.Onnx.Tests.Harness;

/// <summary>A file that PyTorch wrote, with its own parameters and outputs (see PyTorch/export.py).</summary>
internal sealed record PyTorchCase(string Name, bool Double, string[] Activations, double[] Parameters, double[] X, double[] Y)
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    internal static PyTorchCase[] All { get; } = JsonSerializer.Deserialize<PyTorchCase[]>(File.ReadAllText(InFolder("expected.json")), Options)!;

    internal string Path => InFolder($"{Name}.onnx");

    internal static PyTorchCase Get(string name) => All.Single(file => file.Name == name);

    private static string InFolder(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "PyTorch", name);
}
