using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace NoiseRegGen.Files.Tests;

/// <summary>Files of other programs: names and shapes decide.</summary>
public class NameTests
{
    [Theory]
    [InlineData("layers.0", "layers.1")]
    [InlineData("0", "2")]
    [InlineData("net.0", "net.2")]
    [InlineData("fc1", "fc2")]
    [InlineData("model.0.net.3", "model.0.net.12")]
    [InlineData("layers.0.linear", "layers.1.linear")]
    public void A_sequence_of_numbered_layers_is_one(string first, string second)
    {
        float[] parameters = Loading.FromMemory<Networks.Small, float>(ForeignFile.Build(ForeignFile.Small(first, second)));
        Assert.Equal([.. Values.Singles(12), .. Values.Singles(4), .. Values.Singles(8), .. Values.Singles(2)], parameters);
    }

    [Fact]
    public void The_order_in_the_file_does_not_matter()
    {
        List<ForeignFile.Tensor> tensors = ForeignFile.Small();
        float[] expected = Loading.FromMemory<Networks.Small, float>(ForeignFile.Build(tensors));
        tensors.Reverse();
        Assert.Equal(expected, Loading.FromMemory<Networks.Small, float>(ForeignFile.Build(tensors)));
    }

    [Fact]
    public void A_single_layer_needs_no_number() => Assert.Equal(
        [.. Values.Singles(2), .. Values.Singles(1)],
        Loading.FromMemory<Networks.OneLayer, float>(ForeignFile.Build([ForeignFile.Single("weight", 1, 2), ForeignFile.Single("bias", 1)])));

    [Fact]
    public void Metadata_of_another_program_are_no_hindrance() =>
        Loading.FromMemory<Networks.Small, float>(ForeignFile.Build(ForeignFile.Small(), "{\"format\":\"pt\",\"step\":\"12\"}"));

    [Theory]
    [InlineData("encoder.0", "decoder.0")]
    [InlineData("encoder.0", "decoder.1")]
    [InlineData("0", "net.1")]
    [InlineData("layers.1", "layers.01")]
    [InlineData("first", "second")]
    [InlineData("layers.0", "layers.99999999999")]
    public void Names_that_allow_no_single_reading_are_refused(string first, string second) =>
        Loading.Refused<Networks.Small, float>(ForeignFile.Build(ForeignFile.Small(first, second)));

    [Fact]
    public void A_tensor_that_is_no_parameter_is_named()
    {
        ModelFileException exception = Loading.Refused<Networks.Small, float>(
            ForeignFile.Build([.. ForeignFile.Small(), ForeignFile.Single("norm.running_mean", 4)]));
        Assert.Contains("norm.running_mean", exception.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "layers.0.bias")]
    [InlineData(1, "layers.0.weight")]
    [InlineData(2, "layers.1.bias")]
    [InlineData(3, "layers.1.weight")]
    public void A_missing_tensor_is_told_by_its_partner(int missing, string partner)
    {
        List<ForeignFile.Tensor> tensors = ForeignFile.Small();
        tensors.RemoveAt(missing);
        Assert.Contains(partner, Loading.Refused<Networks.Small, float>(ForeignFile.Build(tensors)).Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_difference_in_shape_is_named()
    {
        List<ForeignFile.Tensor> tensors = ForeignFile.Small();
        tensors[0] = ForeignFile.Single("layers.0.weight", 4, 5);
        ModelFileException exception = Loading.Refused<Networks.Small, float>(ForeignFile.Build(tensors));
        Assert.Contains("[4, 3] of 'layers.0.weight' for a Small", exception.Expected, StringComparison.Ordinal);
        Assert.Equal("[4, 5]", exception.Found);
        Assert.Contains("4 columns of 'layers.1.weight'", Shape("layers.1.weight", 2, 3, at: 2).Expected, StringComparison.Ordinal);
        Assert.Contains("[4]", Shape("layers.0.bias", 5, 0, at: 1).Expected, StringComparison.Ordinal);
        Assert.Contains("2 layers", Loading.Refused<Networks.Small, float>(ForeignFile.Build(tensors.Take(2))).Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void The_activations_of_our_own_files_must_agree()
    {
        using Folder folder = new();
        ModelFile.Save(new Networks.Small(1), folder["a.safetensors"]);
        ModelFileException exception = Assert.Throws<ModelFileException>(() => ModelFile.Load<Networks.SmallGelu, float>(folder["a.safetensors"]));
        Assert.Contains("Gelu in layer 0", exception.Expected, StringComparison.Ordinal);
        Assert.Equal("Tanh", exception.Found);
    }

    [Fact]
    public void Mixed_precision_is_refused_even_where_conversion_is_allowed()
    {
        List<ForeignFile.Tensor> tensors = ForeignFile.Small();
        tensors[2] = ForeignFile.Double("layers.1.weight", 2, 4);
        tensors[3] = ForeignFile.Double("layers.1.bias", 2);
        Loading.Refused<Networks.Small, float>(ForeignFile.Build(tensors), new ModelLoadOptions { ConvertPrecision = true });
        tensors[2] = ForeignFile.Single("layers.1.weight", 2, 4);
        Loading.Refused<Networks.Small, float>(ForeignFile.Build(tensors), new ModelLoadOptions { ConvertPrecision = true });
    }

    private static ModelFileException Shape(string name, long rows, long columns, int at)
    {
        List<ForeignFile.Tensor> tensors = ForeignFile.Small();
        tensors[at] = columns == 0 ? ForeignFile.Single(name, rows) : ForeignFile.Single(name, rows, columns);
        return Loading.Refused<Networks.Small, float>(ForeignFile.Build(tensors));
    }
}
