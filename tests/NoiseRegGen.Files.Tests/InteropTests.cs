using System;
using System.IO;
using System.Linq;
using Xunit;

namespace NoiseRegGen.Files.Tests;

/// <summary>
/// Files written and read by the format's own implementation (in Rust): Interop/make.sh made reference-*.safetensors with it, and had it
/// read ours-*.safetensors, with what it found in ours-*.txt.
/// </summary>
public class InteropTests
{
    [Fact]
    public void Singles_of_the_reference_implementation_load_bit_for_bit() => Assert.Equal(
        Values.Bits<float>(Values.Singles(26)),
        Values.Bits<float>(ModelFile.Load<Networks.Small, float>(Values.Committed("Interop/reference-f32.safetensors")).Network.Parameters));

    [Fact]
    public void Doubles_of_the_reference_implementation_load_bit_for_bit() => Assert.Equal(
        Values.Bits<double>(Values.Doubles(26)),
        Values.Bits<double>(ModelFile.Load<Networks.SmallDouble, double>(Values.Committed("Interop/reference-f64.safetensors")).Network.Parameters));

    [Fact]
    public void The_names_of_a_torch_sequential_load_bit_for_bit()
    {
        LoadedModel<Networks.Small> loaded = ModelFile.Load<Networks.Small, float>(Values.Committed("Interop/reference-sequential.safetensors"));
        Assert.Equal(Values.Bits<float>(Values.Singles(26)), Values.Bits<float>(loaded.Network.Parameters));
        Assert.Equal([3, 4, 2], loaded.Description.Layers.ToArray());
        Assert.Empty(loaded.Description.Activations);
        Assert.Null(loaded.Description.ParametersSha256);
    }

    [Fact]
    public void Our_files_are_the_ones_that_the_reference_implementation_read()
    {
        using Folder folder = new();
        Save(folder["ours-f32.safetensors"], folder["ours-f64.safetensors"]);
        foreach (string name in (string[])["ours-f32.safetensors", "ours-f64.safetensors"])
            Assert.Equal(File.ReadAllBytes(Values.Committed("Interop/" + name)), File.ReadAllBytes(folder[name]));
    }

    [Theory]
    [InlineData("ours-f32.txt", "F32")]
    [InlineData("ours-f64.txt", "F64")]
    public void The_reference_implementation_found_in_our_files_what_was_saved(string name, string dtype)
    {
        byte[] bits = dtype == "F32" ? Values.Bits<float>(Values.Singles(26)) : Values.Bits<double>(Values.Doubles(26));
        int size = bits.Length / 26;
        string Hex(int from, int to) => Convert.ToHexStringLower(bits.AsSpan((size * from)..(size * to)));
        string[] expected =
        [
            $"layers.0.bias {dtype} [4] {Hex(12, 16)}", $"layers.0.weight {dtype} [4, 3] {Hex(0, 12)}",
            $"layers.1.bias {dtype} [2] {Hex(24, 26)}", $"layers.1.weight {dtype} [2, 4] {Hex(16, 24)}",
        ];
        string[] lines = File.ReadAllLines(Values.Committed("Interop/" + name));
        Assert.Equal(expected, lines.Where(line => line.StartsWith("layers.", StringComparison.Ordinal)));
        Assert.Contains("noisereggen.layers = 3,4,2", lines);
        Assert.Contains("noisereggen.activations = Tanh,Identity", lines);
    }

    /// <summary>Writes the files that the reference implementation is to read; run by hand alone, see Interop/make.sh.</summary>
    [Fact(Explicit = true)]
    public void Files_for_the_reference_implementation_are_written_on_demand()
    {
        // From bin/CONFIGURATION/FRAMEWORK to the project.
        string folder = Path.Combine(AppContext.BaseDirectory, "../../../Data/Interop");
        Save(Path.Combine(folder, "ours-f32.safetensors"), Path.Combine(folder, "ours-f64.safetensors"));
        File.Delete(Path.Combine(folder, "ours-f32.mlp.json"));
        File.Delete(Path.Combine(folder, "ours-f64.mlp.json"));
    }

    private static void Save(string single, string @double)
    {
        ModelFile.Save(new Networks.Small(Values.Singles(26)), single, Values.Table);
        ModelFile.Save(new Networks.SmallDouble(Values.Doubles(26)), @double);
    }
}
