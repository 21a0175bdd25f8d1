using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NoiseRegGen.Generator.Diagnostics;
using NoiseRegGen.Generator.Tests.Harness;
using Xunit;

namespace NoiseRegGen.Generator.Tests;

/// <summary>Descriptors, release notes and pages agree, and the pages' examples are true.</summary>
public partial class DiagnosticPageTests
{
    public static TheoryData<string> Ids => [.. Rules.All.Select(static descriptor => descriptor.Id)];

    [Fact]
    public void Numbers_are_unique_and_without_gaps_but_those_kept_free()
    {
        // 25 to 29 are kept for rules about how networks are used.
        string[] ids = [.. Ids.Select(static row => row.Data).Order()];
        string[] all = [.. Enumerable.Range(1, 37).Select(static number => $"NRG{number:D4}")];
        Assert.Equal(all.Intersect(ids), ids);
        Assert.Empty(all.Except(ids).Except(["NRG0025", "NRG0026", "NRG0027", "NRG0028", "NRG0029"]));
    }

    [Fact]
    public void Every_diagnostic_is_an_error_that_cannot_be_switched_off_or_a_hint_that_can() => Assert.All(
        Rules.All,
        static descriptor => Assert.Equal(
            descriptor.Id == Descriptors.KinksLeftOut.Id ? (DiagnosticSeverity.Info, false) : (DiagnosticSeverity.Error, true),
            (descriptor.DefaultSeverity, descriptor.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable))));

    [Fact]
    public void There_is_a_page_for_each_and_no_other() => Assert.Equal(
        Ids.Select(static row => row.Data).Order(),
        Directory.GetFiles(Repository.DiagnosticPages, "NRG*.md").Select(static path => Path.GetFileNameWithoutExtension(path)).Order());

    [Fact]
    public void There_is_a_release_row_for_each_and_no_other()
    {
        string releases = string.Concat(new[] { "Shipped", "Unshipped" }.Select(
            static name => File.ReadAllText(Path.Combine(Repository.GeneratorProject, $"AnalyzerReleases.{name}.md"))));
        Assert.Equal(
            Rules.All.Select(static rule => $"{rule.Id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}").Order(),
            ReleaseRow().Matches(releases).Select(static row => row.Value.TrimEnd()).Order());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_help_link_leads_to_the_page_and_the_page_has_the_title(string id)
    {
        DiagnosticDescriptor descriptor = Rules.All.Single(rule => rule.Id == id);
        Assert.EndsWith($"{id}.md", descriptor.HelpLinkUri);
        Assert.Equal($"# {id}: {descriptor.Title}", File.ReadLines(Path.Combine(Repository.Root, descriptor.HelpLinkUri)).First());
        Assert.Contains($"[{id}]({id}.md) | {descriptor.Title} |", File.ReadAllText(Path.Combine(Repository.DiagnosticPages, "README.md")));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_page_s_wrong_example_is_wrong_and_its_right_one_compiles(string id)
    {
        string page = await File.ReadAllTextAsync(Path.Combine(Repository.DiagnosticPages, $"{id}.md"), TestContext.Current.CancellationToken);
        LanguageVersion version = id == Descriptors.LanguageVersionTooLow.Id ? LanguageVersion.CSharp12 : LanguageVersion.CSharp13;
        TestProject[] examples = ExamplesOf(page, version, runtime: id != Descriptors.RuntimeMissing.Id);
        Assert.Equal(2, examples.Length);

        GeneratorRun wrong = GeneratorRun.Of(examples[0]);
        Assert.Equal(id, Assert.Single((await AnalyzeAsync(wrong)).Distinct()));

        GeneratorRun right = GeneratorRun.Of(ExamplesOf(page, LanguageVersion.CSharp13)[1]);
        Assert.Empty(await AnalyzeAsync(right));
        Assert.Single(right.Models);
        Assert.Empty(UserModelOf(right).GetDiagnostics(cancellationToken: TestContext.Current.CancellationToken).Where(static found => found.Severity >= DiagnosticSeverity.Warning && found.Id != "CS1591"));
    }

    // Each block of C# is a project, the blocks of JSON after it are its additional files.
    private static TestProject[] ExamplesOf(string page, LanguageVersion version, bool runtime = true)
    {
        var examples = new List<TestProject>();
        foreach (Match block in CodeBlock().Matches(page))
        {
            if (block.Groups["language"].Value == "csharp")
                examples.Add(TestProject.Of(AnalyzerCheck.Using + block.Groups["code"].Value, version: version, runtime: runtime));
            else
                examples[^1] = examples[^1].WithAdditionalFile(block.Groups["file"].Value, block.Groups["code"].Value);
        }

        return [.. examples];
    }

    private static async Task<string[]> AnalyzeAsync(GeneratorRun run)
    {
        SemanticModel model = UserModelOf(run);
        CompilationWithAnalyzers analysis = model.Compilation.WithAnalyzers(Rules.Analyzers, new AnalyzerOptions(run.Project.AdditionalFiles));
        return [.. (await analysis.GetAnalyzerSemanticDiagnosticsAsync(model, null, TestContext.Current.CancellationToken)).Select(static found => found.Id)];
    }

    // The user's file only: compiling what is emitted beside it is the work of CompileTests, and slow.
    private static SemanticModel UserModelOf(GeneratorRun run) =>
        run.CompilationAfter.GetSemanticModel(run.Project.Compilation.SyntaxTrees.Single());

    [GeneratedRegex(@"```(?<language>csharp|json title=(?<file>\S+))\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"^NRG\d{4} .*$", RegexOptions.Multiline)]
    private static partial Regex ReleaseRow();
}
