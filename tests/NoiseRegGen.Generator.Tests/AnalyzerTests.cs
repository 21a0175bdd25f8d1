using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using NoiseRegGen.Generator.Diagnostics;
using NoiseRegGen.Generator.Tests.Harness;
using Xunit;

namespace NoiseRegGen.Generator.Tests;

/// <summary>What the analyzer says, and where.</summary>
public class AnalyzerTests
{
    public static TheoryData<DiagnosticCase> Mistakes =>
        [.. DiagnosticCases.Arguments, .. DiagnosticCases.Types, .. DiagnosticCases.Members];

    public static TheoryData<string> Valid => [.. DiagnosticCases.Valid];

    [Theory]
    [MemberData(nameof(Mistakes), DisableDiscoveryEnumeration = true)]
    public Task A_mistake_is_reported_at_its_place(DiagnosticCase mistake) =>
        AnalyzerCheck.VerifyAsync(mistake.Source, AnalyzerCheck.Expected(mistake.Id, mistake.Message));

    [Theory]
    [MemberData(nameof(Mistakes), DisableDiscoveryEnumeration = true)]
    public void Nothing_is_generated_for_a_class_in_error_and_the_others_are(DiagnosticCase mistake)
    {
        string plain = mistake.Source.Replace("{|#0:", "").Replace("|}", "");
        GeneratorRun run = GeneratorRun.Of($"{AnalyzerCheck.Using}{plain} namespace Other {{ [Mlp(1, 1)] partial class Valid; }}");
        Assert.DoesNotContain(run.Models, model => model.Type.Name == (mistake.Id == "NRG0018" ? "Forward" : "N"));
        Assert.Contains(run.Models, static model => model.Type.Name == "Valid");
    }

    [Theory]
    [MemberData(nameof(Valid))]
    public Task What_is_right_is_not_reported(string source) => AnalyzerCheck.VerifyAsync(source);

    [Fact]
    public Task A_language_version_below_the_emitted_code_s_is_reported() => AnalyzerCheck.VerifyAsync(
        "[{|#0:Mlp(8, 1)|}] partial class N { }",
        LanguageVersion.CSharp12,
        AnalyzerCheck.Expected("NRG0016", "The network 'N' is generated in C# 13.0, but the project is compiled as C# 12.0"));

    [Fact]
    public void A_language_version_below_the_emitted_code_s_generates_nothing() =>
        Assert.Empty(GeneratorRun.Of(TestProject.Of("[NoiseRegGen.Mlp(8, 1)] partial class N { }", version: LanguageVersion.CSharp12)).Models);

    [Fact]
    public Task All_mistakes_of_a_class_are_reported_at_once() => AnalyzerCheck.VerifyAsync(
        """
        static class {|#0:Outer|}
        {
            [Mlp({|#1:0|}, {|#2:-1|}, Output = {|#3:(Activation)77|}, Precision = {|#4:(Precision)5|})]
            sealed class {|#5:N|}
            {
                void {|#6:Kernels|}() { }
            }
        }
        """,
        AnalyzerCheck.Expected("NRG0010", "Type 'Outer' must be partial, because the network 'N' is declared inside it", 0),
        AnalyzerCheck.Expected("NRG0002", "The number of inputs must be at least 1, but is 0", 1),
        AnalyzerCheck.Expected("NRG0002", "The number of outputs must be at least 1, but is -1", 2),
        AnalyzerCheck.Expected("NRG0008", "77 is not a member of Activation", 3),
        AnalyzerCheck.Expected("NRG0008", "5 is not a member of Precision", 4),
        AnalyzerCheck.Expected("NRG0009", "Class 'N' must be partial, so that the generator can add the network to it", 5),
        AnalyzerCheck.Expected("NRG0017", "'N.Kernels' has the name, and if it is a method the parameters, of a member that the generator adds", 6));

    [Theory]
    [InlineData("\"8\", 1")]
    [InlineData("8, x")]
    [InlineData("8, 1, Hidden = Activation.Missing")]
    [InlineData("8, 1, Nothing = 3")]
    public Task What_the_compiler_rejects_is_not_reported_again(string arguments) => AnalyzerCheck.VerifyAsync($"[Mlp({arguments})] partial class N;");

    /// <summary>The analyzer sees the emitted files, which the generator never does: its members must not count as the user's.</summary>
    [Theory]
    [MemberData(nameof(Valid))]
    public async Task With_the_emitted_files_in_it_a_right_project_stays_right(string source)
    {
        GeneratorRun run = GeneratorRun.Of(AnalyzerCheck.Using + source);
        SemanticModel model = run.CompilationAfter.GetSemanticModel(run.Project.Compilation.SyntaxTrees.Single());
        CompilationWithAnalyzers analysis = model.Compilation.WithAnalyzers([new MlpAnalyzer()]);
        Assert.Empty(await analysis.GetAnalyzerSemanticDiagnosticsAsync(model, null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Every_diagnostic_has_a_case() => Assert.Equal(
        new MlpAnalyzer().SupportedDiagnostics.Select(static descriptor => descriptor.Id).Order(),
        DiagnosticCases.Arguments.Concat(DiagnosticCases.Types).Concat(DiagnosticCases.Members).Concat(FileDiagnosticCases.All.Select(static row => row.Case)).Select(static mistake => mistake.Id).Append("NRG0016").Distinct().Order());
}
