using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using NoiseRegGen.Generator.Tests.Harness;
using Xunit;

namespace NoiseRegGen.Generator.Tests;

/// <summary>What runs again after an edit. The harness itself asserts that without an edit nothing does.</summary>
public class IncrementalTests
{
    private const string TwoNetworks = """
        using NoiseRegGen;

        [Mlp(8, 16, 1)]
        public sealed partial class First;

        [Mlp(3, 2)]
        public sealed partial class Second;
        """;

    [Fact]
    public void Without_an_edit_no_step_runs() => AssertReasons(
        static project => project,
        "Parse: Cached, Cached | Clashes: Cached | Name: Cached, Cached | Output: Cached, Cached");

    [Fact]
    public void An_edit_in_another_file_regenerates_nothing() => AssertReasons(
        static project => project.WithFile("Other.cs", "class Unrelated { int x = 1; }"),
        "Parse: Unchanged, Unchanged | Clashes: Cached | Name: Cached, Cached | Output: Cached, Cached");

    [Fact]
    public void A_comment_beside_the_class_regenerates_nothing() => AssertReasons(
        static project => project.WithFile("File.cs", "// A word about friction.\n" + TwoNetworks),
        "Parse: Unchanged, Unchanged | Clashes: Cached | Name: Cached, Cached | Output: Cached, Cached");

    [Fact]
    public void A_member_added_by_the_user_regenerates_nothing() => AssertReasons(
        static project => project.WithFile("File.cs", TwoNetworks.Replace("First;", "First { public int Uses; }")),
        "Parse: Unchanged, Unchanged | Clashes: Cached | Name: Cached, Cached | Output: Cached, Cached");

    [Fact]
    public void Another_spelling_of_the_same_network_regenerates_nothing() => AssertReasons(
        static project => project.WithFile(
            "File.cs",
            TwoNetworks.Replace("8, 16, 1", "new int[] { 8, 2 * 8, 1 }, Activations = [Activation.Tanh, Activation.Identity], Precision = Precision.Single")),
        "Parse: Unchanged, Unchanged | Clashes: Cached | Name: Cached, Cached | Output: Cached, Cached");

    [Theory]
    [InlineData("8, 17, 1")]
    [InlineData("8, 16, 16, 1")]
    [InlineData("8, 16, 1, Hidden = Activation.Silu")]
    [InlineData("8, 16, 1, Output = Activation.Sigmoid")]
    [InlineData("8, 16, 1, Activations = new[] { Activation.Sin, Activation.Identity }")]
    [InlineData("8, 16, 1, Precision = Precision.Double")]
    public void A_changed_argument_regenerates_its_class_only(string arguments) => AssertReasons(
        project => project.WithFile("File.cs", TwoNetworks.Replace("8, 16, 1", arguments)),
        "Parse: Modified, Unchanged | Clashes: Cached | Name: Modified, Cached | Output: Modified, Cached");

    [Fact]
    public void A_changed_accessibility_regenerates_its_class_only() => AssertReasons(
        static project => project.WithFile("File.cs", TwoNetworks.Replace("public sealed partial class First", "internal sealed partial class First")),
        "Parse: Modified, Unchanged | Clashes: Cached | Name: Modified, Cached | Output: Modified, Cached");

    [Fact]
    public void A_changed_name_regenerates_its_class_only() => AssertReasons(
        static project => project.WithFile("File.cs", TwoNetworks.Replace("First", "Primary")),
        "Parse: Modified, Unchanged | Clashes: Unchanged | Name: Modified, Cached | Output: Modified, Cached");

    [Fact]
    public void A_changed_namespace_regenerates_all_classes_in_it() => AssertReasons(
        static project => project.WithFile("File.cs", TwoNetworks.Replace("using NoiseRegGen;", "using NoiseRegGen;\nnamespace Samples;")),
        "Parse: Modified, Modified | Clashes: Unchanged | Name: Modified, Modified | Output: Modified, Modified");

    [Fact]
    public void An_added_class_is_the_only_one_generated() => AssertReasons(
        static project => project.WithFile("Third.cs", "[NoiseRegGen.Mlp(1, 1)] partial class Third;"),
        "Parse: Unchanged, Unchanged, New | Clashes: Unchanged | Name: Cached, Cached, New | Output: Cached, Cached, New");

    [Fact]
    public void A_removed_class_leaves_the_other_alone() => AssertReasons(
        static project => project.WithFile("File.cs", TwoNetworks[..TwoNetworks.IndexOf("[Mlp(3", StringComparison.Ordinal)]),
        "Parse: Unchanged, Removed | Clashes: Unchanged | Name: Cached, Removed | Output: Cached, Removed");

    [Fact]
    public void A_removed_file_leaves_the_others_alone()
    {
        TestProject project = TestProject.Of(TwoNetworks).WithFile("Third.cs", "[NoiseRegGen.Mlp(1, 1)] partial class Third;");
        GeneratorRun after = GeneratorRun.Of(project).Then(project.WithoutFile("Third.cs"));
        Assert.Equal("Parse: Unchanged, Unchanged, Removed | Clashes: Unchanged | Name: Cached, Cached, Removed | Output: Cached, Cached, Removed", after.Reasons);
    }

    [Fact]
    public void A_class_that_becomes_invalid_loses_its_files_and_the_other_is_left_alone() => AssertReasons(
        static project => project.WithFile("File.cs", TwoNetworks.Replace("8, 16, 1", "8, 0, 1")),
        "Parse: Modified, Unchanged | Clashes: Unchanged | Name: Removed, Cached | Output: Removed, Cached");

    [Theory]
    [InlineData("8, -1, 1")]
    [InlineData("8, 16, 1, Hidden = (Activation)99")]
    public void A_changed_diagnostic_regenerates_nothing(string arguments)
    {
        TestProject wrong = TestProject.Of(TwoNetworks.Replace("8, 16, 1", "8, 0, 1"));
        GeneratorRun after = GeneratorRun.Of(wrong).Then(wrong.WithFile("File.cs", TwoNetworks.Replace("8, 16, 1", arguments)));
        Assert.Equal("Parse: Unchanged, Unchanged | Clashes: Cached | Name: Cached | Output: Cached", after.Reasons);
    }

    [Fact]
    public void A_mended_class_gets_its_files_and_the_other_is_left_alone()
    {
        TestProject wrong = TestProject.Of(TwoNetworks.Replace("8, 16, 1", "8, 0, 1"));
        GeneratorRun after = GeneratorRun.Of(wrong).Then(wrong.WithFile("File.cs", TwoNetworks));
        Assert.Equal("Parse: Modified, Unchanged | Clashes: Unchanged | Name: New, Cached | Output: New, Cached", after.Reasons);
    }

    [Fact]
    public void A_name_that_differs_in_case_only_leaves_the_earlier_class_alone() => AssertReasons(
        static project => project.WithFile("Third.cs", "[NoiseRegGen.Mlp(1, 1)] partial class first;"),
        "Parse: Unchanged, Unchanged, New | Clashes: Modified | Name: Unchanged, Unchanged, New | Output: Cached, Cached, New");

    [Fact]
    public void After_any_edits_the_files_are_those_of_a_fresh_run()
    {
        string[] contents =
        [
            "[NoiseRegGen.Mlp(1, 1)] partial class *;",
            "[NoiseRegGen.Mlp(1, 0)] partial class *;",
            "[NoiseRegGen.Mlp(2, 1)] partial class *; [NoiseRegGen.Mlp(1, 3)] partial class *2;",
            "[NoiseRegGen.Mlp(1, 0)] partial class *; [NoiseRegGen.Mlp(1, 3)] partial class *2;",
            "[NoiseRegGen.Mlp(1, 2)] partial class x*;",
            "[NoiseRegGen.Mlp(1, 2)] partial class X*;",
            "class *;",
        ];
        var random = new Random(1);
        TestProject project = TestProject.Of("class Start;");
        GeneratorDriver driver = GeneratorRun.CreateDriver(project, trackSteps: false);
        for (int edit = 0; edit < 60; edit++)
        {
            string name = $"F{random.Next(4)}";
            bool exists = project.Compilation.SyntaxTrees.Any(tree => tree.FilePath == name);
            project = exists && random.Next(5) == 0
                ? project.WithoutFile(name)
                : project.WithFile(name, contents[random.Next(contents.Length)].Replace("*", name));
            driver = driver.RunGenerators(project.Compilation, TestContext.Current.CancellationToken);
            Assert.Equal(FilesOf(GeneratorRun.CreateDriver(project, trackSteps: false).RunGenerators(project.Compilation, TestContext.Current.CancellationToken)), FilesOf(driver));
        }

        static (string Name, string Text)[] FilesOf(GeneratorDriver driver) =>
            [.. driver.GetRunResult().Results[0].GeneratedSources.Select(static file => (file.HintName, file.SourceText.ToString())).Order()];
    }

    [Fact]
    public void Equal_sources_give_equal_models_that_are_not_the_same_object()
    {
        var left = GeneratorRun.Of(TwoNetworks).Models;
        var right = GeneratorRun.Of(TwoNetworks).Models;
        Assert.Equal(left, right);
        Assert.Equal(left.Select(static model => model.GetHashCode()), right.Select(static model => model.GetHashCode()));
        Assert.All(left.Zip(right), static pair => Assert.NotSame(pair.First, pair.Second));
    }

    [Fact]
    public void The_search_for_objects_of_Roslyn_finds_one_behind_a_field_and_in_a_list()
    {
        SyntaxTree tree = TestProject.Of(TwoNetworks).Compilation.SyntaxTrees.Single();
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => ModelGraph.AssertFreeOfRoslyn(new Holder(tree)));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => ModelGraph.AssertFreeOfRoslyn(new[] { new Holder(tree.GetRoot(TestContext.Current.CancellationToken).GetLocation()) }));
        ModelGraph.AssertFreeOfRoslyn(new Holder("text"));
    }

    private static void AssertReasons(Func<TestProject, TestProject> edit, string reasons)
    {
        TestProject project = TestProject.Of(TwoNetworks);
        Assert.Equal(reasons, GeneratorRun.Of(project).Then(edit(project)).Reasons);
    }

    private sealed record Holder(object Held);
}
