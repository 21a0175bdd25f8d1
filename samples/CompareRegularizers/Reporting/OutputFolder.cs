using System;
using System.IO;

namespace CompareRegularizers.Reporting;

/// <summary>The folder that results go to. Every file appears whole or not at all.</summary>
internal sealed class OutputFolder : IDisposable
{
    private const string TemporaryEnding = ".tmp";

    private readonly bool _created;

    private OutputFolder(string path, bool created) => (Path, _created) = (path, created);

    /// <summary>The folder's full path.</summary>
    internal string Path { get; }

    /// <summary>Makes the folder, so that a place that cannot be written to is known before the work and not after.</summary>
    /// <exception cref="UserErrorException">There is a file of that name, or the folder cannot be made.</exception>
    internal static OutputFolder Open(string path)
    {
        if (File.Exists(path))
            throw new UserErrorException($"'{path}' is a file; --out expects a folder.");
        try
        {
            bool exists = Directory.Exists(path);
            return new OutputFolder(Directory.CreateDirectory(path).FullName, !exists);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UserErrorException($"The output folder '{path}' cannot be made: {e.Message}");
        }
    }

    /// <summary>Writes one file: first under another name, then renamed, which a file system does in one go.</summary>
    /// <param name="name">Its name, below a folder that is there.</param>
    /// <param name="content">Writes what is in it.</param>
    /// <exception cref="UserErrorException">The disk is full, or the place is taken or not writable.</exception>
    internal void Write(string name, Action<Stream> content)
    {
        string target = System.IO.Path.Combine(Path, name);
        string temporary = System.IO.Path.Combine(
            System.IO.Path.GetDirectoryName(target)!, $".{System.IO.Path.GetFileName(name)}.{Guid.NewGuid():N}{TemporaryEnding}");
        try
        {
            using (FileStream stream = new(temporary, FileMode.CreateNew))
            {
                content(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"The file '{target}' cannot be written: {e.Message}");
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Whether a file is one that was being written under its first name: <c>.results.csv.(32 digits).tmp</c>.</summary>
    internal static bool IsTemporary(string path)
    {
        string[] parts = System.IO.Path.GetFileName(path).Split('.');
        return parts is ["", _, .., { Length: 32 } id, "tmp"] && Guid.TryParseExact(id, "N", out _);
    }

    /// <summary>Takes the folder away again if it was made for nothing.</summary>
    public void Dispose()
    {
        if (_created && Directory.Exists(Path) && Directory.GetFileSystemEntries(Path).Length == 0)
            Directory.Delete(Path);
    }
}
