using System;
using System.Linq;
using Google.Protobuf;
using NoiseRegGen.Onnx.Tests.Harness;
using NoiseRegGen.Onnx.Tests.Networks;
using Onnx;
using Xunit;

namespace NoiseRegGen.Onnx.Tests;

/// <summary>
/// Other ways to write the same network. The forms that PyTorch's newer exporter has (torch.export, 2.5 and later: Gelu as an operator of set 20, layers of
/// names such as <c>net.0.weight</c>) are built here by hand: that version could not be run where the other files were made.
/// </summary>
public class ImportVariantTests
{
    public static TheoryData<string, string> Activations => new()
    {
        { "Gelu", "Gelu z>h" },
        { "Gelu", "Gelu:approximate=none z>h" },
        { "Gelu", "Mul z,0.5>a; Mul z,0.70710678>b; Erf b>c; Add 1,c>d; Mul a,d>h" },
        { "Gelu", "Div z,1.4142135623730951>b; Erf b>c; Add c,1>d; Mul 0.5,d>e; Mul z,e>h" },
        { "Silu", "Sigmoid z>s; Mul s,z>h" },
        { "Silu", "Swish z>h" },
        { "Relu", "Max z,0>h" },
        { "LeakyRelu", "LeakyRelu z>h" },
        { "LeakyRelu", "LeakyRelu:alpha=0.01 z>h" },
        { "Elu", "Elu z>h" },
        { "Softsign", "Abs z>a; Add 1,a>b; Div z,b>h" },
        { "Softsign", "Softsign z>h" },
        { "Softplus", "Softplus z>h" },
        { "Identity", "Identity z>h" },
        { "Tanh", "Tanh z>a; Identity a>b; Cast:to=1 b>h" },
        { "Tanh", "Dropout z>a; Tanh a>h" },
    };

    [Theory]
    [MemberData(nameof(Activations))]
    public void An_activation_is_known_in_all_ways_in_which_it_is_written(string activation, string nodes)
    {
        using TemporaryFolder folder = new();
        string path = folder.File("n.onnx");
        NetworkCase.Find([activation, activation, activation], isDouble: false).Accept(new Rewritten(path, nodes));
    }

    [Fact]
    public void Numbers_in_float_data_are_read_too()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("n.onnx");
        var network = Numbers.Network<Mixed.ReluTanhIdentity, float>();
        OnnxFile.Save(network, path);
        ModelEdit.Apply(path, static model =>
        {
            foreach (TensorProto tensor in model.Graph.Initializer)
            {
                tensor.FloatData.Add(System.Runtime.InteropServices.MemoryMarshal.Cast<byte, float>(tensor.RawData.Span).ToArray());
                tensor.ClearRawData();
            }
        });
        Numbers.AssertSameBits<float>(network.Parameters, OnnxFile.Load<Mixed.ReluTanhIdentity, float>(path).Network.Parameters);
    }

    [Fact]
    public void Weights_stored_in_x_out_are_transposed()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("n.onnx");
        var network = Numbers.Network<Mixed.ReluTanhIdentity, float>();
        OnnxFile.Save(network, path);
        ModelEdit.Apply(path, model =>
        {
            NodeProto first = model.Graph.Node[0];
            first.Attribute.Clear();
            TensorProto weight = model.Graph.Initializer[0];
            float[] transposed = [.. Enumerable.Range(0, 15).Select(index => network.Weights(0)[(index % 5 * 3) + (index / 5)])];
            weight.RawData = ByteString.CopyFrom(System.Runtime.InteropServices.MemoryMarshal.AsBytes(transposed.AsSpan()));
            weight.Dims.Clear();
            weight.Dims.Add([3L, 5L]);
        });
        Numbers.AssertSameBits<float>(network.Parameters, OnnxFile.Load<Mixed.ReluTanhIdentity, float>(path).Network.Parameters);
    }

    private sealed class Rewritten(string path, string nodes) : INetworkTest
    {
        public void Run<TNet, T>()
            where TNet : class, IMlp<TNet, T>
            where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
        {
            TNet network = Numbers.Network<TNet, T>();
            OnnxFile.Save(network, path);
            ModelEdit.Apply(path, model => GraphText.ReplaceActivations(model, nodes));
            Numbers.AssertSameBits<T>(network.Parameters, OnnxFile.Load<TNet, T>(path).Network.Parameters);
        }
    }
}
