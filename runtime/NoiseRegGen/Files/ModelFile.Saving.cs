using System;
using System.IO;
using System.Numerics;
using System.Security.Cryptography;
using NoiseRegGen.Files.Safetensors;

namespace NoiseRegGen.Files;

/// <content>Saving.</content>
public static partial class ModelFile
{
    internal static void Save<TNet, T>(IMlp<TNet, T> network, string path, DataDescription? data, FileLayer files)
        where TNet : class, IMlp<TNet, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentException.ThrowIfNullOrEmpty(path);
        string descriptionPath = DescriptionPath(path);
        if (path.EndsWith(".mlp.json", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"Expected a name like 'friction.safetensors', but got '{path}': that is what the description beside it is called.", nameof(path));
        RequireColumns(data, TNet.LayerSizes);
        // A copy, so that what is checked, hashed and written is the same.
        T[] parameters = network.Parameters.ToArray();
        RequireFinite<T>(parameters);
        ModelDescription description = new(
            [.. TNet.LayerSizes], [.. TNet.LayerActivations], LittleEndian.PrecisionOf<T>(), Sha256<T>(parameters), data);
        byte[] header = Header(description);
        AtomicFile.RemoveLeftovers(path);
        AtomicFile.RemoveLeftovers(descriptionPath);
        using AtomicFile model = AtomicFile.Write(files, path, stream =>
        {
            stream.Write(header);
            LittleEndian.Write<T>(stream, parameters);
        });
        using AtomicFile text = AtomicFile.Write(files, descriptionPath, stream => stream.Write(description.ToJson()));
        // A description beside another model would forbid its loading, none does not: so the old one goes first.
        files.Delete(descriptionPath);
        model.Commit();
        text.Commit();
    }

    internal static string Sha256<T>(ReadOnlySpan<T> values, params ReadOnlySpan<T> more)
        where T : unmanaged
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        LittleEndian.Append(hash, values);
        LittleEndian.Append(hash, more);
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    internal static void AddLayers(SafetensorsWriter writer, ReadOnlySpan<int> sizes, Precision precision)
    {
        for (int layer = 0; layer < sizes.Length - 1; layer++)
        {
            writer.AddTensor($"layers.{layer}.weight", precision, sizes[layer + 1], sizes[layer]);
            writer.AddTensor($"layers.{layer}.bias", precision, sizes[layer + 1]);
        }
    }

    private static byte[] Header(ModelDescription description)
    {
        SafetensorsWriter writer = new();
        writer.AddMetadata(MetadataKeys.DataSha256, description.ParametersSha256!);
        writer.AddMetadata(MetadataKeys.Version, MetadataKeys.CurrentVersion);
        writer.AddMetadata(MetadataKeys.Kind, MetadataKeys.ModelKind);
        writer.AddMetadata(MetadataKeys.Layers, string.Join(',', description.Layers));
        writer.AddMetadata(MetadataKeys.Activations, string.Join(',', description.Activations));
        writer.AddMetadata(MetadataKeys.Precision, description.Precision.ToString());
        if (description.Data is { } data)
            writer.AddMetadata(MetadataKeys.Data, data.ToJson());
        AddLayers(writer, description.Layers.AsSpan(), description.Precision);
        return writer.ToBytes();
    }

    internal static void RequireColumns(DataDescription? data, ReadOnlySpan<int> sizes)
    {
        if (data is null)
            return;
        if (data.Inputs.Count != sizes[0])
            throw new ArgumentException($"Expected {sizes[0]} input columns, as the network has inputs, but got {data.Inputs.Count}.", nameof(data));
        if (data.Targets.Count != sizes[^1])
            throw new ArgumentException($"Expected {sizes[^1]} target columns, as the network has outputs, but got {data.Targets.Count}.", nameof(data));
    }

    internal static void RequireFinite<T>(ReadOnlySpan<T> parameters)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int index = FirstNonFinite(parameters);
        if (index >= 0)
            throw new ArgumentException($"Expected a network of finite parameters, but parameter {index} is {parameters[index]}.", "network");
    }

    private static int FirstNonFinite<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!T.IsFinite(values[i]))
                return i;
        }

        return -1;
    }
}
