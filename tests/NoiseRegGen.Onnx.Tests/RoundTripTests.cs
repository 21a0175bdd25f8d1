using System;
using System.IO;
using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using NoiseRegGen.Files;
using NoiseRegGen.Onnx.Tests.Harness;
using NoiseRegGen.Onnx.Tests.Networks;
using Xunit;

namespace NoiseRegGen.Onnx.Tests;

/// <summary>What is saved comes back.</summary>
public class RoundTripTests
{
    private static readonly DataDescription Table = new(
        ["speed", "load, max \"kN\"", "\u03bc"], new Standardization([0.1, -2e6, 1.0 / 3], [1e-3, 7, 0.7]), ["force", "heat"], new Standardization([40, -0.2], [3, 1e5]));

    public static TheoryData<string> Networks => NetworkCase.All;

    [Theory]
    [MemberData(nameof(Networks))]
    public void A_network_comes_back_bit_for_bit(string name) => NetworkCase.Get(name).Accept(new RoundTrip());

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Column_names_and_standardisation_come_back_exactly(bool fold)
    {
        using TemporaryFolder folder = new();
        string path = folder.File("n.onnx");
        var network = Numbers.Network<Mixed.TanhTanhIdentity, float>();
        OnnxFile.Save(network, path, new OnnxSaveOptions { Data = Table, FoldStandardization = fold });
        LoadedModel<Mixed.TanhTanhIdentity> loaded = OnnxFile.Load<Mixed.TanhTanhIdentity, float>(path);
        Assert.Equal(Table, loaded.Description.Data);
        Numbers.AssertSameBits<float>(network.Parameters, loaded.Network.Parameters);
    }

    [Fact]
    public void Standardisation_comes_back_from_the_graph_where_there_is_no_metadata()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("n.onnx");
        OnnxFile.Save(Numbers.Network<Mixed.TanhTanhIdentityDouble, double>(), path, new OnnxSaveOptions { Data = Table, FoldStandardization = true });
        ModelEdit.Apply(path, ModelEdit.Anonymize);
        DataDescription? data = OnnxFile.Load<Mixed.TanhTanhIdentityDouble, double>(path).Description.Data;
        Assert.Equal(new DataDescription(["x0", "x1", "x2"], Table.Inputs, ["y0", "y1"], Table.Targets), data);
    }

    [Fact]
    public void A_network_of_one_number_is_not_taken_for_its_standardisation()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("n.onnx");
        var table = new DataDescription(["a"], new Standardization([3], [2]), ["b"], new Standardization([5], [7]));
        var network = Numbers.Network<Mixed.Scalar, float>();
        OnnxFile.Save(network, path, new OnnxSaveOptions { Data = table, FoldStandardization = true });
        LoadedModel<Mixed.Scalar> loaded = OnnxFile.Load<Mixed.Scalar, float>(path);
        Assert.Equal(table, loaded.Description.Data);
        Numbers.AssertSameBits<float>(network.Parameters, loaded.Network.Parameters);
    }

    [Fact]
    public void A_stream_gets_the_same_bytes_as_a_file_and_the_same_network_always_gives_the_same_bytes()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("n.onnx");
        var network = Numbers.Network<Activated.SiluDouble, double>();
        OnnxFile.Save(network, path);
        using MemoryStream stream = new();
        OnnxFile.Save(network, stream);
        Assert.Equal(File.ReadAllBytes(path), stream.ToArray());
        Assert.Equal(["n.onnx"], Directory.GetFiles(folder.Root).Select(static file => Path.GetFileName(file)));
    }

    [Fact]
    public void What_cannot_be_saved_leaves_the_older_file_as_it_was()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("n.onnx");
        var network = Numbers.Network<Mixed.Wider, float>();
        OnnxFile.Save(network, path);
        byte[] before = File.ReadAllBytes(path);
        network.Parameters[5] = float.NaN;
        Assert.Throws<ArgumentException>("network", () => OnnxFile.Save(network, path));
        network.Parameters[5] = 1;
        Assert.Throws<ArgumentException>("options", () => OnnxFile.Save(network, path, new OnnxSaveOptions { FoldStandardization = true }));
        Assert.Throws<ArgumentException>("data", () => OnnxFile.Save(network, path, new OnnxSaveOptions
        {
            Data = new DataDescription(["a"], Standardization.Identity(1), ["b"], Standardization.Identity(1)),
        }));
        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Single(Directory.GetFiles(folder.Root));
        Assert.Throws<DirectoryNotFoundException>(() => OnnxFile.Save(network, folder.File("missing/n.onnx")));
    }

    [Fact]
    public void A_class_that_a_file_defines_takes_the_parameters_whose_hash_the_file_has_and_no_others()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("n.onnx");
        var network = FromFile.Create([.. Enumerable.Range(0, FromFile.ParameterCount).Select(static index => index / 8.0)]);
        OnnxFile.Save(network, path);
        Numbers.AssertSameBits<double>(network.Parameters, OnnxFile.Load<FromFile, double>(path).Network.Parameters);

        network.Parameters[3] = 1e-300;
        OnnxFile.Save(network, path);
        ModelFileException refused = Assert.Throws<ModelFileException>(() => OnnxFile.Load<FromFile, double>(path));
        Assert.Equal($"the parameters that FromFile was compiled for, of SHA-256 {FromFile.ParametersSha256}", refused.Expected);
        ModelLoadOptions any = new() { AllowOtherParameters = true };
        Numbers.AssertSameBits<double>(network.Parameters, OnnxFile.Load<FromFile, double>(path, any).Network.Parameters);

        string safetensors = folder.File("n.safetensors");
        ModelFile.Save(network, safetensors);
        Assert.Equal(refused.Expected, Assert.Throws<ModelFileException>(() => ModelFile.Load<FromFile, double>(safetensors)).Expected);
        Numbers.AssertSameBits<double>(network.Parameters, ModelFile.Load<FromFile, double>(safetensors, any).Network.Parameters);
    }

    private sealed class RoundTrip : INetworkTest
    {
        public void Run<TNet, T>()
            where TNet : class, IMlp<TNet, T>
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            using TemporaryFolder folder = new();
            string path = folder.File("n.onnx");
            TNet network = Numbers.Network<TNet, T>();
            OnnxFile.Save(network, path);

            LoadedModel<TNet> loaded = OnnxFile.Load<TNet, T>(path);
            Numbers.AssertSameBits<T>(network.Parameters, loaded.Network.Parameters);
            Assert.Equal(TNet.LayerSizes.ToArray(), loaded.Description.Layers);
            Assert.Equal(TNet.LayerActivations.ToArray(), loaded.Description.Activations);
            Assert.Equal(typeof(T) == typeof(float) ? Precision.Single : Precision.Double, loaded.Description.Precision);
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(network.Parameters))), loaded.Description.ParametersSha256);
            Assert.Null(loaded.Description.Data);

            TNet other = TNet.Create(99);
            Assert.Equal(loaded.Description.ParametersSha256, OnnxFile.LoadInto(other, path).ParametersSha256);
            Numbers.AssertSameBits<T>(network.Parameters, other.Parameters);
        }
    }
}
