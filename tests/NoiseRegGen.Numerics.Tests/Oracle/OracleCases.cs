using System;
using System.Collections.Generic;
using System.IO;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Oracle;

/// <summary>The oracle's files: three are embedded here, all of them lie in <c>shared/oracle</c> beside the repository, if that is there.</summary>
internal static class OracleCases
{
    private static readonly string[] Embedded = ["one-hidden-tanh", "squashed-output", "vector-output"];

    public static IEnumerable<string> Names { get; } =
    [
        .. Embedded, "scalar-linear", "leaky", "mixed", "relu", "two-hidden-tanh",
    ];

    /// <summary>A case by its name; skips the running test where its file is absent.</summary>
    public static OracleCase Load(string name)
    {
        using Stream? embedded = typeof(OracleCases).Assembly.GetManifestResourceStream($"{name}.json");
        if (embedded is not null)
            return OracleCase.Parse(embedded);
        string? folder = Folder();
        if (folder is null)
            Assert.Skip("There is no folder shared/oracle beside the repository.");
        using FileStream file = File.OpenRead(Path.Combine(folder, $"{name}.json"));
        return OracleCase.Parse(file);
    }

    // From where the test runs, not from the source's path: a deterministic build hides that.
    private static string? Folder()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string folder = Path.Combine(at.FullName, "shared", "oracle");
            if (Directory.Exists(folder))
                return folder;
        }

        return null;
    }
}
