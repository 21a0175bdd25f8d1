using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using NoiseRegGen.Files;
using NoiseRegGen.Onnx.Tests.Harness;
using NoiseRegGen.Onnx.Tests.Networks;
using Onnx;
using Xunit;

namespace NoiseRegGen.Onnx.Tests;

/// <summary>What stands in a saved file, read by the format's own messages.</summary>
public class GraphTests
{
    [Fact]
    public void The_file_states_its_versions_and_who_made_it()
    {
        ModelProto model = Save(Numbers.Network<Activated.TanhSingle, float>());
        Assert.Equal(8, model.IrVersion);
        Assert.Equal([("", 18L)], model.OpsetImport.Select(static set => (set.Domain, set.Version)));
        Assert.Equal("NoiseRegGen", model.ProducerName);
        Assert.Equal("TanhSingle", model.Graph.Name);
        Assert.Equal(
            ["noisereggen.version=1", "noisereggen.layers=3,5,4,2", "noisereggen.activations=Tanh,Tanh,Tanh", "noisereggen.precision=Single"],
            model.MetadataProps.Take(4).Select(static entry => $"{entry.Key}={entry.Value}"));
    }

    [Fact]
    public void Each_layer_is_a_Gemm_and_its_activation()
    {
        GraphProto graph = Save(Numbers.Network<Mixed.ReluTanhIdentity, float>()).Graph;
        Assert.Equal(
            [
                "Gemm(x, layers.0.weight, layers.0.bias) -> z1 [transB=1]",
                "Relu(z1) -> h1 []",
                "Gemm(h1, layers.1.weight, layers.1.bias) -> z2 [transB=1]",
                "Tanh(z2) -> h2 []",
                "Gemm(h2, layers.2.weight, layers.2.bias) -> y [transB=1]",
            ],
            graph.Node.Select(Describe));
    }

    [Fact]
    public void With_folded_standardisation_the_graph_begins_and_ends_with_it()
    {
        var data = new DataDescription(["a", "b", "c"], new Standardization([1, 2, 3], [4, 5, 6]), ["y", "z"], new Standardization([7, 8], [9, 10]));
        GraphProto graph = Save(Numbers.Network<Mixed.ReluTanhIdentity, float>(), new OnnxSaveOptions { Data = data, FoldStandardization = true }).Graph;
        Assert.Equal("Sub(x, inputs.mean) -> inputs.centred []", Describe(graph.Node[0]));
        Assert.Equal("Div(inputs.centred, inputs.scale) -> inputs.standardized []", Describe(graph.Node[1]));
        Assert.Equal("Gemm(inputs.standardized, layers.0.weight, layers.0.bias) -> z1 [transB=1]", Describe(graph.Node[2]));
        Assert.Equal("Mul(z3, targets.scale) -> targets.scaled []", Describe(graph.Node[^2]));
        Assert.Equal("Add(targets.scaled, targets.mean) -> y []", Describe(graph.Node[^1]));
        Assert.Equal([9f, 10], Floats(graph, "targets.scale"));
    }

    [Fact]
    public void Weights_are_stored_out_x_in_as_they_are_in_memory()
    {
        var network = Numbers.Network<Mixed.TanhTanhIdentityDouble, double>();
        GraphProto graph = Save(network).Graph;
        for (int layer = 0; layer < 3; layer++)
        {
            TensorProto weight = graph.Initializer.Single(tensor => tensor.Name == $"layers.{layer}.weight");
            Assert.Equal([Mixed.TanhTanhIdentityDouble.LayerSizes[layer + 1], Mixed.TanhTanhIdentityDouble.LayerSizes[layer]], weight.Dims);
            Assert.Equal((int)TensorProto.Types.DataType.Double, weight.DataType);
            Assert.Equal(MemoryMarshal.AsBytes(network.Weights(layer)).ToArray(), weight.RawData.ToByteArray());
            Assert.Equal(MemoryMarshal.AsBytes(network.Biases(layer)).ToArray(), graph.Initializer.Single(tensor => tensor.Name == $"layers.{layer}.bias").RawData.ToByteArray());
        }
    }

    [Fact]
    public void The_batch_is_of_any_size()
    {
        GraphProto graph = Save(Numbers.Network<Mixed.ReluTanhIdentity, float>()).Graph;
        Assert.Equal("x: batch x 3", Describe(Assert.Single(graph.Input)));
        Assert.Equal("y: batch x 2", Describe(Assert.Single(graph.Output)));
    }

    private static ModelProto Save<TNet, T>(IMlp<TNet, T> network, OnnxSaveOptions? options = null)
        where TNet : class, IMlp<TNet, T>
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        using MemoryStream stream = new();
        OnnxFile.Save(network, stream, options);
        return ModelProto.Parser.ParseFrom(stream.ToArray());
    }

    private static string Describe(NodeProto node) =>
        $"{node.OpType}({string.Join(", ", node.Input)}) -> {string.Join(", ", node.Output)} [{string.Join(", ", node.Attribute.Select(static attribute => $"{attribute.Name}={attribute.I}"))}]";

    private static string Describe(ValueInfoProto value) =>
        $"{value.Name}: {string.Join(" x ", value.Type.TensorType.Shape.Dim.Select(static size => size.HasDimParam ? size.DimParam : $"{size.DimValue}"))}";

    private static float[] Floats(GraphProto graph, string name) =>
        MemoryMarshal.Cast<byte, float>(graph.Initializer.Single(tensor => tensor.Name == name).RawData.Span).ToArray();
}
