using System;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using NoiseRegGen.Generator.Diagnostics;
using NoiseRegGen.Generator.Tests.Harness;
using Xunit;

namespace NoiseRegGen.Generator.Tests;

/// <summary>What is said about a project without the runtime library, and about calls of a network with kinks.</summary>
public class UsageAnalyzerTests
{
    // The members as the generator adds them, as far as these rules look at them.
    private const string Members = """

        partial class N
        {
            public void Laplacians(float[] x) { }
            public void Laplacians(float[] x, int probe) { }
            public void ExpandNoise(float[] x) { }
            public void PenalizedGradient(float[] x) { }
            public void CorrectedGradient(float[] x) { }
            public void SquaredGradientNorms(float[] x) { }
            public float Gradient(float[] x) => 0;
        }
        """;

    [Theory]
    [InlineData("[{|#0:Mlp|}(8, 1)] partial class N;")]
    [InlineData("[{|#0:MlpAttribute|}(8, 1)] partial class N;")]
    [InlineData("[{|#0:NoiseRegGen.Mlp|}(8, 1)] partial class N;")]
    [InlineData("[System.Serializable, {|#0:global::NoiseRegGen.MlpAttribute|}(8, 1)] partial class N;")]
    public Task Without_the_library_the_attribute_is_marked(string source) => VerifyAsync<RuntimeAnalyzer>(
        source,
        TestReferences.Framework,
        AnalyzerCheck.Expected("NRG0025", "The network 'N' needs the runtime library NoiseRegGen, but this project has no type 'NoiseRegGen.MlpAttribute'"));

    [Fact]
    public Task A_copy_of_the_attribute_without_the_library_is_marked() => VerifyAsync<RuntimeAnalyzer>(
        "[{|#0:NoiseRegGen.Mlp|}(8, 1)] partial class N; namespace NoiseRegGen { class MlpAttribute(params int[] sizes) : System.Attribute; }",
        TestReferences.Framework,
        AnalyzerCheck.Expected("NRG0025", "The network 'N' needs the runtime library NoiseRegGen, but the assembly 'TestProject' of the attribute has no type 'NoiseRegGen.IMlp`2'"));

    [Fact]
    public void A_copy_of_the_attribute_without_the_library_generates_nothing() => Assert.Empty(GeneratorRun.Of(TestProject.Of(
        "[NoiseRegGen.Mlp(8, 1)] partial class N; namespace NoiseRegGen { class MlpAttribute(params int[] sizes) : System.Attribute; }",
        runtime: false)).Files);

    [Theory]
    [InlineData("[Mlp(8, 1)] partial class N; class MlpAttribute(params int[] sizes) : System.Attribute;")]
    [InlineData("[Other.Mlp] partial class N; namespace Other { class MlpAttribute : System.Attribute; }")]
    [InlineData("[Mlp(8, 1)] struct N;")]
    [InlineData("[System.Serializable] class N;")]
    public Task Without_the_library_nothing_else_is_marked(string source) => VerifyAsync<RuntimeAnalyzer>(source, TestReferences.Framework);

    [Theory]
    [InlineData("8, 4, 1, Hidden = Activation.Relu", "n.{|#0:Laplacians|}(x)", "Laplacians", "Relu")]
    [InlineData("8, 4, 1, Hidden = Activation.LeakyRelu", "n.{|#0:Laplacians|}(x, 1)", "Laplacians", "LeakyRelu")]
    [InlineData("8, 4, 1, Output = Activation.Relu", "n?.{|#0:ExpandNoise|}(x)", "ExpandNoise", "Relu")]
    [InlineData("8, 4, 4, 1, Activations = [Activation.Relu, Activation.Tanh, Activation.LeakyRelu]", "n.{|#0:PenalizedGradient|}(x)", "PenalizedGradient", "Relu and LeakyRelu")]
    [InlineData("8, 4, 1, Hidden = Activation.Relu", "new N().{|#0:CorrectedGradient|}(x)", "CorrectedGradient", "Relu")]
    public Task A_call_that_takes_second_derivatives_at_kinks_has_a_hint(string arguments, string call, string method, string activations) => VerifyAsync<KinkAnalyzer>(
        $"using NoiseRegGen; [Mlp({arguments})] partial class N; class User {{ void Use(N n, float[] x) => {call}; }}{Members}",
        TestReferences.All,
        new DiagnosticResult("NRG0026", DiagnosticSeverity.Info).WithLocation(0).WithMessage(
            $"'{method}' takes the second derivative of {activations} in 'N' as 0, at its kink too: there it is not what noise on the weights does"));

    [Theory]
    [InlineData("8, 4, 1, Hidden = Activation.Relu", "n.Gradient(x)")]
    [InlineData("8, 4, 1, Hidden = Activation.Relu", "n.SquaredGradientNorms(x)")]
    [InlineData("8, 4, 1, Hidden = Activation.Elu", "n.Laplacians(x)")]
    [InlineData("8, 4, 1, Hidden = Activation.Gelu", "n.PenalizedGradient(x)")]
    [InlineData("8, 4, 1", "n.CorrectedGradient(x)")]
    [InlineData("8, 1, Hidden = Activation.Relu", "n.Laplacians(x)")]
    [InlineData("8, 0, Hidden = Activation.Relu", "n.Laplacians(x)")]
    public Task Another_call_or_activation_has_none(string arguments, string call) => VerifyAsync<KinkAnalyzer>(
        $"using NoiseRegGen; [Mlp({arguments})] partial class N; class User {{ void Use(N n, float[] x) => {call}; }}{Members}", TestReferences.All);

    [Fact]
    public Task A_method_of_that_name_of_a_class_without_a_network_has_none() => VerifyAsync<KinkAnalyzer>(
        $"partial class N; class User {{ void Use(N n, float[] x) => n.Laplacians(x); }}{Members}", TestReferences.All);

    [Fact]
    public void Every_analyzer_and_every_descriptor_is_among_the_rules()
    {
        Assert.Equal(
            typeof(MlpAnalyzer).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer))).Select(static type => type.Name).Order(),
            Rules.Analyzers.Select(static analyzer => analyzer.GetType().Name).Order());
        Assert.Equal(
            typeof(Descriptors).GetFields(BindingFlags.Static | BindingFlags.Public).Select(static field => field.GetValue(null)).OfType<DiagnosticDescriptor>().Select(static rule => rule.Id).Order(),
            Rules.All.Select(static rule => rule.Id).Order());
    }

    private static async Task VerifyAsync<TAnalyzer>(string source, ImmutableArray<MetadataReference> references, params DiagnosticResult[] expected)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var test = new Test<TAnalyzer>
        {
            TestCode = source,
            ReferenceAssemblies = AnalyzerCheck.NoPackage,
            CompilerDiagnostics = CompilerDiagnostics.None,
        };
        test.TestState.AdditionalReferences.AddRange(references);
        test.ExpectedDiagnostics.AddRange(expected);
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Test<TAnalyzer> : CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.CSharp13);
    }
}
