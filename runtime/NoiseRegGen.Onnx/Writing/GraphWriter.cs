using System;
using System.Collections.Immutable;
using System.Linq;
using System.Numerics;
using NoiseRegGen.Files;
using Onnx;

namespace NoiseRegGen.Onnx.Writing;

/// <summary>The graph: <c>x -> Gemm -> activation -> ... -> y</c>, between Sub and Div, and Mul and Add, where standardisation is folded in.</summary>
/// <param name="folded">What the graph is to standardise by, or null.</param>
internal sealed class GraphWriter<T>(DataDescription? folded)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    internal const string Input = "x";
    internal const string Output = "y";
    private const string Batch = "batch";

    private readonly GraphProto _graph = new();

    internal GraphProto Write(string name, ModelDescription description, T[] parameters)
    {
        ImmutableArray<int> sizes = description.Layers;
        _graph.Name = name;
        _graph.Input.Add(Table(Input, sizes[0]));
        string value = folded is null ? Input : Standardize(folded.Inputs);
        ReadOnlyMemory<T> rest = parameters;
        for (int layer = 0; layer < description.Activations.Length; layer++)
        {
            int inputs = sizes[layer], outputs = sizes[layer + 1];
            AddConstant($"layers.{layer}.weight", rest[..(outputs * inputs)], outputs, inputs);
            AddConstant($"layers.{layer}.bias", rest.Slice(outputs * inputs, outputs), outputs);
            rest = rest[(outputs * (inputs + 1))..];
            value = AddNode("Gemm", $"z{layer + 1}", [value, $"layers.{layer}.weight", $"layers.{layer}.bias"], Attribute("transB", 1));
            value = Activate(description.Activations[layer], value, layer + 1);
        }

        if (folded is not null)
            Restore(value, folded.Targets);
        else
            _graph.Node[^1].Output[0] = Output;
        _graph.Output.Add(Table(Output, sizes[^1]));
        return _graph;
    }

    /// <summary><c>h = sigma(z)</c>: the activation's own operator, or what it is made of.</summary>
    private string Activate(Activation activation, string z, int layer)
    {
        string h = $"h{layer}";
        switch (activation)
        {
            case Activation.Identity:
                return z;
            case Activation.LeakyRelu when typeof(T) == typeof(double):
                // The operator's slope is an attribute, and those are in single precision: it would be off by 2e-10.
                return AddNode("Max", h, [z, AddNode("Mul", $"{h}.scaled", [z, Scalar("slope", 0.01)])]);
            case Activation.LeakyRelu:
                return AddNode("LeakyRelu", h, [z], Attribute("alpha", 0.01f));
            case Activation.Elu:
                return AddNode("Elu", h, [z], Attribute("alpha", 1f));
            case Activation.Silu:
                return AddNode("Mul", h, [z, AddNode("Sigmoid", $"{h}.sigmoid", [z])]);
            case Activation.Gelu:
                string ratio = AddNode("Div", $"{h}.ratio", [z, Scalar("sqrt2", double.Sqrt(2))]);
                string erf = AddNode("Erf", $"{h}.erf", [ratio]);
                string twicePhi = AddNode("Add", $"{h}.twicePhi", [erf, Scalar("one", 1)]);
                return AddNode("Mul", h, [AddNode("Mul", $"{h}.twice", [z, twicePhi]), Scalar("half", 0.5)]);
            default:
                // Relu, Tanh, Sigmoid, Softplus, Softsign, Sin: ONNX calls them the same.
                return AddNode(activation.ToString(), h, [z]);
        }
    }

    private string Standardize(Standardization inputs)
    {
        AddColumns("inputs.mean", inputs.Means);
        AddColumns("inputs.scale", inputs.Scales);
        string centred = AddNode("Sub", "inputs.centred", [Input, "inputs.mean"]);
        return AddNode("Div", "inputs.standardized", [centred, "inputs.scale"]);
    }

    private void Restore(string value, Standardization targets)
    {
        AddColumns("targets.mean", targets.Means);
        AddColumns("targets.scale", targets.Scales);
        AddNode("Add", Output, [AddNode("Mul", "targets.scaled", [value, "targets.scale"]), "targets.mean"]);
    }

    private void AddColumns(string name, ImmutableArray<double> values) =>
        AddConstant(name, values.Select(T.CreateChecked).ToArray(), values.Length);

    private string Scalar(string name, double value)
    {
        if (_graph.Initializer.All(tensor => tensor.Name != name))
            AddConstant(name, new[] { T.CreateChecked(value) });
        return name;
    }

    private void AddConstant(string name, ReadOnlyMemory<T> values, params int[] dimensions)
    {
        TensorProto tensor = new() { Name = name, DataType = (int)ElementTypes.Of<T>(), RawData = ElementTypes.Bytes(values) };
        foreach (int dimension in dimensions)
            tensor.Dims.Add(dimension);
        _graph.Initializer.Add(tensor);
    }

    private string AddNode(string type, string output, string[] inputs, params AttributeProto[] attributes)
    {
        NodeProto node = new() { Name = $"{output}.{type}", OpType = type, Output = { output } };
        node.Input.Add(inputs);
        node.Attribute.Add(attributes);
        _graph.Node.Add(node);
        return output;
    }

    private static AttributeProto Attribute(string name, long value) =>
        new() { Name = name, Type = AttributeProto.Types.AttributeType.Int, I = value };

    private static AttributeProto Attribute(string name, float value) =>
        new() { Name = name, Type = AttributeProto.Types.AttributeType.Float, F = value };

    /// <summary>batch x columns, of any number of rows.</summary>
    private static ValueInfoProto Table(string name, int columns)
    {
        TensorShapeProto shape = new();
        shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimParam = Batch });
        shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimValue = columns });
        TypeProto.Types.Tensor tensor = new() { ElemType = (int)ElementTypes.Of<T>(), Shape = shape };
        return new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = tensor } };
    }
}
