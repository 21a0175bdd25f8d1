using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using NoiseRegGen.Generator.Tests.Harness;
using Xunit;

namespace NoiseRegGen.Generator.Tests;

/// <summary>The committed example of emitted code, <c>generator/docs/example</c>, and the guide to reading it.</summary>
public partial class ExampleTests
{
    private static readonly bool s_update = Environment.GetEnvironmentVariable("NRG_UPDATE_SNAPSHOTS") == "1";

    private static string Folder => Path.Combine(Repository.Root, "generator", "docs", "example");

    [Fact]
    public void The_example_is_what_is_generated()
    {
        GeneratorRun run = GeneratorRun.Of(File.ReadAllText(Path.Combine(Folder, "Spring.cs")));
        CompileCheck.AssertClean(run);
        if (s_update)
        {
            foreach (string old in Directory.GetFiles(Folder, "*.g.cs"))
                File.Delete(old);
            foreach (var file in run.Files)
                File.WriteAllText(Path.Combine(Folder, file.HintName), file.SourceText.ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }

        Assert.Equal(
            run.Files.Select(static file => file.HintName).Order(StringComparer.Ordinal),
            Directory.GetFiles(Folder, "*.g.cs").Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        Assert.All(run.Files, static file => Assert.Equal(
            file.SourceText.ToString(), File.ReadAllText(Path.Combine(Folder, file.HintName)).ReplaceLineEndings("\n")));
    }

    /// <summary>What the guide quotes stands in the files, to the letter but for indentation.</summary>
    [Fact]
    public void Every_line_of_code_that_the_guide_quotes_is_in_the_example()
    {
        string guide = File.ReadAllText(Path.Combine(Repository.Root, "generator", "docs", "reading-the-code.md"));
        string[] example = [.. Directory.GetFiles(Folder, "*.cs").SelectMany(File.ReadLines).Select(static line => line.Trim())];
        string[] quoted = [.. CodeBlock().Matches(guide).SelectMany(static block => block.Groups["code"].Value.Split('\n')).Select(static line => line.Trim())];
        Assert.NotEmpty(quoted);
        Assert.All(quoted.Where(static line => line.Length > 0), line => Assert.Contains(line, example));
    }

    [GeneratedRegex(@"```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
