using System.IO;

namespace NoiseRegGen.Files;

/// <summary>The few operations on files that a save is made of; the tests put one in their place that fails at a chosen point.</summary>
internal class FileLayer
{
    internal static FileLayer Disk { get; } = new();

    /// <summary>Creates a file that nobody else may open until the stream is disposed.</summary>
    internal virtual Stream Create(string path) => new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);

    /// <summary>Returns when the bytes are on the disk and not only in a cache.</summary>
    internal virtual void Flush(Stream stream) => ((FileStream)stream).Flush(flushToDisk: true);

    /// <summary>Gives a file another's name, in one step: at any time the name is the old file's or the new one's.</summary>
    internal virtual void Replace(string from, string to) => File.Move(from, to, overwrite: true);

    internal virtual void Delete(string path) => File.Delete(path);
}
