using System;
using System.Linq;
using System.Threading.Tasks;
using NoiseRegGen.Generator.Model;
using NoiseRegGen.Generator.Tests.Harness;
using Xunit;

namespace NoiseRegGen.Generator.Tests;

/// <summary>Networks that a file defines.</summary>
public class NetworkFileTests
{
    private const string TwoNetworks = """
        using NoiseRegGen;

        [Mlp("friction.mlp.json")]
        public sealed partial class First;

        [Mlp(3, 2)]
        public sealed partial class Second;
        """;

    public static TheoryData<FileDiagnosticCase> Mistakes => [.. FileDiagnosticCases.All];

    [Theory]
    [MemberData(nameof(Mistakes), DisableDiscoveryEnumeration = true)]
    public Task A_mistake_is_reported_at_the_attribute(FileDiagnosticCase mistake) =>
        AnalyzerCheck.VerifyAsync(mistake.Case.Source, mistake.Files, AnalyzerCheck.Expected(mistake.Case.Id, mistake.Case.Message));

    [Theory]
    [MemberData(nameof(Mistakes), DisableDiscoveryEnumeration = true)]
    public void Nothing_is_generated_for_a_class_in_error_and_the_others_are(FileDiagnosticCase mistake)
    {
        string plain = mistake.Case.Source.Replace("{|#0:", "").Replace("|}", "");
        TestProject project = TestProject.Of($"{AnalyzerCheck.Using}{plain} namespace Other {{ [Mlp(1, 1)] partial class Valid; }}");
        foreach ((string path, string text) in mistake.Files)
            project = project.WithAdditionalFile(path, text);
        Assert.Equal("Valid", Assert.Single(GeneratorRun.Of(project).Models).Type.Name);
    }

    [Theory]
    [InlineData("friction.mlp.json", "File.cs", "friction.mlp.json")]
    [InlineData("friction.mlp.json", "/p/src/Friction.cs", "/p/src/friction.mlp.json;/p/friction.mlp.json;/p/src/deep/friction.mlp.json")]
    [InlineData("../friction.mlp.json", "/p/src/Friction.cs", "/p/friction.mlp.json;/p/src/friction.mlp.json;/friction.mlp.json")]
    [InlineData("./models/friction.mlp.json", "/p/src/Friction.cs", "/p/src/models/friction.mlp.json;/p/models/friction.mlp.json")]
    [InlineData("models/friction.mlp.json", "/p/src/Friction.cs", "/p/models/friction.mlp.json;/p/friction.mlp.json;/p/othermodels/friction.mlp.json")]
    [InlineData("/p/models/friction.mlp.json", "/p/src/Friction.cs", "/p/models/friction.mlp.json;/p/src/p/models/friction.mlp.json")]
    [InlineData(@"C:\p\Friction.mlp.json", @"C:\p\Friction.cs", @"C:\p\friction.mlp.json")]
    [InlineData(@"models\friction.mlp.json", @"C:\p\Friction.cs", @"C:\p\models\Friction.MLP.json;C:\p\friction.mlp.json")]
    public void The_file_beside_the_source_comes_first_and_then_the_one_whose_path_ends_so(string path, string source, string files)
    {
        TestProject project = TestProject.Of("class Start;").WithFile(source, $"[NoiseRegGen.Mlp(@\"{path}\")] partial class N;");
        string[] paths = files.Split(';');
        for (int i = paths.Length - 1; i >= 0; i--)
            project = project.WithAdditionalFile(paths[i], NetworkFileText.Of([i + 1, 1]));
        Assert.Equal(1, Assert.Single(GeneratorRun.Of(project).Models).Network.Layers[0].Inputs);
    }

    [Fact]
    public void The_file_means_what_the_attribute_of_the_same_content_means()
    {
        string text = NetworkFileText.With("\"precision\":\"Double\",\n\t\"activations\" : [ \"Sin\", \"G\\u0065lu\" ] ,\r\n \"layers\": [5, 4,3]");
        MlpModel fromFile = Assert.Single(GeneratorRun.Of(NetworkFileText.ProjectOf("[NoiseRegGen.Mlp(\"friction.mlp.json\")] partial class N;", text)).Models);
        MlpModel written = Assert.Single(GeneratorRun
            .Of("using NoiseRegGen; [Mlp(5, 4, 3, Activations = [Activation.Sin, Activation.Gelu], Precision = Precision.Double)] partial class N;").Models);
        Assert.Equal(written with { File = "friction.mlp.json" }, fromFile);
    }

    [Fact]
    public void The_class_has_the_hash_of_the_parameters_as_a_constant_and_for_whoever_loads_them()
    {
        GeneratorRun run = GeneratorRun.Of(NetworkFileText.ProjectOf(
            "[NoiseRegGen.Mlp(\"friction.mlp.json\")] public partial class N;", NetworkFileText.Friction.Replace(NetworkFileText.Digest, NetworkFileText.Digest.ToUpperInvariant())));
        CompileCheck.AssertClean(run);
        string text = run.Files[0].SourceText.ToString();
        Assert.Contains($"public const string ParametersSha256 = \"{NetworkFileText.Digest}\";", text, StringComparison.Ordinal);
        Assert.Contains("static string global::NoiseRegGen.IMlp<N, float>.ParametersSha256 => ParametersSha256;", text, StringComparison.Ordinal);
        Assert.Contains("from a file, <c>friction.mlp.json</c>, that amounts to <c>[Mlp(8, 64, 64, 1, Hidden = Activation.Tanh)]</c>", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_hash_in_the_file_there_is_none_in_the_class()
    {
        GeneratorRun run = GeneratorRun.Of(NetworkFileText.ProjectOf("[NoiseRegGen.Mlp(\"friction.mlp.json\")] public partial class N;", NetworkFileText.Of([2, 1])));
        CompileCheck.AssertClean(run);
        Assert.All(run.Files, static file => Assert.DoesNotContain("Sha256", file.SourceText.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Single", "NRG0017")]
    [InlineData("Double", null)]
    public async Task A_member_conflicts_or_not_by_the_precision_that_the_file_gives(string precision, string? id)
    {
        const string Source = "[Mlp(\"friction.mlp.json\")] partial class N { void {|#0:Forward|}(System.ReadOnlySpan<float> x, System.Span<float> y) { } }";
        (string, string)[] files = [(NetworkFileText.Name, NetworkFileText.Of([2, 1], precision: precision))];
        await AnalyzerCheck.VerifyAsync(id is null ? Source.Replace("{|#0:", "").Replace("|}", "") : Source, files, id is null
            ? []
            : [AnalyzerCheck.Expected(id, "'N.Forward' has the name, and if it is a method the parameters, of a member that the generator adds")]);
        string plain = AnalyzerCheck.Using + Source.Replace("{|#0:", "").Replace("|}", "");
        Assert.Equal(id is null ? 1 : 0, GeneratorRun.Of(NetworkFileText.ProjectOf(plain, files[0].Item2)).Models.Length);
    }

    [Fact]
    public void Another_additional_file_that_changes_is_not_read_and_regenerates_nothing() => AssertReasons(
        static project => project.WithAdditionalFile("notes.json", "changed"),
        "ReadFile: Cached, Cached | Parse: Cached, Cached | Define: Cached, Cached | Clashes: Cached | Name: Cached, Cached | Output: Cached, Cached");

    [Fact]
    public void A_network_file_that_no_class_names_regenerates_nothing() => AssertReasons(
        static project => project.WithAdditionalFile("other.mlp.json", NetworkFileText.Of([7, 7])),
        "ReadFile: Cached, Modified | Parse: Cached, Cached | Define: Unchanged, Unchanged | Clashes: Cached | Name: Cached, Cached | Output: Cached, Cached");

    [Fact]
    public void Another_spelling_of_the_same_file_regenerates_nothing() => AssertReasons(
        static project => project.WithAdditionalFile(NetworkFileText.Name, NetworkFileText.Friction.Replace(",", " ,\n")),
        "ReadFile: Unchanged, Cached | Parse: Cached, Cached | Define: Cached, Cached | Clashes: Cached | Name: Cached, Cached | Output: Cached, Cached");

    [Fact]
    public void An_edit_in_a_source_file_regenerates_nothing() => AssertReasons(
        static project => project.WithFile("Other.cs", "class Unrelated;"),
        "ReadFile: Cached, Cached | Parse: Unchanged, Unchanged | Define: Cached, Cached | Clashes: Cached | Name: Cached, Cached | Output: Cached, Cached");

    [Fact]
    public void A_changed_file_regenerates_the_class_that_names_it() => AssertReasons(
        static project => project.WithAdditionalFile(NetworkFileText.Name, NetworkFileText.Of([8, 1])),
        "ReadFile: Modified, Cached | Parse: Cached, Cached | Define: Modified, Unchanged | Clashes: Cached | Name: Modified, Cached | Output: Modified, Cached");

    [Fact]
    public void A_changed_hash_regenerates_the_class_that_names_the_file() => AssertReasons(
        static project => project.WithAdditionalFile(NetworkFileText.Name, NetworkFileText.Friction.Replace("0123", "3210")),
        "ReadFile: Modified, Cached | Parse: Cached, Cached | Define: Modified, Unchanged | Clashes: Cached | Name: Modified, Cached | Output: Modified, Cached");

    [Fact]
    public void A_file_that_breaks_takes_its_class_s_files_away_and_leaves_the_other_alone() => AssertReasons(
        static project => project.WithAdditionalFile(NetworkFileText.Name, "{"),
        "ReadFile: Modified, Cached | Parse: Cached, Cached | Define: Modified, Unchanged | Clashes: Unchanged | Name: Removed, Cached | Output: Removed, Cached");

    [Fact]
    public void A_file_that_is_removed_takes_its_class_s_files_away_and_leaves_the_other_alone() => AssertReasons(
        static project => project.WithoutAdditionalFile(NetworkFileText.Name),
        "ReadFile: Removed, Cached | Parse: Cached, Cached | Define: Modified, Unchanged | Clashes: Unchanged | Name: Removed, Cached | Output: Removed, Cached");

    [Fact]
    public void A_file_that_cannot_be_opened_is_a_broken_one()
    {
        TestProject project = NetworkFileText.ProjectOf(TwoNetworks).WithAdditionalFile(NetworkFileText.Name, null);
        Assert.Equal("Second", Assert.Single(GeneratorRun.Of(project).Models).Type.Name);
    }

    private static void AssertReasons(Func<TestProject, TestProject> edit, string reasons)
    {
        TestProject project = NetworkFileText.ProjectOf(TwoNetworks)
            .WithAdditionalFile("other.mlp.json", NetworkFileText.Of([6, 6]))
            .WithAdditionalFile("notes.json", "");
        Assert.Equal(reasons, GeneratorRun.Of(project).Then(edit(project)).Reasons);
    }
}
