using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using NoiseRegGen.CodeFixes;
using NoiseRegGen.Generator.Diagnostics;
using NoiseRegGen.Generator.Tests.Harness;
using Xunit;

namespace NoiseRegGen.Generator.Tests;

/// <summary>What the code fixes make of a mistake, one by one and all at once.</summary>
public class CodeFixTests
{
    [Fact]
    public Task Partial_is_added_after_the_other_modifiers() => VerifyAsync<MakePartialCodeFix>(
        "[Mlp(8, 1)]\npublic sealed class {|NRG0009:N|};",
        "[Mlp(8, 1)]\npublic sealed partial class N;");

    [Fact]
    public Task Partial_is_added_where_there_is_no_modifier_and_the_comment_stays() => VerifyAsync<MakePartialCodeFix>(
        "// A word.\nclass {|NRG0010:Outer|}\n{\n    // Another.\n    [Mlp(8, 1)]\n    /* here */ class {|NRG0009:N|};\n}",
        "// A word.\npartial class Outer\n{\n    // Another.\n    [Mlp(8, 1)]\n    /* here */ partial class N;\n}");

    [Fact]
    public Task One_fix_makes_the_whole_chain_partial() => VerifyAsync<MakePartialCodeFix>(
        """
        namespace S;

        public interface {|NRG0010:A|}<T>
        {
            public readonly record struct {|NRG0010:B|}(int X)
            {
                internal ref partial struct C
                {
                    [Mlp(8, 1)]
                    private class {|NRG0009:N|} { }
                }
            }
        }
        """,
        """
        namespace S;

        public partial interface A<T>
        {
            public readonly partial record struct B(int X)
            {
                internal ref partial struct C
                {
                    [Mlp(8, 1)]
                    private partial class N { }
                }
            }
        }
        """);

    [Fact]
    public Task Two_networks_in_one_outer_type_are_fixed_together() => VerifyAsync<MakePartialCodeFix>(
        "class {|NRG0010:Outer|}\n{\n    [Mlp(8, 1)] class {|NRG0009:M|};\n    [Mlp(8, 1)] class {|NRG0009:N|};\n}",
        "partial class Outer\n{\n    [Mlp(8, 1)] partial class M;\n    [Mlp(8, 1)] partial class N;\n}",
        fixes: 3);

    [Theory]
    [InlineData("[Activation.Sin]", "[Activation.Sin, Activation.Sin, Activation.Sin]")]
    [InlineData("[Activation.Sin, Activation.Elu ]", "[Activation.Sin, Activation.Elu, Activation.Elu ]")]
    [InlineData("[Activation.Sin, Activation.Elu,]", "[Activation.Sin, Activation.Elu, Activation.Elu]")]
    [InlineData("new[] { Activation.Sin, Activation.Elu }", "new[] { Activation.Sin, Activation.Elu, Activation.Elu }")]
    [InlineData("new Activation[] { Activation.Sin }", "new Activation[] { Activation.Sin, Activation.Sin, Activation.Sin }")]
    [InlineData("[Activation.Sin, Activation.Elu, Activation.Silu, Activation.Relu]", "[Activation.Sin, Activation.Elu, Activation.Silu]")]
    [InlineData("new[] { Activation.Sin, Activation.Elu, Activation.Silu, Activation.Relu, Activation.Sin }", "new[] { Activation.Sin, Activation.Elu, Activation.Silu }")]
    public Task The_activations_are_cut_or_the_last_one_is_repeated(string wrong, string right) => VerifyAsync<ActivationCountCodeFix>(
        $"[Mlp(8, 64, 64, 1, Activations = {{|NRG0006:{wrong}|}}, Precision = Precision.Double)] partial class N;",
        $"[Mlp(8, 64, 64, 1, Activations = {right}, Precision = Precision.Double)] partial class N;");

    [Theory]
    [InlineData("[]")]
    [InlineData("new Activation[0]")]
    [InlineData("new Activation[1] { Activation.Sin }")]
    public Task Where_there_is_nothing_to_repeat_or_the_length_is_written_out_no_fix_is_offered(string activations) => VerifyAsync<ActivationCountCodeFix>(
        $"[Mlp(8, 64, 1, Activations = {{|NRG0006:{activations}|}})] partial class N;",
        $"[Mlp(8, 64, 1, Activations = {{|NRG0006:{activations}|}})] partial class N;");

    [Theory]
    [InlineData("8, 1, {|NRG0007:Hidden = Activation.Relu|}, Activations = [Activation.Tanh]", 0, "8, 1, Activations = [Activation.Tanh]")]
    [InlineData("8, 1, {|NRG0007:Hidden = Activation.Relu|}, Activations = [Activation.Tanh]", 1, "8, 1, Hidden = Activation.Relu")]
    [InlineData("8, 4, 1, {|NRG0007:Output = Activation.Elu|}, Activations = [Activation.Tanh, Activation.Sin], {|NRG0007:Hidden = Activation.Relu|} ", 0, "8, 4, 1, Activations = [Activation.Tanh, Activation.Sin] ")]
    [InlineData("8, 4, 1, {|NRG0007:Output = Activation.Elu|}, Activations = new[] { Activation.Tanh, Activation.Sin }, {|NRG0007:Hidden = Activation.Relu|}", 1, "8, 4, 1, Output = Activation.Elu, Hidden = Activation.Relu")]
    public Task Of_the_list_and_the_others_either_is_kept(string wrong, int choice, string right) => VerifyAsync<ActivationsTwiceCodeFix>(
        $"[Mlp({wrong})] partial class N;", $"[Mlp({right})] partial class N;", choice: choice);

    private static async Task VerifyAsync<TFix>(string before, string after, int? fixes = null, int? choice = null)
        where TFix : CodeFixProvider, new()
    {
        var test = new Test<TFix>
        {
            TestCode = AnalyzerCheck.Using + before,
            FixedCode = AnalyzerCheck.Using + after,
            ReferenceAssemblies = AnalyzerCheck.NoPackage,
            CompilerDiagnostics = CompilerDiagnostics.None,
            NumberOfIncrementalIterations = fixes,
            CodeActionIndex = choice,
        };
        test.TestState.AdditionalReferences.AddRange(TestReferences.All);
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Test<TFix> : CSharpCodeFixTest<MlpAnalyzer, TFix, DefaultVerifier>
        where TFix : CodeFixProvider, new()
    {
        protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.CSharp13);
    }
}
