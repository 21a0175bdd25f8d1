using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;

namespace NoiseRegGen.Files.Safetensors;

/// <summary>
/// Finds a multilayer perceptron among the tensors of a file by names and shapes: <c>layers.0.weight</c> (out x in) and
/// <c>layers.0.bias</c> (out), <c>layers.1.weight</c>, ... Another program's names will do where only one reading is possible: any
/// text, a number that orders the layers (with gaps, as activations take numbers in torch's Sequential), any text,
/// <c>.weight</c> or <c>.bias</c>; or the bare two of a single layer.
/// </summary>
internal sealed class LayerTensors
{
    private readonly string _path;
    private readonly SortedDictionary<int, Pair> _layers = [];
    private (string Before, string After, string Example)? _pattern;

    private LayerTensors(string path) => _path = path;

    /// <summary>The weight and the bias of a layer.</summary>
    internal readonly record struct Pair(TensorEntry? Weight, TensorEntry? Bias);

    /// <summary>Resolves the tensors of a file, in the order of the layers; their shapes follow on each other.</summary>
    /// <param name="tensors">Parameters and nothing else.</param>
    /// <param name="path">The file, for messages.</param>
    internal static ImmutableArray<Pair> Resolve(IEnumerable<TensorEntry> tensors, string path)
    {
        LayerTensors found = new(path);
        foreach (TensorEntry tensor in tensors)
            found.Add(tensor);
        if (found._layers.Count == 0)
            throw new ModelFileException(path, "tensors 'layers.0.weight', 'layers.0.bias', ...", "none");
        ImmutableArray<Pair> layers = [.. found._layers.Values];
        long inputs = -1;
        foreach (Pair layer in layers)
            inputs = found.CheckShapes(layer, inputs);
        return layers;
    }

    /// <summary>The layer sizes that the shapes give.</summary>
    internal static ImmutableArray<int> Sizes(ImmutableArray<Pair> layers)
    {
        ImmutableArray<int>.Builder sizes = ImmutableArray.CreateBuilder<int>(layers.Length + 1);
        sizes.Add((int)layers[0].Weight!.Shape[1]);
        foreach (Pair layer in layers)
            sizes.Add((int)layer.Weight!.Shape[0]);
        return sizes.MoveToImmutable();
    }

    private void Add(TensorEntry tensor)
    {
        string name = tensor.Name;
        int dot = name.LastIndexOf('.');
        string role = name[(dot + 1)..], module = dot < 0 ? "" : name[..dot];
        if (role is not ("weight" or "bias"))
            throw new ModelFileException(_path, "tensors named '....weight' and '....bias' only", ModelFileException.Quote(name));
        int index = Index(name, module);
        _layers.TryGetValue(index, out Pair pair);
        if ((role == "weight" ? pair.Weight : pair.Bias) is { } other)
            throw new ModelFileException(_path, $"one {role} for each layer", $"{ModelFileException.Quote(other.Name)} and {ModelFileException.Quote(name)}");
        _layers[index] = role == "weight" ? pair with { Weight = tensor } : pair with { Bias = tensor };
    }

    /// <summary>The number in a layer's name; what is around it must be the same for all layers.</summary>
    private int Index(string name, string module)
    {
        int end = module.Length;
        while (end > 0 && !char.IsAsciiDigit(module[end - 1]))
            end--;
        int start = end;
        while (start > 0 && char.IsAsciiDigit(module[start - 1]))
            start--;
        (string Before, string After, string Example) pattern = (module[..start], module[end..], name);
        // Without a number there can be but one layer: a second one would have the same name.
        int index = 0;
        if (end > start && !int.TryParse(module.AsSpan(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture, out index))
            throw new ModelFileException(_path, "layers with numbers below 2^31", ModelFileException.Quote(name));
        if (_pattern is { } first && (first.Before != pattern.Before || first.After != pattern.After))
        {
            throw new ModelFileException(
                _path, "one sequence of layers whose names differ in a number alone",
                $"{ModelFileException.Quote(first.Example)} and {ModelFileException.Quote(name)}");
        }

        _pattern ??= pattern;
        return index;
    }

    private long CheckShapes(Pair layer, long inputs)
    {
        if (layer.Weight is not { } weight)
            throw new ModelFileException(_path, $"a weight that goes with {ModelFileException.Quote(layer.Bias!.Name)}", "none");
        if (layer.Bias is not { } bias)
            throw new ModelFileException(_path, $"a bias that goes with {ModelFileException.Quote(weight.Name)}", "none");
        if (weight.Shape.Length != 2 || weight.Shape[0] is < 1 or > int.MaxValue || weight.Shape[1] is < 1 or > int.MaxValue)
            throw new ModelFileException(_path, $"the shape [outputs, inputs] for {ModelFileException.Quote(weight.Name)}", weight.ShapeText);
        if (inputs >= 0 && weight.Shape[1] != inputs)
            throw new ModelFileException(_path, $"{inputs} columns of {ModelFileException.Quote(weight.Name)}, the outputs of the layer before", weight.ShapeText);
        if (bias.Shape.Length != 1 || bias.Shape[0] != weight.Shape[0])
            throw new ModelFileException(_path, $"the shape [{weight.Shape[0]}] for {ModelFileException.Quote(bias.Name)}", bias.ShapeText);
        if (bias.Precision != weight.Precision)
            throw new ModelFileException(_path, "one dtype for all tensors", $"{TensorEntry.TypeName(weight.Precision)} and {TensorEntry.TypeName(bias.Precision)}");
        return weight.Shape[0];
    }
}
