using System;
using System.IO;
using System.Linq;
using System.Numerics;
using Xunit;

namespace NoiseRegGen.Files.Tests;

public class RoundTripTests
{
    [Fact]
    public void A_network_in_single_precision_comes_back_bit_for_bit() => ComesBack<Networks.Small, float>();

    [Fact]
    public void A_network_in_double_precision_comes_back_bit_for_bit() => ComesBack<Networks.SmallDouble, double>();

    [Fact]
    public void A_network_of_one_layer_comes_back_bit_for_bit() => ComesBack<Networks.OneLayer, float>();

    [Fact]
    public void A_network_of_every_activation_and_more_than_ten_layers_comes_back_bit_for_bit() => ComesBack<Networks.EveryActivation, double>();

    [Fact]
    public void A_network_larger_than_a_block_comes_back_bit_for_bit() => ComesBack<Networks.Friction, float>();

    [Fact]
    public void Signed_zeros_and_denormals_come_back_bit_for_bit()
    {
        using Folder folder = new();
        Networks.OneLayer network = new([-0f, float.Epsilon, -float.MaxValue]);
        ModelFile.Save(network, folder["a.safetensors"]);
        Assert.Equal(
            Values.Bits<float>(network.Parameters),
            Values.Bits<float>(ModelFile.Load<Networks.OneLayer, float>(folder["a.safetensors"]).Network.Parameters));
    }

    [Fact]
    public void The_description_of_the_data_comes_back_equal()
    {
        using Folder folder = new();
        ModelFile.Save(new Networks.Small(1), folder["a.safetensors"], Values.Table);
        Assert.Equal(Values.Table, ModelFile.Load<Networks.Small, float>(folder["a.safetensors"]).Description.Data);
        Assert.Equal(Values.Table, ModelFile.Describe(folder["a.safetensors"]).Data);
        Assert.Equal(Values.Table, ModelFile.LoadInto(new Networks.Small(2), folder["a.safetensors"]).Data);
    }

    [Fact]
    public void A_thousand_columns_of_long_names_come_back_equal()
    {
        string[] names = [.. Enumerable.Range(0, 1000).Select(i => new string('n', 200) + i)];
        DataDescription data = new(names, Standardization.Identity(1000), ["y"], Standardization.Identity(1));
        Assert.Equal(data, DataDescription.Parse(data.ToJson(), "memory"));
    }

    [Fact]
    public void A_second_save_replaces_the_first_and_leaves_nothing_else()
    {
        using Folder folder = new();
        ModelFile.Save(new Networks.Small(1), folder["a.safetensors"], Values.Table);
        ModelFile.Save(new Networks.Small(2), folder["a.safetensors"]);
        LoadedModel<Networks.Small> loaded = ModelFile.Load<Networks.Small, float>(folder["a.safetensors"]);
        Assert.Equal(Values.Bits<float>(new Networks.Small(2).Parameters), Values.Bits<float>(loaded.Network.Parameters));
        Assert.Null(loaded.Description.Data);
        Assert.Equal([folder["a.mlp.json"], folder["a.safetensors"]], folder.Files.Order());
    }

    [Fact]
    public void The_precision_is_converted_only_when_asked()
    {
        using Folder folder = new();
        Networks.Small single = new(Values.Singles(26));
        ModelFile.Save(single, folder["f32.safetensors"]);
        ModelFileException refused = Assert.Throws<ModelFileException>(() => ModelFile.Load<Networks.SmallDouble, double>(folder["f32.safetensors"]));
        Assert.Contains("F64", refused.Expected, StringComparison.Ordinal);
        Assert.Contains("F32", refused.Found, StringComparison.Ordinal);
        ModelLoadOptions convert = new() { ConvertPrecision = true };
        Networks.SmallDouble widened = ModelFile.Load<Networks.SmallDouble, double>(folder["f32.safetensors"], convert).Network;
        Assert.Equal(Values.Singles(26).Select(v => (double)v), widened.Parameters.ToArray());

        ModelFile.Save(new Networks.SmallDouble(Values.Doubles(26)), folder["f64.safetensors"]);
        Assert.Throws<ModelFileException>(() => ModelFile.Load<Networks.Small, float>(folder["f64.safetensors"]));
        Networks.Small rounded = ModelFile.Load<Networks.Small, float>(folder["f64.safetensors"], convert).Network;
        Assert.Equal(Values.Doubles(26).Select(v => (float)v), rounded.Parameters.ToArray());
    }

    [Fact]
    public void A_double_that_is_infinite_as_a_single_is_refused()
    {
        using Folder folder = new();
        double[] parameters = Values.Doubles(26);
        parameters[20] = 1e39;
        ModelFile.Save(new Networks.SmallDouble(parameters), folder["a.safetensors"]);
        ModelFileException refused = Assert.Throws<ModelFileException>(
            () => ModelFile.Load<Networks.Small, float>(folder["a.safetensors"], new ModelLoadOptions { ConvertPrecision = true }));
        Assert.Contains("layers.1.weight", refused.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_arguments_are_named_and_nothing_is_written()
    {
        using Folder folder = new();
        Networks.Small network = new(1);
        Assert.Equal("network", Assert.Throws<ArgumentNullException>(() => ModelFile.Save<Networks.Small, float>(null!, folder["a"])).ParamName);
        Assert.Equal("path", Assert.Throws<ArgumentException>(() => ModelFile.Save(network, folder["a.mlp.json"])).ParamName);
        DataDescription other = new(["x"], Standardization.Identity(1), ["y"], Standardization.Identity(1));
        Assert.Equal("data", Assert.Throws<ArgumentException>(() => ModelFile.Save(network, folder["a.safetensors"], other)).ParamName);
        network.Parameters[25] = float.NaN;
        ArgumentException nan = Assert.Throws<ArgumentException>(() => ModelFile.Save(network, folder["a.safetensors"]));
        Assert.Contains("parameter 25 is NaN", nan.Message, StringComparison.Ordinal);
        Assert.Empty(folder.Files);
    }

    [Fact]
    public void A_missing_file_is_the_frameworks_own_exception() =>
        Assert.Throws<FileNotFoundException>(() => ModelFile.Describe(Path.Combine(Path.GetTempPath(), "no-such-file.safetensors")));

    private static void ComesBack<TNet, T>()
        where TNet : class, IMlp<TNet, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using Folder folder = new();
        string path = folder["a.safetensors"];
        TNet network = TNet.Create(3), other = TNet.Create(4);
        ModelFile.Save(network, path);
        LoadedModel<TNet> loaded = ModelFile.Load<TNet, T>(path);
        Assert.Equal(Values.Bits<T>(network.Parameters), Values.Bits<T>(loaded.Network.Parameters));
        ModelFile.LoadInto(other, path);
        Assert.Equal(Values.Bits<T>(network.Parameters), Values.Bits<T>(other.Parameters));
        ModelDescription description = ModelFile.Describe(path);
        Assert.Equal(TNet.LayerSizes.ToArray(), description.Layers.ToArray());
        Assert.Equal(TNet.LayerActivations.ToArray(), description.Activations.ToArray());
        Assert.Equal(typeof(T) == typeof(float) ? Precision.Single : Precision.Double, description.Precision);
        Assert.Null(description.Data);
    }
}
