using System.Collections.Generic;
using System.Linq;
using NoiseRegGen.Files;
using Onnx;

namespace NoiseRegGen.Onnx.Reading;

/// <summary>Follows a graph from its input, node by node, and compares it with the expected network as it goes: the first difference ends it.</summary>
internal sealed partial class GraphReader
{
    private readonly Expected _expected;
    private readonly string _path;
    private readonly Dictionary<string, Constant> _constants = [];
    private readonly Dictionary<string, Signal> _signals = [];
    private readonly List<ReadLayer> _layers = [];
    private Standardization? _inputs;

    // The layer whose bias is yet to come: a MatMul was its product, and nothing else has used that.
    private int? _withoutBias;
    private Precision _precision;

    private GraphReader(Expected expected, string path)
    {
        _expected = expected;
        _path = path;
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="ModelFileException">It is not a multilayer perceptron of the expected shape; the message names the first difference.</exception>
    internal static ReadModel Read(ModelProto model, Expected expected, string path)
    {
        var reader = new GraphReader(expected, path);
        reader.ReadInitializers(model.Graph);
        reader.ReadInput(model.Graph);
        for (int i = 0; i < model.Graph.Node.Count; i++)
            reader.Follow(model.Graph.Node[i], Describe(model.Graph.Node[i], i));
        Standardization? targets = reader.ReadOutput(model.Graph);
        Dictionary<string, string> metadata = [];
        foreach (StringStringEntryProto entry in model.MetadataProps)
            metadata[entry.Key] = entry.Value;
        bool isOwn = model.ProducerName == MetadataKeys.Producer || metadata.Keys.Any(MetadataKeys.IsOwn);
        return new ReadModel(reader._layers, reader._inputs, targets, metadata, isOwn);
    }

    private static string Describe(NodeProto node, int index) =>
        node.Name.Length > 0 ? $"node {ModelFileException.Quote(node.Name)}" : $"node {index} ({node.OpType})";

    private ModelFileException Error(string expected, string found) => new(_path, expected, found);

    private void ReadInitializers(GraphProto graph)
    {
        if (graph.SparseInitializer.Count > 0)
            throw Error("dense constants", "sparse ones");
        foreach (TensorProto tensor in graph.Initializer)
        {
            // Others than floats and doubles (shapes, axes) may be there as long as no node that counts reads them.
            if (ElementTypes.PrecisionOf(tensor.DataType) is null)
                continue;
            if (!_constants.TryAdd(tensor.Name, Constant.Of(tensor, _path)))
                throw Error("constants of different names", $"two of the name {ModelFileException.Quote(tensor.Name)}");
        }
    }

    private void ReadInput(GraphProto graph)
    {
        HashSet<string> initializers = [.. graph.Initializer.Select(static tensor => tensor.Name)];
        ValueInfoProto[] inputs = [.. graph.Input.Where(input => !initializers.Contains(input.Name))];
        if (inputs.Length != 1)
            throw Error("one input of the graph", $"{inputs.Length}");
        int type = inputs[0].Type?.TensorType?.ElemType ?? 0;
        _precision = ElementTypes.PrecisionOf(type) ?? throw Error("an input of float or double numbers", ElementTypes.NameOf(type));
        _signals.Add(inputs[0].Name, new Signal(0, Term.Variable, $"input {ModelFileException.Quote(inputs[0].Name)}"));
    }

    private Standardization? ReadOutput(GraphProto graph)
    {
        if (graph.Output.Count != 1)
            throw Error("one output of the graph", $"{graph.Output.Count}");
        string name = graph.Output[0].Name;
        if (!_signals.TryGetValue(name, out Signal? output))
            throw Error($"a node that makes the output {ModelFileException.Quote(name)}", "none");
        if (_layers.Count < _expected.Layers || output.Layer != _layers.Count)
            throw Error($"{_expected.Layers} layers for a {_expected.Name}", $"{output.Layer} before the output");
        if (KnownActivations.Find(output.Term) is null && Affine.OfOutputs(output.Term, _expected.Sizes[^1]) is var (targets, function))
        {
            RequireActivation(output with { Term = function });
            return targets;
        }

        RequireActivation(output);
        return null;
    }

    /// <summary>Compares what has been made of a layer's <c>z</c> with the activation that the network has there.</summary>
    private void RequireActivation(Signal signal)
    {
        int layer = signal.Layer - 1;
        Activation expected = _expected.Activations[layer];
        Activation? found = KnownActivations.Find(signal.Term);
        if (found != expected)
        {
            throw Error(
                $"the activation {expected} in layer {layer} of a {_expected.Name}",
                $"{found?.ToString() ?? signal.Term.Form()} (up to {signal.Origin})");
        }
    }
}
