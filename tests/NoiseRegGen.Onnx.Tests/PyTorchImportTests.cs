using System.IO;
using System.Linq;
using System.Numerics;
using NoiseRegGen.Files;
using NoiseRegGen.Onnx.Tests.Harness;
using Xunit;

namespace NoiseRegGen.Onnx.Tests;

/// <summary>Files that PyTorch 1.13 exported: the parameters are PyTorch's to the bit, and so are the outputs up to rounding.</summary>
public class PyTorchImportTests
{
    public static TheoryData<string> Files => [.. PyTorchCase.All.Select(static file => file.Name)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_of_PyTorch_s_becomes_a_network_that_computes_the_same(string name)
    {
        PyTorchCase file = PyTorchCase.Get(name);
        NetworkCase.Find(file.Activations, file.Double).Accept(new Import(file));
    }

    [Fact]
    public void Every_exported_file_has_its_expected_numbers() => Assert.Equal(
        Directory.GetFiles(Path.GetDirectoryName(PyTorchCase.All[0].Path)!, "*.onnx").Select(static path => Path.GetFileNameWithoutExtension(path)).Order(),
        PyTorchCase.All.Select(static file => file.Name).Order());

    [Fact]
    public void A_double_network_takes_a_single_file_only_when_told_to()
    {
        PyTorchCase file = PyTorchCase.Get("sequential-gelu");
        NetworkCase.Find(["Gelu", "Gelu", "Gelu"], isDouble: true).Accept(new Conversion(file));
    }

    private sealed class Import(PyTorchCase file) : INetworkTest
    {
        public void Run<TNet, T>()
            where TNet : class, IMlp<TNet, T>
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            LoadedModel<TNet> loaded = OnnxFile.Load<TNet, T>(file.Path);
            Numbers.AssertSameBits<T>([.. file.Parameters.Select(T.CreateChecked)], loaded.Network.Parameters);
            var y = new T[file.Y.Length];
            loaded.Network.Forward([.. file.X.Select(T.CreateChecked)], y);
            Numbers.AssertClose<T>([.. file.Y.Select(T.CreateChecked)], y);
            Assert.Null(loaded.Description.Data);
            Assert.Equal(TNet.LayerActivations.ToArray(), loaded.Description.Activations);
        }
    }

    private sealed class Conversion(PyTorchCase file) : INetworkTest
    {
        public void Run<TNet, T>()
            where TNet : class, IMlp<TNet, T>
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            ModelFileException refused = Assert.Throws<ModelFileException>(() => OnnxFile.Load<TNet, T>(file.Path));
            Assert.Equal("Double precision for a GeluDouble", refused.Expected);
            Assert.Equal("Single (ModelLoadOptions.ConvertPrecision allows it)", refused.Found);
            LoadedModel<TNet> loaded = OnnxFile.Load<TNet, T>(file.Path, new ModelLoadOptions { ConvertPrecision = true });
            Numbers.AssertSameBits<T>([.. file.Parameters.Select(T.CreateChecked)], loaded.Network.Parameters);
        }
    }
}
