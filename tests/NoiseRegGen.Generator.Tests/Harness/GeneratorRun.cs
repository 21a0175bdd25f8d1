using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NoiseRegGen.Generator.Model;
using Xunit;

namespace NoiseRegGen.Generator.Tests.Harness;

/// <summary>One run of the generator over a project, and the edits that may follow.</summary>
/// <remarks>
/// Every first run is made twice: the second time nothing has changed, and every step must say so. And every value in the pipeline is
/// searched for objects of Roslyn's. So each generator test, whatever it is about, tests incrementality too.
/// </remarks>
internal sealed class GeneratorRun
{
    private readonly GeneratorDriver _driver;

    private GeneratorRun(GeneratorDriver driver, TestProject project)
    {
        _driver = driver.RunGenerators(project.Compilation, TestContext.Current.CancellationToken);
        Project = project;
        Result = _driver.GetRunResult().Results.Single();
        Assert.Null(Result.Exception);
        Assert.Empty(Result.Diagnostics);
    }

    public TestProject Project { get; }

    public GeneratorRunResult Result { get; }

    /// <summary>The emitted files by hint name, in the order of emission.</summary>
    public ImmutableArray<GeneratedSourceResult> Files => Result.GeneratedSources;

    /// <summary>The models from which text was emitted.</summary>
    public ImmutableArray<MlpModel> Models =>
        [.. StepReasons.OutputsOf(Result, TrackingNames.Name).Select(static output => output.Value).OfType<MlpModel>()];

    /// <summary>The project with the emitted files in it.</summary>
    public CSharpCompilation CompilationAfter =>
        (CSharpCompilation)Project.Compilation.AddSyntaxTrees(Files.Select(static file => file.SyntaxTree));

    public static GeneratorRun Of(string source) => Of(TestProject.Of(source));

    public static GeneratorRun Of(TestProject project)
    {
        var first = new GeneratorRun(CreateDriver(project, trackSteps: true), project);
        first.AssertRepeatable();
        return first;
    }

    /// <summary>The run after an edit, by the same driver.</summary>
    /// <remarks>
    /// One edit only: a driver that tracks steps, and only such a one, loses files in the runs after one in which a step lost an
    /// output (seen with Roslyn 4.14; without tracking, thousands of edits went right). So this run is not made twice.
    /// </remarks>
    public GeneratorRun Then(TestProject edited)
    {
        GeneratorDriver driver = _driver;
        foreach (AdditionalText file in edited.AdditionalFiles.Except(Project.AdditionalFiles))
        {
            AdditionalText? old = Project.AdditionalFiles.FirstOrDefault(existing => existing.Path == file.Path);
            driver = old is null ? driver.AddAdditionalTexts([file]) : driver.ReplaceAdditionalText(old, file);
        }

        driver = driver.RemoveAdditionalTexts(
            [.. Project.AdditionalFiles.Where(file => edited.AdditionalFiles.All(kept => kept.Path != file.Path))]);
        var next = new GeneratorRun(driver, edited);
        next.AssertFreeOfRoslyn();
        return next;
    }

    /// <summary>A driver with this generator only.</summary>
    public static GeneratorDriver CreateDriver(TestProject project, bool trackSteps) => CSharpGeneratorDriver.Create(
        [new MlpGenerator().AsSourceGenerator()],
        additionalTexts: project.AdditionalFiles,
        parseOptions: project.ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackSteps));

    /// <summary>Why each step ran; see <see cref="StepReasons"/>.</summary>
    public string Reasons => StepReasons.Describe(Result);

    private void AssertRepeatable()
    {
        var again = new GeneratorRun(_driver, Project);
        IEnumerable<string> reasons = StepReasons.AllOf(again.Result);
        Assert.All(reasons, static reason => Assert.Equal("Cached", reason));
        Assert.Equal(TextsOf(this), TextsOf(again));
        AssertFreeOfRoslyn();
    }

    private static IEnumerable<string> TextsOf(GeneratorRun run) => run.Files.Select(static file => file.SourceText.ToString());

    private void AssertFreeOfRoslyn()
    {
        foreach ((object value, _) in StepReasons.Names.SelectMany(name => StepReasons.OutputsOf(Result, name)))
            ModelGraph.AssertFreeOfRoslyn(value);
    }
}
