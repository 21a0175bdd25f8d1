using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using NoiseRegGen.Files.Safetensors;

namespace NoiseRegGen.Files;

/// <summary>
/// A training run in a safetensors file: the parameters under a model's names, <c>optimizer.state</c> as one vector, and the rest as
/// metadata. Written as a model is; the two checksums cover every byte.
/// </summary>
internal static class CheckpointFile
{
    private const string StateName = "optimizer.state";

    internal static void Save<TNet, T>(IMlp<TNet, T> network, ReadOnlySpan<T> optimizerState, RunState run, string path, FileLayer files)
        where TNet : class, IMlp<TNet, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] parameters = network.Parameters.ToArray(), state = optimizerState.ToArray();
        Precision precision = LittleEndian.PrecisionOf<T>();
        SafetensorsWriter writer = new();
        writer.AddMetadata(MetadataKeys.DataSha256, ModelFile.Sha256<T>(parameters, state));
        writer.AddMetadata(MetadataKeys.Version, MetadataKeys.CurrentVersion);
        writer.AddMetadata(MetadataKeys.Kind, MetadataKeys.CheckpointKind);
        writer.AddMetadata(MetadataKeys.Activations, string.Join(',', TNet.LayerActivations.ToArray()));
        writer.AddMetadata(MetadataKeys.Options, run.Options);
        writer.AddMetadata(MetadataKeys.Optimizer, run.Optimizer);
        writer.AddMetadata(MetadataKeys.Epoch, Text(run.Epoch));
        writer.AddMetadata(MetadataKeys.Step, Text(run.Step));
        writer.AddMetadata(MetadataKeys.OptimizerStep, Text(run.OptimizerStep));
        writer.AddMetadata(MetadataKeys.LearningRate, Text(run.LearningRate));
        ModelFile.AddLayers(writer, TNet.LayerSizes, precision);
        writer.AddTensor(StateName, precision, state.Length);
        byte[] header = writer.ToBytes();
        AtomicFile.RemoveLeftovers(path);
        using AtomicFile file = AtomicFile.Write(files, path, stream =>
        {
            stream.Write(header);
            LittleEndian.Write<T>(stream, parameters);
            LittleEndian.Write<T>(stream, state);
        });
        file.Commit();
    }

    /// <summary>Reads a checkpoint of a network of this class in full; nothing is changed.</summary>
    internal static (T[] Parameters, T[] OptimizerState, RunState Run) Read<TNet, T>(SafetensorsFile file, int stateLength)
        where TNet : class, IMlp<TNet, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        SafetensorsHeader header = file.Header;
        string path = file.Path;
        if (!header.IsOwn || header.Require(MetadataKeys.Kind) != MetadataKeys.CheckpointKind)
            throw new ModelFileException(path, "a checkpoint of this library", "another safetensors file");
        RequireLayout<TNet, T>(file, stateLength);
        file.CheckData();
        RunState run = new(
            header.Require(MetadataKeys.Options),
            header.Require(MetadataKeys.Optimizer),
            Number<int>(header, MetadataKeys.Epoch, path),
            Number<long>(header, MetadataKeys.Step, path),
            Number<long>(header, MetadataKeys.OptimizerStep, path),
            Number<double>(header, MetadataKeys.LearningRate, path));
        if (run.Epoch < 0 || run.Step < 0 || run.OptimizerStep < 0 || !(double.IsFinite(run.LearningRate) && run.LearningRate > 0))
            throw new ModelFileException(path, "counts of at least 0 and a learning rate above 0", "others");
        // The file's data are the parameters and then the state, for the layout is this library's own. They may hold what is not
        // finite: a square that overflowed in the optimiser's state, say, and the run went on.
        int count = ModelFile.ParameterCount(TNet.LayerSizes);
        var numbers = new T[count + stateLength];
        file.ReadAll(numbers.AsSpan());
        return (numbers[..count], numbers[count..], run);
    }

    /// <summary>The tensors must be those that <see cref="Save"/> writes for this network and optimiser.</summary>
    private static void RequireLayout<TNet, T>(SafetensorsFile file, int stateLength)
        where TNet : class, IMlp<TNet, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        SafetensorsWriter expected = new();
        ModelFile.AddLayers(expected, TNet.LayerSizes, LittleEndian.PrecisionOf<T>());
        expected.AddTensor(StateName, LittleEndian.PrecisionOf<T>(), stateLength);
        string name = typeof(TNet).Name;
        foreach (TensorEntry tensor in expected.Tensors)
        {
            if (!file.Header.Tensors.TryGetValue(tensor.Name, out TensorEntry? found))
                throw new ModelFileException(file.Path, $"the tensor '{tensor.Name}' of a {name} in training", "none of that name");
            if (found.Precision != tensor.Precision || !found.Shape.AsSpan().SequenceEqual(tensor.Shape.AsSpan()) || found.Begin != tensor.Begin)
            {
                throw new ModelFileException(
                    file.Path, $"'{tensor.Name}' as {TensorEntry.TypeName(tensor.Precision)} {tensor.ShapeText} at byte {tensor.Begin} for a {name} in training",
                    $"{TensorEntry.TypeName(found.Precision)} {found.ShapeText} at byte {found.Begin}");
            }
        }

        if (file.Header.Tensors.Count != expected.Tensors.Count)
            throw new ModelFileException(file.Path, $"the {expected.Tensors.Count} tensors of a {name} in training", $"{file.Header.Tensors.Count}");
        ImmutableArray<Activation> activations = ModelFile.ReadActivations(file.Header, TNet.LayerActivations.Length, file.Path);
        if (!activations.AsSpan().SequenceEqual(TNet.LayerActivations))
            throw new ModelFileException(file.Path, $"the activations {string.Join(", ", TNet.LayerActivations.ToArray())} for a {name}", string.Join(", ", activations));
    }

    private static string Text<TNumber>(TNumber value)
        where TNumber : IFormattable
        => value.ToString(null, CultureInfo.InvariantCulture);

    private static TNumber Number<TNumber>(SafetensorsHeader header, string key, string path)
        where TNumber : INumber<TNumber>
    {
        string text = header.Require(key);
        return TNumber.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out TNumber? value)
            ? value
            : throw new ModelFileException(path, $"a number for '{key}'", ModelFileException.Quote(text));
    }
}
