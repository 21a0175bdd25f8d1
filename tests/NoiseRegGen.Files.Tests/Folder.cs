using System;
using System.IO;

namespace NoiseRegGen.Files.Tests;

/// <summary>A folder of a test's own, gone with the test.</summary>
internal sealed class Folder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("noisereggen").FullName;

    /// <summary>The name of a file in the folder.</summary>
    internal string this[string name] => Path.Combine(_path, name);

    internal string[] Files => Directory.GetFiles(_path);

    /// <summary>Writes a file and gives its name.</summary>
    internal string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(this[name], bytes);
        return this[name];
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
