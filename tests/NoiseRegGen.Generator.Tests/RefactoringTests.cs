using System.Threading.Tasks;
using NoiseRegGen.CodeFixes;
using NoiseRegGen.Generator.Tests.Harness;
using Xunit;

namespace NoiseRegGen.Generator.Tests;

/// <summary>The two ways to name activations, each made of the other.</summary>
public class RefactoringTests
{
    [Theory]
    [InlineData("8, 64, 64, 1", "8, 64, 64, 1, Activations = [Activation.Tanh, Activation.Tanh, Activation.Identity]")]
    [InlineData("8, 1, Output = Activation.Sigmoid", "8, 1, Activations = [Activation.Sigmoid]")]
    [InlineData(
        "8, 4, 1, Hidden = Activation.Relu, Precision = Precision.Double, Output = Activation.Sin",
        "8, 4, 1, Precision = Precision.Double, Activations = [Activation.Relu, Activation.Sin]")]
    [InlineData("new[] { 8, 4, 1 }, Hidden = Activation.Elu", "new[] { 8, 4, 1 }, Activations = [Activation.Elu, Activation.Identity]")]
    public async Task Hidden_and_Output_are_written_out_for_every_layer_and_what_is_else_stays(string before, string after)
    {
        await VerifyAsync($"[$$Mlp({before})] partial class N;", $"[Mlp({after})] partial class N;");
        await VerifyAsync($"[System.Serializable, Mlp({before}$$)]\npartial class N;", $"[System.Serializable, Mlp({after})]\npartial class N;");
    }

    [Theory]
    [InlineData("8, 64, 64, 1, Activations = [Activation.Sin, Activation.Sin, Activation.Identity]", "8, 64, 64, 1, Hidden = Activation.Sin")]
    [InlineData("8, 4, 1, Activations = new[] { Activation.Sin, Activation.Relu }, Precision = Precision.Double", "8, 4, 1, Precision = Precision.Double, Hidden = Activation.Sin, Output = Activation.Relu")]
    [InlineData("8, 1, Activations = [Activation.Sigmoid]", "8, 1, Output = Activation.Sigmoid")]
    [InlineData("8, 1, Activations = [Activation.Identity]", "8, 1, Output = Activation.Identity")]
    public Task A_list_with_alike_hidden_layers_is_written_short(string before, string after) =>
        VerifyAsync($"[Mlp({before}$$)] partial class N;", $"[Mlp({after})] partial class N;");

    [Fact]
    public Task Without_the_using_the_names_are_written_in_full() => VerifyAsync(
        "[$$NoiseRegGen.Mlp(8, 4, 1)] partial class N;",
        "[NoiseRegGen.Mlp(8, 4, 1, Activations = [NoiseRegGen.Activation.Tanh, NoiseRegGen.Activation.Identity])] partial class N;",
        start: "");

    [Theory]
    [InlineData("[Mlp(8, 4, 4, 1, $$Activations = [Activation.Sin, Activation.Relu, Activation.Identity])] partial class N;")]
    [InlineData("[Mlp(8, 0, 1$$)] partial class N;")]
    [InlineData("[$$System.Serializable] [Mlp(8, 1)] partial class N;")]
    [InlineData("[Mlp(8, 1)] partial class $$N;")]
    [InlineData("[Mlp($$8, 1)] struct N;")]
    public Task Where_the_hidden_layers_differ_or_the_attribute_is_wrong_or_another_nothing_is_offered(string source) =>
        VerifyAsync(source, source.Replace("$$", ""));

    private static Task VerifyAsync(string before, string after, string start = AnalyzerCheck.Using) =>
        RefactoringCheck.VerifyAsync(new ActivationsRefactoring(), start + before, start + after);
}
