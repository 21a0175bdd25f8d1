using System;
using System.Collections.Generic;
using System.Linq;
using NoiseRegGen.Generator.Model;

namespace NoiseRegGen.Generator.Parsing;

/// <summary>Finds the additional file that a path in an attribute means.</summary>
/// <remarks>Letter case does not count, so that a project means the same on every file system.</remarks>
internal static class FilePaths
{
    /// <summary>The folder of a source file, with <c>/</c> between folders.</summary>
    public static string FolderOf(string sourceFile)
    {
        string normal = sourceFile.Replace('\\', '/');
        return normal.Substring(0, Math.Max(normal.LastIndexOf('/'), 0));
    }

    /// <summary>
    /// The file at the path as seen from the source file's folder; if there is none, all files whose path ends with it.
    /// </summary>
    public static NetworkFile[] Matches(FileReference reference, IReadOnlyList<NetworkFile> files)
    {
        string path = reference.Path.Replace('\\', '/');
        string beside = Resolve(reference.Folder, path);
        NetworkFile? exact = files.FirstOrDefault(file => Same(Resolve("", file.Path), beside));
        if (exact is not null)
            return [exact];
        string suffix = "/" + Resolve("", path);
        return
        [
            .. files.Where(file => Same(file.Path, path) || ("/" + file.Path).EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
                .GroupBy(static file => file.Path, StringComparer.OrdinalIgnoreCase)
                .Select(static group => group.First())
                .OrderBy(static file => file.Path, StringComparer.Ordinal),
        ];
    }

    /// <summary>The end of a path that sets it apart from another one: the last folders in which they differ, and what follows.</summary>
    public static string Distinction(string path, string other)
    {
        string[] own = path.Split('/'), others = other.Split('/');
        int common = 0;
        while (common < own.Length && common < others.Length && Same(own[own.Length - 1 - common], others[others.Length - 1 - common]))
            common++;
        return string.Join("/", own.Skip(Math.Max(own.Length - 1 - common, 0)));
    }

    /// <summary>A path below a folder, without <c>.</c> and <c>..</c> as far as there are folders to leave.</summary>
    private static string Resolve(string folder, string path)
    {
        bool rooted = path.StartsWith("/", StringComparison.Ordinal) || (path.Length > 1 && path[1] == ':');
        var parts = new List<string>();
        foreach (string part in (rooted || folder.Length == 0 ? path : $"{folder}/{path}").Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1] is not ("" or ".."))
                parts.RemoveAt(parts.Count - 1);
            else if (part != ".")
                parts.Add(part);
        }

        return string.Join("/", parts);
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
