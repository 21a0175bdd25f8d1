using System;
using System.IO;

namespace NoiseRegGen.Onnx.Tests.Harness;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    internal string Root { get; } = Directory.CreateTempSubdirectory("noisereggen-onnx-").FullName;

    public void Dispose() => Directory.Delete(Root, recursive: true);

    internal string File(string name) => Path.Combine(Root, name);
}
