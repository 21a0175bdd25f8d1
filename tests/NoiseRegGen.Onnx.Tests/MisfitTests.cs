using System;
using System.Linq;
using Google.Protobuf;
using NoiseRegGen.Files;
using NoiseRegGen.Onnx.Tests.Harness;
using NoiseRegGen.Onnx.Tests.Networks;
using Onnx;
using Xunit;

namespace NoiseRegGen.Onnx.Tests;

/// <summary>A file that does not fit the class, or is no multilayer perceptron: the first difference is named, and the network is as before.</summary>
public class MisfitTests
{
    // Expected, found, and what is done to a saved 3-5-4-2 network with ReLU, tanh and none.
    private static readonly (string Expected, string Found, Action<ModelProto> Edit)[] Edits =
    [
        ("the activation Relu in layer 0 of a ReluTanhIdentity", "Sigmoid (up to node 'h1.Relu')", static model => model.Graph.Node[1].OpType = "Sigmoid"),
        ("the activation Relu in layer 0 of a ReluTanhIdentity", "HardSigmoid(z) (up to node 'h1.Relu')", static model => model.Graph.Node[1].OpType = "HardSigmoid"),
        ("the activation Relu in layer 0 of a ReluTanhIdentity", "LeakyRelu[alpha=0.2](z) (up to node 'h1.Relu')", static model => Replace(model, 1, "LeakyRelu:alpha=0.2 z>h")),
        ("the activation Relu in layer 0 of a ReluTanhIdentity", "Gelu[approximate=tanh](z) (up to node 'h1.Relu')", static model => Replace(model, 1, "Gelu:approximate=tanh z>h")),
        ("the activation Relu in layer 0 of a ReluTanhIdentity", "Identity (up to node 'z1.Gemm')", static model => model.Graph.Node[2].Input[0] = "z1"),
        ("the activation Identity in layer 2 of a ReluTanhIdentity", "Softmax[axis=-1](z) (up to node 'y.Softmax')", static model => Append(model, Node("Softmax", "y", "s", ("axis", -1)), "y.Softmax")),
        ("the activation Identity in layer 2 of a ReluTanhIdentity", "Relu (up to node 'y.Relu')", static model => Append(model, Node("Relu", "y", "s"), "y.Relu")),
        ("3 inputs and 5 outputs of layer 0 of a ReluTanhIdentity", "5 and 3 in node 'z1.Gemm'", static model => model.Graph.Node[0].Attribute.Clear()),
        ("5 biases in node 'z1.Gemm'", "the shape [4]", static model => model.Graph.Node[0].Input[2] = "layers.1.bias"),
        ("5 inputs and 4 outputs of layer 1 of a ReluTanhIdentity", "4 and 2 in node 'z2.Gemm'", static model => model.Graph.Node[2].Input[1] = "layers.2.weight"),
        ("alpha = 1 in node 'z1.Gemm'", "2", static model => model.Graph.Node[0].Attribute.Add(new AttributeProto { Name = "alpha", F = 2 })),
        ("beta = 1 in node 'z1.Gemm'", "0", static model => model.Graph.Node[0].Attribute.Add(new AttributeProto { Name = "beta", F = 0 })),
        ("transA = 0 in node 'z1.Gemm'", "another value", static model => model.Graph.Node[0].Attribute.Add(new AttributeProto { Name = "transA", I = 1 })),
        ("3 layers for a ReluTanhIdentity", "another one in node 'again'", static model => Append(model, new NodeProto { OpType = "Gemm", Input = { "y", "layers.2.weight" }, Output = { "s" } }, "again")),
        ("3 layers for a ReluTanhIdentity", "2 before the output", static model => model.Graph.Output[0].Name = "h2"),
        ("a chain in which node 'z3.Gemm' follows layer 1", "that it reads what comes before that layer, from node 'h1.Relu'", static model => model.Graph.Node[4].Input[0] = "h1"),
        ("a chain of layers", "that node 'skip' joins node 'h1.Relu' and node 'h2.Tanh'", static model => Append(model, new NodeProto { OpType = "Add", Input = { "h1", "h2" }, Output = { "s" } }, "skip")),
        ("a value that an earlier node makes as input 0 of node 'h1.Relu'", "'z9'", static model => model.Graph.Node[1].Input[0] = "z9"),
        ("a value that an earlier node makes as input 0 of node 1 (Relu)", "none", static model => { model.Graph.Node[1].Input.Clear(); model.Graph.Node[1].Name = ""; }),
        ("an output of node 'h1.Relu'", "none", static model => model.Graph.Node[1].Output.Clear()),
        ("a constant matrix as input 1 of node 'z1.Gemm'", "something else", static model => model.Graph.Node[0].Input[1] = "layers.0.bias"),
        ("a constant matrix as input 1 of node 'z1.Gemm'", "something else", static model => model.Graph.Node[0].Input[1] = "x"),
        ("a constant bias in node 'z1.Gemm'", "'x'", static model => model.Graph.Node[0].Input[2] = "x"),
        ("ONNX's own operators", "'com.microsoft.FusedGemm' in node 'z1.Gemm'", static model => (model.Graph.Node[0].Domain, model.Graph.Node[0].OpType) = ("com.microsoft", "FusedGemm")),
        ("no change of the number type in node 'c'", "a cast to double", static model => Append(model, Node("Cast", "y", "s", ("to", 11)), "c")),
        ("axis 1 in node 'f'", "0", static model => Append(model, Node("Flatten", "y", "s", ("axis", 0)), "f")),
        ("a model that is not being trained in node 'd'", "a Dropout that may drop", static model => Append(model, new NodeProto { OpType = "Dropout", Input = { "y", "ratio", "training" }, Output = { "s" } }, "d")),
        ("nodes that depend on the input", "node 'a' ('Abs'), which does not", static model => Append(model, Node("Abs", "layers.0.bias", "s"), "a")),
        ("values of different names", "a second 'h1' in node 'h2.Tanh'", static model => model.Graph.Node[3].Output[0] = "h1"),
        ("the graph's input, or (input - mean) / scale, in node 'z1.Gemm'", "Tanh(z)", static model => { model.Graph.Node[0].Input[0] = "t"; model.Graph.Node.Insert(0, Node("Tanh", "x", "t")); }),
        ("one input of the graph", "2", static model => model.Graph.Input.Add(new ValueInfoProto { Name = "mask" })),
        ("one input of the graph", "0", static model => model.Graph.Input.Clear()),
        ("one output of the graph", "2", static model => model.Graph.Output.Add(new ValueInfoProto { Name = "h2" })),
        ("a node that makes the output 'nothing'", "none", static model => model.Graph.Output[0].Name = "nothing"),
        ("an input of float or double numbers", "int64", static model => model.Graph.Input[0].Type.TensorType.ElemType = 7),
        ("an ONNX model with a graph", "none", static model => model.Graph = null),
        ("constants of different names", "two of the name 'layers.0.weight'", static model => model.Graph.Initializer.Add(model.Graph.Initializer[0].Clone())),
        ("the numbers of 'layers.0.weight' in the file itself", "a reference to another file", static model => model.Graph.Initializer[0].DataLocation = TensorProto.Types.DataLocation.External),
        ("as many numbers in 'layers.0.weight' as its shape [5, 4] has", "15", static model => model.Graph.Initializer[0].Dims[1] = 4),
        ("as many numbers in 'layers.0.weight' as its shape [5, -3] has", "15", static model => model.Graph.Initializer[0].Dims[1] = -3),
        ("as many numbers in 'layers.0.weight' as its shape [9223372036854775807, 9223372036854775807] has", "15", static model => { model.Graph.Initializer[0].Dims[0] = long.MaxValue; model.Graph.Initializer[0].Dims[1] = long.MaxValue; }),
        ("as many numbers in 'layers.0.weight' as its shape [2147483647, 3] has", "15", static model => model.Graph.Initializer[0].Dims[0] = int.MaxValue),
        ("as many numbers in 'layers.0.weight' as its shape [5, 3] has", "59 bytes", static model => model.Graph.Initializer[0].RawData = ByteString.CopyFrom(model.Graph.Initializer[0].RawData.Span[1..])),
        ("a constant matrix as input 1 of node 'z1.Gemm'", "something else", static model => model.Graph.Initializer[0].DataType = (int)TensorProto.Types.DataType.Float16),
        ("one number type for all weights and biases", "float and double", static model =>
        {
            model.Graph.Initializer[1].DataType = (int)TensorProto.Types.DataType.Double;
            model.Graph.Initializer[1].RawData = ByteString.CopyFrom(new byte[40]);
        }),
        ("finite parameters", "NaN at index 0 (ModelLoadOptions.AllowNonFinite allows it)", static model =>
        {
            ModelEdit.Anonymize(model);
            model.Graph.Initializer[0].RawData = ByteString.CopyFrom([0, 0, 192, 127, .. model.Graph.Initializer[0].RawData.Span[4..]]);
        }),
        ("the metadata noisereggen.parametersSha256 of a file of this library", "none", static model => model.MetadataProps.Clear()),
        ("the metadata noisereggen.parametersSha256 of a file of this library", "none", static model => { model.ProducerName = ""; model.MetadataProps.RemoveAt(4); }),
        ("an activation of at most 64 operators", "more up to node 'd6'", static model =>
        {
            // Each node takes the value before it twice: written out, the sixth would be a sum of 64 terms, the sixtieth one of 2^60.
            for (int i = 1; i <= 60; i++)
                model.Graph.Node.Add(new NodeProto { Name = $"d{i}", OpType = "Add", Input = { i == 1 ? "y" : $"d{i - 1}", i == 1 ? "y" : $"d{i - 1}" }, Output = { $"d{i}" } });
        }),
    ];

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Edits.Length)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_first_difference_is_named_and_the_network_stays_as_it_was(int index)
    {
        (string expected, string found, Action<ModelProto> edit) = Edits[index];
        using TemporaryFolder folder = new();
        string path = folder.File("n.onnx");
        OnnxFile.Save(Numbers.Network<Mixed.ReluTanhIdentity, float>(), path);
        ModelEdit.Apply(path, edit);
        var network = Mixed.ReluTanhIdentity.Create(5);
        float[] before = network.Parameters.ToArray();
        ModelFileException refused = Assert.Throws<ModelFileException>(() => OnnxFile.LoadInto(network, path));
        Assert.Equal((expected, found), (refused.Expected, refused.Found));
        Assert.Equal($"The file '{path}' cannot be used: expected {expected}, but found {found}.", refused.Message);
        Numbers.AssertSameBits<float>(before, network.Parameters);
    }

    [Fact]
    public void Other_shapes_are_told_apart_by_their_first_difference()
    {
        string path = PyTorchCase.Get("named-flatten-dropout").Path;
        AssertRefused<Mixed.Wider>(path, "the activation Tanh in layer 0 of a Wider", "Relu (up to node '/Relu')");
        path = PyTorchCase.Get("sequential-tanh").Path;
        AssertRefused<Mixed.Wider>(path, "5 inputs and 6 outputs of layer 1 of a Wider", "5 and 4 in node '/2/Gemm'");
        AssertRefused<Mixed.Shallower>(path, "5 inputs and 2 outputs of layer 1 of a Shallower", "5 and 4 in node '/2/Gemm'");
        AssertRefused<Mixed.Deeper>(path, "4 layers for a Deeper", "3 before the output");
    }

    [Fact]
    public void Standardisation_in_the_graph_that_contradicts_the_metadata_is_refused()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("n.onnx");
        var data = new DataDescription(["a", "b", "c"], new Standardization([1, 2, 3], [4, 5, 6]), ["y", "z"], new Standardization([7, 8], [9, 10]));
        OnnxFile.Save(Numbers.Network<Mixed.ReluTanhIdentity, float>(), path, new OnnxSaveOptions { Data = data, FoldStandardization = true });
        ModelEdit.Apply(path, static model => model.Graph.Node[0].Input[1] = "inputs.scale");
        AssertRefused<Mixed.ReluTanhIdentity>(path, "the standardisation in the graph that the metadata state", "another one");
    }

    private static void AssertRefused<TNet>(string path, string expected, string found)
        where TNet : class, IMlp<TNet, float>
    {
        ModelFileException refused = Assert.Throws<ModelFileException>(() => OnnxFile.Load<TNet, float>(path));
        Assert.Equal((expected, found), (refused.Expected, refused.Found));
    }

    private static NodeProto Node(string type, string input, string output, params (string Name, long Value)[] attributes)
    {
        NodeProto node = new() { OpType = type, Input = { input }, Output = { output } };
        node.Attribute.Add(attributes.Select(static attribute => new AttributeProto { Name = attribute.Name, Type = AttributeProto.Types.AttributeType.Int, I = attribute.Value }));
        return node;
    }

    private static void Append(ModelProto model, NodeProto node, string name)
    {
        node.Name = name;
        model.Graph.Node.Add(node);
        model.Graph.Output[0].Name = node.Output[0];
    }

    // One node of the same name and values, but of another operator.
    private static void Replace(ModelProto model, int index, string text)
    {
        NodeProto old = model.Graph.Node[index], node = GraphText.Nodes(text, 0).Single();
        node.Name = old.Name;
        node.Input[0] = old.Input[0];
        node.Output[0] = old.Output[0];
        model.Graph.Node[index] = node;
    }
}
