using System.Linq;
using NoiseRegGen.Generator.Model;
using NoiseRegGen.Generator.Tests.Harness;
using Xunit;

namespace NoiseRegGen.Generator.Tests;

/// <summary>What the attribute's arguments mean.</summary>
public class ParserTests
{
    [Theory]
    [InlineData("8, 64, 64, 1")]
    [InlineData("new[] { 8, 64, 64, 1 }")]
    [InlineData("new int[] { 8, 64, 64, 1 }")]
    [InlineData("new int[4] { 8, 64, 64, 1 }")]
    [InlineData("[8, 64, 64, 1]")]
    [InlineData("layerSizes: [8, 64, 64, 1]")]
    [InlineData("4 + 4, Network.Width, (int)64L, 1")]
    [InlineData("8, 64, 64, 1, Activations = null")]
    public void Every_legal_spelling_of_the_sizes_gives_the_same_layers(string arguments)
    {
        NetworkModel network = Parse(arguments).Network;
        Assert.Equal(
            [
                new LayerModel(1, 8, 64, ActivationKind.Tanh),
                new LayerModel(2, 64, 64, ActivationKind.Tanh),
                new LayerModel(3, 64, 1, ActivationKind.Identity),
            ],
            network.Layers);
        Assert.Equal(ScalarKind.Single, network.Scalar);
    }

    [Theory]
    [InlineData("Activations = new[] { Activation.Relu, Activation.Sin, Activation.Gelu }")]
    [InlineData("Activations = new Activation[] { Activation.Relu, Activation.Sin, Activation.Gelu }")]
    [InlineData("Activations = [Activation.Relu, Activation.Sin, Activation.Gelu]")]
    [InlineData("Activations = [(Activation)1, Activation.Sin, Activation.Gelu]")]
    public void Every_legal_spelling_of_the_activations_gives_the_same_layers(string activations) => Assert.Equal(
        [ActivationKind.Relu, ActivationKind.Sin, ActivationKind.Gelu],
        Parse($"2, 3, 3, 2, {activations}").Network.Layers.Select(static layer => layer.Activation));

    [Fact]
    public void Hidden_and_Output_name_the_activations_of_their_layers() => Assert.Equal(
        [ActivationKind.Elu, ActivationKind.Elu, ActivationKind.Sigmoid],
        Parse("2, 3, 3, 2, Hidden = Activation.Elu, Output = Activation.Sigmoid").Network.Layers.Select(static layer => layer.Activation));

    [Fact]
    public void The_enumeration_of_the_runtime_and_that_of_the_model_are_the_same()
    {
        Assert.Equal(
            System.Enum.GetValues<Activation>().Select(static value => ((int)value, value.ToString())),
            System.Enum.GetValues<ActivationKind>().Select(static value => ((int)value, value.ToString())));
        Assert.Equal(
            System.Enum.GetValues<Precision>().Select(static value => ((int)value, value.ToString())),
            System.Enum.GetValues<ScalarKind>().Select(static value => ((int)value, value.ToString())));
    }

    [Fact]
    public void Precision_Double_is_double() => Assert.Equal(ScalarKind.Double, Parse("2, 3, Precision = Precision.Double").Network.Scalar);

    [Theory]
    [InlineData("8, 64, 64, 1", "[Mlp(8, 64, 64, 1, Hidden = Activation.Tanh)]")]
    [InlineData("new[] { 8, 64, 1 }, Hidden = Activation.Relu", "[Mlp(8, 64, 1, Hidden = Activation.Relu)]")]
    [InlineData("3, 1", "[Mlp(3, 1)]")]
    [InlineData("3, 1, Hidden = Activation.Relu, Output = Activation.Softplus", "[Mlp(3, 1, Output = Activation.Softplus)]")]
    [InlineData("3, 2, 1, Activations = new[] { Activation.Sin, Activation.Identity }", "[Mlp(3, 2, 1, Hidden = Activation.Sin)]")]
    [InlineData(
        "[3, 2, 2, 1], Precision = Precision.Double, Activations = [Activation.Sin, Activation.Elu, Activation.Silu]",
        "[Mlp(3, 2, 2, 1, Activations = [Activation.Sin, Activation.Elu, Activation.Silu], Precision = Precision.Double)]")]
    public void The_attribute_is_told_back_in_one_normal_form(string arguments, string expected) =>
        Assert.Equal(expected, Parse(arguments).AttributeText);

    [Fact]
    public void The_attribute_told_back_means_the_same_network()
    {
        MlpModel model = Parse("5, 4, 3, 2, Activations = [Activation.Sin, Activation.Elu, Activation.Silu], Precision = Precision.Double");
        Assert.Equal(model.Network, Parse(model.AttributeText["[Mlp(".Length..^")]".Length]).Network);
    }

    [Fact]
    public void A_class_with_the_attribute_on_two_parts_is_generated_once()
    {
        GeneratorRun run = GeneratorRun.Of("[NoiseRegGen.Mlp(1, 2)] partial class C; [NoiseRegGen.Mlp(1, 3)] partial class C;");
        Assert.Equal(2, Assert.Single(run.Models).Network.Layers[0].Outputs);
    }

    [Theory]
    [InlineData("\"8\", 1")]
    [InlineData("8, x")]
    [InlineData("8, 1, Activations = [Activation.Missing]")]
    [InlineData("8,")]
    public void An_attribute_that_does_not_compile_is_left_to_the_compiler(string arguments) =>
        Assert.Empty(GeneratorRun.Of($"using NoiseRegGen; [Mlp({arguments})] partial class C;").Models);

    [Fact]
    public void An_attribute_of_the_same_name_from_elsewhere_means_nothing() =>
        Assert.Empty(GeneratorRun.Of("namespace Other; class MlpAttribute(params int[] s) : System.Attribute { int[] S => s; } [Mlp(8, 1)] partial class C;").Models);

    private static MlpModel Parse(string arguments) => GeneratorRun
        .Of($"using NoiseRegGen; [Mlp({arguments})] partial class Network {{ internal const int Width = 64; }}")
        .Models.Single();
}
