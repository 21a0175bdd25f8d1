using System;
using System.IO;

namespace NoiseRegGen.Package.Tests.Harness;

/// <summary>A folder outside the repository, gone when the test is.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("noisereggen-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
