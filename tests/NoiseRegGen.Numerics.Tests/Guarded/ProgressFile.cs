using System;
using System.IO;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace NoiseRegGen.Numerics.Tests.Guarded;

/// <summary>What a process did last, for those who find it dead.</summary>
internal sealed class ProgressFile : IDisposable
{
    /// <summary>Names the file to the process.</summary>
    public const string Variable = "NRG_PROGRESS_FILE";

    private const int Length = 200;

    private readonly SafeFileHandle _file;

    public ProgressFile()
    {
        string path = Environment.GetEnvironmentVariable(Variable) ?? throw new InvalidOperationException($"{Variable} is not set: these calls are started by GuardPageTests.");
        _file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
    }

    /// <summary>The operating system keeps what was written, whatever becomes of the process.</summary>
    public void Write(string what) => RandomAccess.Write(_file, Encoding.UTF8.GetBytes(what.PadRight(Length)[..Length]), 0);

    public void Dispose() => _file.Dispose();
}
