using System;
using System.Linq;
using NoiseRegGen.Files;
using Onnx;

namespace NoiseRegGen.Onnx.Reading;

/// <content>What each operator means.</content>
internal sealed partial class GraphReader
{
    private void Follow(NodeProto node, string name)
    {
        if (node.Output.Count == 0)
            throw Error($"an output of {name}", "none");
        if (node.Domain is not ("" or "ai.onnx"))
            throw Error("ONNX's own operators", $"{ModelFileException.Quote($"{node.Domain}.{node.OpType}")} in {name}");
        switch (node.OpType)
        {
            case "Constant":
                AddConstant(node, ConstantOf(node, name), name);
                break;
            case "Identity" or "Flatten" or "Cast" or "Dropout":
                PassOn(node, name);
                break;
            case "Transpose" when ConstantAt(node, 0) is { Shape.Length: 2 } matrix:
                RequireSwap(node, name);
                AddConstant(node, matrix.Transpose(), name);
                break;
            case "Gemm":
                ReadGemm(node, name);
                break;
            case "MatMul":
                AddLayer(node, MatrixAt(node, 1, name).Transpose(), bias: null, name);
                _withoutBias = _layers.Count;
                break;
            case "Add" when BiasOf(node, name) is { } bias:
                _layers[^1] = _layers[^1] with { Bias = bias };
                _withoutBias = null;
                AddSignal(node, new Signal(_layers.Count, Term.Variable, name), name);
                break;
            default:
                AddSignal(node, Apply(node, name), name);
                break;
        }
    }

    private Constant ConstantOf(NodeProto node, string name)
    {
        AttributeProto? value = node.Attribute.Count == 1 ? node.Attribute[0] : null;
        TensorProto? tensor = value?.Name switch
        {
            "value" => value.T,
            "value_float" => new TensorProto { DataType = (int)TensorProto.Types.DataType.Float, FloatData = { value.F } },
            "value_floats" => new TensorProto { DataType = (int)TensorProto.Types.DataType.Float, FloatData = { value.Floats }, Dims = { value.Floats.Count } },
            _ => null,
        };
        return Constant.Of(tensor ?? throw Error($"a tensor of numbers in {name}", value is null ? "none" : ModelFileException.Quote(value.Name)), name, _path);
    }

    /// <summary>Operators that change nothing about a table of numbers when the model is not being trained.</summary>
    private void PassOn(NodeProto node, string name)
    {
        if (ConstantAt(node, 0) is { } constant)
        {
            if (node.OpType != "Identity")
                throw Error($"{node.OpType} of something that depends on the input in {name}", "a constant");
            AddConstant(node, constant, name);
            return;
        }

        Signal signal = SignalAt(node, 0, name);
        if (node.OpType == "Flatten" && NodeAttributes.Integer(node, "axis", 1) != 1)
            throw Error($"axis 1 in {name}", $"{NodeAttributes.Integer(node, "axis", 1)}");
        if (node.OpType == "Dropout" && node.Input.Count > 2 && node.Input[2].Length > 0)
            throw Error($"a model that is not being trained in {name}", "a Dropout that may drop");
        int type = (int)NodeAttributes.Integer(node, "to", 0);
        if (node.OpType == "Cast" && ElementTypes.PrecisionOf(type) != _precision)
            throw Error($"no change of the number type in {name}", $"a cast to {ElementTypes.NameOf(type)}");
        AddSignal(node, signal, name);
    }

    private void RequireSwap(NodeProto node, string name)
    {
        if (NodeAttributes.Find(node, "perm") is { } order && !order.Ints.SequenceEqual([1L, 0L]))
            throw Error($"the transpose of a matrix in {name}", $"axes [{string.Join(", ", order.Ints)}]");
    }

    private void ReadGemm(NodeProto node, string name)
    {
        foreach ((string factor, float value) in new[] { ("alpha", NodeAttributes.Number(node, "alpha", 1)), ("beta", NodeAttributes.Number(node, "beta", 1)) })
        {
            if (value != 1)
                throw Error($"{factor} = 1 in {name}", $"{value}");
        }

        if (NodeAttributes.Integer(node, "transA", 0) != 0)
            throw Error($"transA = 0 in {name}", "another value");
        Constant weight = MatrixAt(node, 1, name);
        Constant? bias = null;
        if (node.Input.Count > 2 && node.Input[2].Length > 0)
            bias = ConstantAt(node, 2) ?? throw Error($"a constant bias in {name}", ModelFileException.Quote(node.Input[2]));
        AddLayer(node, NodeAttributes.Integer(node, "transB", 0) == 0 ? weight.Transpose() : weight, bias, name);
        _withoutBias = null;
    }

    private void AddLayer(NodeProto node, Constant weight, Constant? bias, string name)
    {
        Signal below = SignalAt(node, 0, name);
        int layer = _layers.Count;
        if (below.Layer != layer)
            throw Error($"a chain in which {name} follows layer {layer - 1}", $"that it reads what comes before that layer, from {below.Origin}");
        if (layer > 0)
            RequireActivation(below);
        else if (below.Term.Operator != Term.Variable.Operator)
            _inputs = Affine.OfInputs(below.Term, _expected.Sizes[0]) ?? throw Error($"the graph's input, or (input - mean) / scale, in {name}", $"{below.Term.Form()}");
        if (layer == _expected.Layers)
            throw Error($"{layer} layers for a {_expected.Name}", $"another one in {name}");
        int inputs = _expected.Sizes[layer], outputs = _expected.Sizes[layer + 1];
        if (weight.Shape[1] != inputs || weight.Shape[0] != outputs)
        {
            throw Error(
                $"{inputs} inputs and {outputs} outputs of layer {layer} of a {_expected.Name}", $"{weight.Shape[1]} and {weight.Shape[0]} in {name}");
        }

        _layers.Add(new ReadLayer(weight, RequireBias(bias, outputs, name)));
        AddSignal(node, new Signal(layer + 1, Term.Variable, name), name);
    }

    private Constant? RequireBias(Constant? bias, int outputs, string name) => bias is null || (bias.Count == outputs && bias.Shape is [] or [.., _] && bias.Shape.LastOrDefault(1) == outputs)
        ? bias
        : throw Error($"{outputs} biases in {name}", $"the shape [{string.Join(", ", bias.Shape)}]");

    /// <summary>What an Add adds to the bare product of the last layer, which has no bias yet; null if this is no such Add.</summary>
    private Constant? BiasOf(NodeProto node, string name)
    {
        if (_withoutBias is not { } layer || node.Input.Count != 2)
            return null;
        int side = ConstantAt(node, 0) is null ? 0 : 1;
        bool ofProduct = _signals.TryGetValue(node.Input[side], out Signal? signal)
            && signal.Layer == layer && signal.Term.Operator == Term.Variable.Operator;
        return ofProduct ? RequireBias(ConstantAt(node, 1 - side), _expected.Sizes[layer], name) : null;
    }

    /// <summary>Any other operator: an elementwise function, which an activation may be made of.</summary>
    private Signal Apply(NodeProto node, string name)
    {
        Signal? last = null;
        var operands = new Term[node.Input.Count];
        for (int i = 0; i < operands.Length; i++)
        {
            if (ConstantAt(node, i) is { } constant)
            {
                operands[i] = Term.Of(constant);
                continue;
            }

            Signal signal = SignalAt(node, i, name);
            if (last is not null && last.Layer != signal.Layer)
                throw Error("a chain of layers", $"that {name} joins {last.Origin} and {signal.Origin}");
            last = signal;
            operands[i] = signal.Term;
        }

        if (operands.Length == 0)
            throw Error($"a value that an earlier node makes as input 0 of {name}", "none");
        if (last is null)
            throw Error("nodes that depend on the input", $"{name} ({ModelFileException.Quote(node.OpType)}), which does not");
        Term term = Term.Of(NodeAttributes.Label(node), operands);
        if (term.Size > Term.LargestSize)
            throw Error($"an activation of at most {Term.LargestSize} operators", $"more up to {name}");

        // What is read here is the product without a bias, so that a bias could not come later.
        _withoutBias = null;
        return new Signal(last.Layer, term, name);
    }

    private Constant? ConstantAt(NodeProto node, int input) =>
        input < node.Input.Count && _constants.TryGetValue(node.Input[input], out Constant? constant) ? constant : null;

    private Constant MatrixAt(NodeProto node, int input, string name) => ConstantAt(node, input) is { Shape.Length: 2 } matrix
        ? matrix
        : throw Error($"a constant matrix as input {input} of {name}", "something else");

    private Signal SignalAt(NodeProto node, int input, string name)
    {
        string? value = input < node.Input.Count ? node.Input[input] : null;
        return value is not null && _signals.TryGetValue(value, out Signal? signal)
            ? signal
            : throw Error($"a value that an earlier node makes as input {input} of {name}", value is null ? "none" : ModelFileException.Quote(value));
    }

    private void AddConstant(NodeProto node, Constant constant, string name)
    {
        if (_signals.ContainsKey(node.Output[0]) || !_constants.TryAdd(node.Output[0], constant))
            throw Error("values of different names", $"a second {ModelFileException.Quote(node.Output[0])} in {name}");
    }

    private void AddSignal(NodeProto node, Signal signal, string name)
    {
        if (_constants.ContainsKey(node.Output[0]) || !_signals.TryAdd(node.Output[0], signal))
            throw Error("values of different names", $"a second {ModelFileException.Quote(node.Output[0])} in {name}");
    }
}
