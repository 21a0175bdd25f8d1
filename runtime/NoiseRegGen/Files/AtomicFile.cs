using System;
using System.IO;

namespace NoiseRegGen.Files;

/// <summary>
/// A file in the making: written under a temporary name in the folder it is for, flushed to the disk, and then given its name.
/// Disposed before <see cref="Commit"/> it leaves nothing behind; a crash before it leaves the temporary file and the old one.
/// </summary>
internal sealed class AtomicFile : IDisposable
{
    private const string Suffix = ".tmp";

    /// <summary>The digits of the format "N".</summary>
    private const int GuidLength = 32;

    private readonly FileLayer _files;
    private readonly string _path;
    private readonly string _temporary;
    private bool _committed;

    private AtomicFile(FileLayer files, string path)
    {
        _files = files;
        _path = path;
        _temporary = $"{path}.{Guid.NewGuid():N}{Suffix}";
    }

    /// <summary>Writes the file in full under its temporary name and flushes it.</summary>
    internal static AtomicFile Write(FileLayer files, string path, Action<Stream> write)
    {
        AtomicFile file = new(files, Path.GetFullPath(path));
        try
        {
            using Stream stream = files.Create(file._temporary);
            write(stream);
            files.Flush(stream);
        }
        catch
        {
            file.Dispose();
            throw;
        }

        return file;
    }

    /// <summary>Gives the file its name; what had it before is gone.</summary>
    internal void Commit()
    {
        _files.Replace(_temporary, _path);
        _committed = true;
    }

    public void Dispose()
    {
        if (_committed)
            return;
        try
        {
            _files.Delete(_temporary);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What led here is the failure to tell; a temporary file left behind harms nothing.
        }
    }

    /// <summary>Deletes what crashed saves of a file left behind. A file that another save is writing is locked and stays.</summary>
    internal static void RemoveLeftovers(string path)
    {
        path = Path.GetFullPath(path);
        if (Path.GetDirectoryName(path) is not { } folder)
            return;
        string start = Path.GetFileName(path) + ".";
        foreach (string candidate in Directory.EnumerateFiles(folder, $"*{Suffix}"))
        {
            string name = Path.GetFileName(candidate);
            if (name.Length != start.Length + GuidLength + Suffix.Length
                || !name.StartsWith(start, StringComparison.Ordinal)
                || !Guid.TryParseExact(name.AsSpan(start.Length, GuidLength), "N", out _))
            {
                continue;
            }

            try
            {
                new FileStream(candidate, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose).Dispose();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Locked, hence in use; or not ours to delete.
            }
        }
    }
}
