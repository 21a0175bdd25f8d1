using System;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Numerics;
using NoiseRegGen.Files.Safetensors;

namespace NoiseRegGen.Files;

/// <content>Loading: structure, checksums, fit, numbers, in this order; the network comes last.</content>
public static partial class ModelFile
{
    private static readonly ModelLoadOptions s_defaults = new();

    /// <summary>Reads a file in full for a network, with the description beside it.</summary>
    private static (T[] Parameters, ModelDescription Description) Read<TNet, T>(string path, ModelLoadOptions? options)
        where TNet : class, IMlp<TNet, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        while (true)
        {
            using SafetensorsFile file = SafetensorsFile.Open(path);
            try
            {
                return Read<TNet, T>(file, options, DescriptionPath(path));
            }
            catch (ModelFileException) when (IsReplaced(file))
            {
                // A save came in between: the description read was that of the new model, which is read now.
            }
        }
    }

    /// <summary>Whether the name is another file's by now: written at another time, or, where clocks are coarse, with another header.</summary>
    private static bool IsReplaced(SafetensorsFile file)
    {
        using SafetensorsFile now = SafetensorsFile.Open(file.Path);
        return now.LastWriteTime != file.LastWriteTime
            || (now.Header.IsOwn && file.Header.IsOwn
                && now.Header.Require(MetadataKeys.HeaderSha256) != file.Header.Require(MetadataKeys.HeaderSha256));
    }

    /// <summary>Reads a file in full for a network; <paramref name="descriptionPath"/> is looked at if it is there.</summary>
    internal static (T[] Parameters, ModelDescription Description) Read<TNet, T>(
        SafetensorsFile file, ModelLoadOptions? options, string? descriptionPath)
        where TNet : class, IMlp<TNet, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        options ??= s_defaults;
        (ModelDescription description, ImmutableArray<LayerTensors.Pair> layers) = Describe(file);
        RequireFit<TNet, T>(description, layers, options, file.Path);
        if (file.Header.IsOwn)
            file.CheckData();
        if (descriptionPath is not null)
            CompareWithDescription(file, description, layers, descriptionPath);
        T[] parameters = ReadParameters<T>(file, layers, ParameterCount(TNet.LayerSizes), options.AllowNonFinite);
        RequireDefinedParameters<TNet, T>(parameters, options, file.Path);
        return (parameters, description);
    }

    /// <summary>Compares with the hash in the file that defines the class, if one does and names a hash.</summary>
    internal static void RequireDefinedParameters<TNet, T>(T[] parameters, ModelLoadOptions options, string path)
        where TNet : class, IMlp<TNet, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (TNet.ParametersSha256 is not { } defined || options.AllowOtherParameters)
            return;
        string found = Sha256<T>(parameters);
        if (found != defined)
        {
            throw new ModelFileException(
                path,
                $"the parameters that {typeof(TNet).Name} was compiled for, of SHA-256 {defined}",
                $"others, of {found} (ModelLoadOptions.AllowOtherParameters allows it)");
        }
    }

    internal static (ModelDescription Description, ImmutableArray<LayerTensors.Pair> Layers) Describe(SafetensorsFile file)
    {
        if (file.Header.IsOwn && file.Header.Require(MetadataKeys.Kind) is not MetadataKeys.ModelKind and var kind)
            throw new ModelFileException(file.Path, $"a {MetadataKeys.ModelKind}", $"a {kind}");
        ImmutableArray<LayerTensors.Pair> layers = LayerTensors.Resolve(file.Header.Tensors.Values, file.Path);
        Precision precision = layers[0].Weight!.Precision;
        foreach (LayerTensors.Pair layer in layers)
        {
            if (layer.Weight!.Precision != precision)
                throw new ModelFileException(file.Path, "one dtype for all tensors", "F32 and F64");
        }

        ImmutableArray<int> sizes = LayerTensors.Sizes(layers);
        return (file.Header.IsOwn
            ? DescribeOwn(file, sizes, precision)
            : new ModelDescription(sizes, [], precision, parametersSha256: null, data: null), layers);
    }

    private static ModelDescription DescribeOwn(SafetensorsFile file, ImmutableArray<int> sizes, Precision precision)
    {
        SafetensorsHeader header = file.Header;
        ImmutableArray<Activation> activations = ReadActivations(header, sizes.Length - 1, file.Path);
        string layers = string.Join(',', sizes), stated = header.Require(MetadataKeys.Layers);
        if (stated != layers)
            throw new ModelFileException(file.Path, $"the layers {ModelFileException.Quote(stated)} that the metadata state", $"'{layers}'");
        if (ModelDescription.ParseName<Precision>(header.Require(MetadataKeys.Precision), file.Path) != precision)
            throw new ModelFileException(file.Path, $"the precision that the metadata state", $"{TensorEntry.TypeName(precision)}");
        DataDescription? data = header.Metadata.TryGetValue(MetadataKeys.Data, out string? text) ? DataDescription.Parse(text, file.Path) : null;
        if (data is not null && (data.Inputs.Count != sizes[0] || data.Targets.Count != sizes[^1]))
            throw new ModelFileException(file.Path, $"{sizes[0]} input and {sizes[^1]} target columns", $"{data.Inputs.Count} and {data.Targets.Count}");
        return new ModelDescription(sizes, activations, precision, header.Require(MetadataKeys.DataSha256), data);
    }

    internal static ImmutableArray<Activation> ReadActivations(SafetensorsHeader header, int count, string path)
    {
        string names = header.Require(MetadataKeys.Activations);
        int found = names.AsSpan().Count(',') + 1;
        if (found != count)
            throw new ModelFileException(path, $"{count} activations, one for each layer", $"{found}");
        return [.. Array.ConvertAll(names.Split(','), name => ModelDescription.ParseName<Activation>(name, path))];
    }

    /// <summary>Compares with the network; the message names the first difference.</summary>
    private static void RequireFit<TNet, T>(
        ModelDescription description, ImmutableArray<LayerTensors.Pair> layers, ModelLoadOptions options, string path)
        where TNet : class, IMlp<TNet, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ReadOnlySpan<int> sizes = TNet.LayerSizes;
        string name = typeof(TNet).Name;
        if (layers.Length != sizes.Length - 1)
            throw new ModelFileException(path, $"{sizes.Length - 1} layers for a {name}", $"{layers.Length}");
        for (int i = 0; i < layers.Length; i++)
        {
            TensorEntry weight = layers[i].Weight!;
            if (weight.Shape[0] != sizes[i + 1] || weight.Shape[1] != sizes[i])
                throw new ModelFileException(path, $"the shape [{sizes[i + 1]}, {sizes[i]}] of {ModelFileException.Quote(weight.Name)} for a {name}", weight.ShapeText);
            if (!description.Activations.IsEmpty && description.Activations[i] != TNet.LayerActivations[i])
                throw new ModelFileException(path, $"the activation {TNet.LayerActivations[i]} in layer {i} for a {name}", $"{description.Activations[i]}");
        }

        Precision own = LittleEndian.PrecisionOf<T>();
        if (description.Precision != own && !options.ConvertPrecision)
        {
            throw new ModelFileException(
                path, $"{TensorEntry.TypeName(own)} tensors for a {name}",
                $"{TensorEntry.TypeName(description.Precision)} (ModelLoadOptions.ConvertPrecision allows it)");
        }
    }

    private static void CompareWithDescription(
        SafetensorsFile file, ModelDescription model, ImmutableArray<LayerTensors.Pair> layers, string descriptionPath)
    {
        string stated;
        try
        {
            stated = ModelDescription.Read(descriptionPath).ParametersSha256!;
        }
        catch (FileNotFoundException)
        {
            return;
        }

        string found = model.ParametersSha256 ?? file.HashTensors(layers);
        if (stated != found)
        {
            throw new ModelFileException(
                file.Path, $"parameters with the SHA-256 {stated} that '{descriptionPath}' states", $"{found}: the two files are not of one save");
        }
    }

    private static T[] ReadParameters<T>(
        SafetensorsFile file, ImmutableArray<LayerTensors.Pair> layers, int count, bool allowNonFinite)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var parameters = new T[count];
        Span<T> rest = parameters;
        foreach ((TensorEntry? weight, TensorEntry? bias) in layers)
        {
            rest = ReadTensor(file, weight!, rest, allowNonFinite);
            rest = ReadTensor(file, bias!, rest, allowNonFinite);
        }

        return parameters;
    }

    internal static Span<T> ReadTensor<T>(SafetensorsFile file, TensorEntry tensor, Span<T> rest, bool allowNonFinite)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int length = (int)((tensor.End - tensor.Begin) / TensorEntry.SizeOf(tensor.Precision));
        Span<T> values = rest[..length];
        file.Read(tensor, values);
        int bad = allowNonFinite ? -1 : FirstNonFinite<T>(values);
        if (bad >= 0)
        {
            throw new ModelFileException(
                file.Path, $"finite numbers in {ModelFileException.Quote(tensor.Name)}",
                string.Create(CultureInfo.InvariantCulture, $"{values[bad]} at index {bad} (ModelLoadOptions.AllowNonFinite allows it)"));
        }

        return rest[length..];
    }

    internal static int ParameterCount(ReadOnlySpan<int> sizes)
    {
        int count = 0;
        for (int layer = 0; layer < sizes.Length - 1; layer++)
            count = checked(count + (sizes[layer + 1] * (sizes[layer] + 1)));
        return count;
    }
}
