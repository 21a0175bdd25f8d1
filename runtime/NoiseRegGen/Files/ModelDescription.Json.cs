using System;
using System.Buffers;
using System.Collections.Immutable;
using System.IO;
using System.Text;
using System.Text.Json;

namespace NoiseRegGen.Files;

/// <content>
/// The description as the text file beside a model:
/// <c>{"format":"noisereggen.mlp","version":1,"layers":[8,64,1],"activations":["Tanh","Identity"],"precision":"Single","parametersSha256":"..."}</c>.
/// </content>
public sealed partial class ModelDescription
{
    private const string Format = "noisereggen.mlp";
    private const int FormatVersion = 1;

    /// <summary>More than 257 sizes and 256 names of activations take.</summary>
    private const int LongestJson = 1 << 16;

    /// <summary>Reads the description that was saved beside a model.</summary>
    /// <param name="path">The file, such as <c>friction.mlp.json</c>.</param>
    /// <exception cref="ModelFileException">It is not such a description.</exception>
    public static ModelDescription Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        byte[] json;
        using (FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete))
        {
            if (stream.Length > LongestJson)
                throw new ModelFileException(path, $"a description of at most {LongestJson} bytes", $"{stream.Length}");
            json = new byte[stream.Length];
            stream.ReadExactly(json);
        }

        // A byte order mark is what some editors put there.
        ReadOnlyMemory<byte> text = json.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? json.AsMemory(Encoding.UTF8.Preamble.Length) : json;
        return Parse(text, path);
    }

    internal static ModelDescription Parse(ReadOnlyMemory<byte> json, string path)
    {
        const string expected = "a description like {\"format\":\"noisereggen.mlp\",\"version\":1,...}";
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 3, AllowDuplicateProperties = false });
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                throw new ModelFileException(path, expected, $"{root.ValueKind}");
            if (root.GetProperty("format").GetString() is not Format and var format)
                throw new ModelFileException(path, $"the format '{Format}'", ModelFileException.Quote(format ?? "null"));
            if (root.GetProperty("version").GetInt32() is not FormatVersion and int version)
                throw new ModelFileException(path, $"version {FormatVersion} of the description", $"version {version}: a newer library wrote it");
            return FromJson(root, path);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or System.Collections.Generic.KeyNotFoundException or FormatException)
        {
            throw new ModelFileException(path, expected, "something else", e);
        }
    }

    /// <summary>The bytes of the description file.</summary>
    internal byte[] ToJson()
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("format", Format);
            writer.WriteNumber("version", FormatVersion);
            WriteLayers(writer, "layers", Layers);
            WriteActivations(writer, "activations", Activations);
            writer.WriteString("precision", Precision.ToString());
            writer.WriteString("parametersSha256", ParametersSha256);
            writer.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static ModelDescription FromJson(JsonElement root, string path)
    {
        ImmutableArray<int>.Builder layers = ImmutableArray.CreateBuilder<int>();
        foreach (JsonElement size in root.GetProperty("layers").EnumerateArray())
            layers.Add(size.GetInt32());
        ImmutableArray<Activation>.Builder activations = ImmutableArray.CreateBuilder<Activation>();
        foreach (JsonElement name in root.GetProperty("activations").EnumerateArray())
            activations.Add(ParseName<Activation>(name.GetString(), path));
        if (layers.Count < 2 || activations.Count != layers.Count - 1)
            throw new ModelFileException(path, "at least two layer sizes and an activation for each layer", $"{layers.Count} sizes and {activations.Count} activations");
        foreach (int size in layers)
        {
            if (size < 1)
                throw new ModelFileException(path, "layer sizes of at least 1", $"{size}");
        }

        string? hash = root.GetProperty("parametersSha256").GetString();
        if (hash is not { Length: 64 } || hash.AsSpan().ContainsAnyExcept("0123456789abcdef"))
            throw new ModelFileException(path, "64 lower-case hexadecimal digits for parametersSha256", ModelFileException.Quote(hash ?? "null"));
        Precision precision = ParseName<Precision>(root.GetProperty("precision").GetString(), path);
        return new ModelDescription(layers.ToImmutable(), activations.ToImmutable(), precision, hash, data: null);
    }

    /// <summary>A member of an enumeration by its exact name: no number, no list, no other case.</summary>
    internal static TEnum ParseName<TEnum>(string? name, string path)
        where TEnum : struct, Enum
        => Enum.TryParse(name, ignoreCase: false, out TEnum value) && Enum.GetName(value) == name
            ? value
            : throw new ModelFileException(path, $"one of {string.Join(", ", Enum.GetNames<TEnum>())}", ModelFileException.Quote(name ?? "null"));

    private static void WriteLayers(Utf8JsonWriter writer, string name, ImmutableArray<int> layers)
    {
        writer.WriteStartArray(name);
        foreach (int size in layers)
            writer.WriteNumberValue(size);
        writer.WriteEndArray();
    }

    private static void WriteActivations(Utf8JsonWriter writer, string name, ImmutableArray<Activation> activations)
    {
        writer.WriteStartArray(name);
        foreach (Activation activation in activations)
            writer.WriteStringValue(activation.ToString());
        writer.WriteEndArray();
    }
}
