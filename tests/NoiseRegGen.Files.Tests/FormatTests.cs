using System;
using System.Buffers.Binary;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text.Json;
using Xunit;

namespace NoiseRegGen.Files.Tests;

/// <summary>What is in the files, looked at with nothing but a JSON parser and the format's description.</summary>
public class FormatTests
{
    [Fact]
    public void Tensors_have_the_published_names_shapes_and_bytes_in_the_order_of_the_parameters()
    {
        using Folder folder = new();
        Networks.Small network = new(Values.Singles(26));
        ModelFile.Save(network, folder["a.safetensors"], Values.Table);
        byte[] bytes = File.ReadAllBytes(folder["a.safetensors"]);
        int length = (int)BinaryPrimitives.ReadInt64LittleEndian(bytes);
        // The format advises data on a multiple of 8 bytes.
        Assert.Equal(0, length % 8);
        using JsonDocument header = JsonDocument.Parse(bytes.AsMemory(8, length));
        (string Name, int[] Shape, int Begin, int End)[] expected =
        [
            ("layers.0.weight", [4, 3], 0, 48), ("layers.0.bias", [4], 48, 64),
            ("layers.1.weight", [2, 4], 64, 96), ("layers.1.bias", [2], 96, 104),
        ];
        Assert.Equal(["__metadata__", .. expected.Select(t => t.Name)], header.RootElement.EnumerateObject().Select(p => p.Name));
        foreach ((string name, int[] shape, int begin, int end) in expected)
        {
            JsonElement tensor = header.RootElement.GetProperty(name);
            Assert.Equal("F32", tensor.GetProperty("dtype").GetString());
            Assert.Equal(shape, tensor.GetProperty("shape").EnumerateArray().Select(n => n.GetInt32()));
            Assert.Equal([begin, end], tensor.GetProperty("data_offsets").EnumerateArray().Select(n => n.GetInt32()));
        }

        Assert.Equal(8 + length + 104, bytes.Length);
        for (int i = 0; i < 26; i++)
            Assert.Equal(network.Parameters[i], BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(8 + length + (4 * i))));
    }

    [Fact]
    public void The_metadata_are_text_and_say_what_the_network_is()
    {
        using Folder folder = new();
        ModelFile.Save(new Networks.SmallGelu(1), folder["a.safetensors"], Values.Table);
        byte[] bytes = File.ReadAllBytes(folder["a.safetensors"]);
        using JsonDocument header = JsonDocument.Parse(bytes.AsMemory(8, (int)BinaryPrimitives.ReadInt64LittleEndian(bytes)));
        JsonElement metadata = header.RootElement.GetProperty("__metadata__");
        Assert.All(metadata.EnumerateObject(), entry => Assert.Equal(JsonValueKind.String, entry.Value.ValueKind));
        Assert.Equal("1", metadata.GetProperty("noisereggen.version").GetString());
        Assert.Equal("3,4,2", metadata.GetProperty("noisereggen.layers").GetString());
        Assert.Equal("Gelu,Sigmoid", metadata.GetProperty("noisereggen.activations").GetString());
        Assert.Equal("Single", metadata.GetProperty("noisereggen.precision").GetString());
        using JsonDocument data = JsonDocument.Parse(metadata.GetProperty("noisereggen.data").GetString()!);
        JsonElement column = data.RootElement.GetProperty("inputs")[1];
        Assert.Equal("Geschwindigkeit, größte", column.GetProperty("name").GetString());
        Assert.Equal(-1e300, column.GetProperty("mean").GetDouble());
        Assert.Equal(2, column.GetProperty("scale").GetDouble());
    }

    [Fact]
    public void The_text_file_beside_it_is_the_agreed_one()
    {
        using Folder folder = new();
        Networks.Small network = new(Values.Singles(26));
        ModelFile.Save(network, folder["friction.v2.safetensors"]);
        var raw = new byte[26 * 4];
        for (int i = 0; i < 26; i++)
            BinaryPrimitives.WriteSingleLittleEndian(raw.AsSpan(4 * i), Values.Singles(26)[i]);
        string hash = Convert.ToHexStringLower(SHA256.HashData(raw));
        Assert.Equal(
            "{\"format\":\"noisereggen.mlp\",\"version\":1,\"layers\":[3,4,2],\"activations\":[\"Tanh\",\"Identity\"],"
            + $"\"precision\":\"Single\",\"parametersSha256\":\"{hash}\"}}\n",
            File.ReadAllText(folder["friction.v2.mlp.json"]));
        ModelDescription description = ModelDescription.Read(folder["friction.v2.mlp.json"]);
        Assert.Equal([3, 4, 2], description.Layers.ToArray());
        Assert.Equal([Activation.Tanh, Activation.Identity], description.Activations.ToArray());
        Assert.Equal((Precision.Single, hash), (description.Precision, description.ParametersSha256));
    }

    [Fact]
    public void Equal_networks_give_equal_bytes()
    {
        using Folder folder = new();
        ModelFile.Save(new Networks.Small(1), folder["a.safetensors"], Values.Table);
        ModelFile.Save(new Networks.Small(1), folder["b.safetensors"], Values.Table);
        Assert.Equal(File.ReadAllBytes(folder["a.safetensors"]), File.ReadAllBytes(folder["b.safetensors"]));
    }
}
