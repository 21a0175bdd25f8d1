using System;
using System.IO;
using System.Linq;
using System.Text;
using Xunit;

namespace NoiseRegGen.Files.Tests;

/// <summary>The text file beside a model.</summary>
public class DescriptionTests
{
    private const string Hash = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private const string Good =
        "{\"format\":\"noisereggen.mlp\",\"version\":1,\"layers\":[3,4,2],\"activations\":[\"Tanh\",\"Identity\"],\"precision\":\"Single\",\"parametersSha256\":\"" + Hash + "\"}";

    [Fact]
    public void White_space_another_order_unknown_members_and_a_byte_order_mark_are_taken()
    {
        using Folder folder = new();
        string text = "\ufeff{ \"comment\": \"mine\", \"version\": 1, \"format\": \"noisereggen.mlp\",\r\n \"precision\": \"Double\", \"layers\": [3, 2], \"activations\": [\"Sin\"], \"parametersSha256\": \"" + Hash + "\" }\n";
        ModelDescription description = ModelDescription.Read(folder.Write("a.mlp.json", Encoding.UTF8.GetBytes(text)));
        Assert.Equal([3, 2], description.Layers.ToArray());
        Assert.Equal(Precision.Double, description.Precision);
    }

    [Theory]
    [InlineData("noisereggen.mlp\"", "noisereggen.mlq\"")]
    [InlineData("\"version\":1", "\"version\":2")]
    [InlineData("\"version\":1", "\"version\":1.5")]
    [InlineData("\"version\":1,", "")]
    [InlineData("[3,4,2]", "[3]")]
    [InlineData("[3,4,2]", "[3,0,2]")]
    [InlineData("[3,4,2]", "[3,99999999999,2]")]
    [InlineData("[3,4,2]", "[3,4]")]
    [InlineData("[3,4,2]", "[[3],4,2]")]
    [InlineData("[3,4,2]", "7")]
    [InlineData("\"Tanh\"", "\"tanh\"")]
    [InlineData("\"Tanh\"", "\"4\"")]
    [InlineData("\"Tanh\"", "null")]
    [InlineData("\"Single\"", "\"Single, Double\"")]
    [InlineData("0123", "012G")]
    [InlineData("0123", "012")]
    [InlineData("{", "")]
    [InlineData("}", "} x")]
    [InlineData("\"format\"", "\"precision\":\"Double\",\"format\"")]
    public void A_broken_one_is_refused(string part, string replacement)
    {
        using Folder folder = new();
        string text = Good.Replace(part, replacement, StringComparison.Ordinal);
        Assert.NotEqual(Good, text);
        string path = folder.Write("a.mlp.json", Encoding.UTF8.GetBytes(text));
        Assert.Equal(path, Assert.Throws<ModelFileException>(() => ModelDescription.Read(path)).Path);
    }

    [Fact]
    public void One_cut_short_at_any_length_is_refused()
    {
        for (int length = 0; length < Good.Length; length++)
            Assert.Throws<ModelFileException>(() => ModelDescription.Parse(Encoding.UTF8.GetBytes(Good[..length]), "memory"));
    }

    [Fact]
    public void One_that_is_too_long_is_refused_unread()
    {
        using Folder folder = new();
        string path = folder.Write("a.mlp.json", new byte[(1 << 16) + 1]);
        Assert.Contains("at most 65536 bytes", Assert.Throws<ModelFileException>(() => ModelDescription.Read(path)).Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_hash_is_checked_when_weights_are_loaded()
    {
        using Folder folder = new();
        ModelFile.Save(new Networks.Small(1), folder["a.safetensors"]);
        ModelFile.Save(new Networks.Small(2), folder["b.safetensors"]);
        File.Copy(folder["b.mlp.json"], folder["a.mlp.json"], overwrite: true);
        Networks.Small network = new(3);
        ModelFileException exception = Assert.Throws<ModelFileException>(() => ModelFile.LoadInto(network, folder["a.safetensors"]));
        Assert.Contains("a.mlp.json", exception.Expected, StringComparison.Ordinal);
        Assert.Contains("not of one save", exception.Found, StringComparison.Ordinal);
        Assert.Equal(Values.Bits<float>(new Networks.Small(3).Parameters), Values.Bits<float>(network.Parameters));
        File.Delete(folder["a.mlp.json"]);
        ModelFile.LoadInto(network, folder["a.safetensors"]);
        Assert.Equal(Values.Bits<float>(new Networks.Small(1).Parameters), Values.Bits<float>(network.Parameters));
    }

    [Fact]
    public void The_weights_of_another_program_are_held_against_it_too()
    {
        using Folder folder = new();
        Networks.Small network = new(Values.Singles(26));
        ModelFile.Save(network, folder["a.safetensors"]);
        // Each tensor of ForeignFile begins with the values anew, so these are other parameters.
        File.WriteAllBytes(folder["a.safetensors"], ForeignFile.Build(ForeignFile.Small()));
        Assert.Throws<ModelFileException>(() => ModelFile.Load<Networks.Small, float>(folder["a.safetensors"]));
        File.Copy(Values.Committed("Interop/reference-f32.safetensors"), folder["a.safetensors"], overwrite: true);
        Assert.Equal(Values.Singles(26), ModelFile.Load<Networks.Small, float>(folder["a.safetensors"]).Network.Parameters.ToArray());
    }
}
