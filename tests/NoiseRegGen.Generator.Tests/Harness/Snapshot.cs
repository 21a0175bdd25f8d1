using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Xunit;

namespace NoiseRegGen.Generator.Tests.Harness;

/// <summary>Compares emitted files with committed ones, in the layout that Verify.SourceGenerators would use.</summary>
/// <remarks>
/// <c>Snapshots/Class.Test#HintName.verified.cs</c>, the hint name without its last <c>.cs</c>, the first line <c>//HintName: ...</c>.
/// Nothing is ever written unless the environment variable <c>NRG_UPDATE_SNAPSHOTS</c> is 1; look at the difference before you commit it.
/// </remarks>
internal sealed class Snapshot(string folder, bool update)
{
    private const string Extension = ".verified.cs";

    /// <summary>The committed snapshots.</summary>
    public static Snapshot Committed { get; } =
        new(Repository.Snapshots, Environment.GetEnvironmentVariable("NRG_UPDATE_SNAPSHOTS") == "1");

    /// <summary>Fails if a file differs, is missing, or is left over from an earlier emitter.</summary>
    public void Verify(IEnumerable<GeneratedSourceResult> files, string testClass, [CallerMemberName] string test = "") =>
        Verify(files.ToDictionary(static file => file.HintName, static file => file.SourceText.ToString()), $"{testClass}.{test}");

    internal void Verify(IReadOnlyDictionary<string, string> files, string test)
    {
        var expected = files.ToDictionary(file => FileName(test, file.Key), static file => $"//HintName: {file.Key}\n{file.Value}");
        string[] committed = Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder, $"{test}#*{Extension}").Select(static path => Path.GetFileName(path))]
            : [];
        if (update)
        {
            Update(expected, committed);
            return;
        }

        string[] problems =
        [
            .. expected.Select(file => Difference(file.Key, file.Value)).OfType<string>(),
            .. committed.Except(expected.Keys).Select(static name => $"{name}: no such file is emitted any more"),
        ];
        const string Advice = "To accept what is emitted now, run the tests with NRG_UPDATE_SNAPSHOTS=1 and read the diff.";
        Assert.True(problems.Length == 0, $"{string.Join("\n", problems)}\n{Advice}");
    }

    private static string FileName(string test, string hintName) => $"{test}#{Path.GetFileNameWithoutExtension(hintName)}{Extension}";

    private void Update(Dictionary<string, string> expected, string[] committed)
    {
        Directory.CreateDirectory(folder);
        foreach ((string name, string text) in expected)
            File.WriteAllText(Path.Combine(folder, name), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        foreach (string name in committed.Except(expected.Keys))
            File.Delete(Path.Combine(folder, name));
    }

    private string? Difference(string name, string emitted)
    {
        string path = Path.Combine(folder, name);
        if (!File.Exists(path))
            return $"{name}: emitted, but there is no snapshot of it";
        string[] was = File.ReadAllText(path).ReplaceLineEndings("\n").Split('\n');
        string[] now = emitted.Split('\n');
        int line = was.Zip(now).TakeWhile(static pair => pair.First == pair.Second).Count();
        return line == was.Length && line == now.Length
            ? null
            : $"{name}, line {line + 1}:\n  - {LineOf(was, line)}\n  + {LineOf(now, line)}";
    }

    private static string LineOf(string[] lines, int index) => index < lines.Length ? lines[index] : "(end of file)";
}
