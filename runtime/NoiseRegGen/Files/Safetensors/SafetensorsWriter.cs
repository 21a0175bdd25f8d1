using System;
using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Json;

namespace NoiseRegGen.Files.Safetensors;

/// <summary>Builds the header of a file of this library: tensors one after another, in the order they are added.</summary>
internal sealed class SafetensorsWriter
{
    // The data begin at a multiple of this, as the format advises, so that a memory map of the file can be read in place.
    private const int Alignment = 8;

    private readonly ArrayBufferWriter<byte> _json = new();
    private readonly List<TensorEntry> _tensors = [];
    private readonly List<(string Key, string Text)> _metadata = [];

    internal IReadOnlyList<TensorEntry> Tensors => _tensors;

    internal void AddMetadata(string key, string text) => _metadata.Add((key, text));

    internal void AddTensor(string name, Precision precision, params ReadOnlySpan<long> shape)
    {
        long begin = _tensors.Count == 0 ? 0 : _tensors[^1].End, bytes = TensorEntry.SizeOf(precision);
        foreach (long size in shape)
            bytes *= size;
        _tensors.Add(new TensorEntry(name, precision, [.. shape], begin, begin + bytes));
    }

    /// <summary>The 8 bytes of length and the JSON, padded with spaces; the checksum is in it.</summary>
    /// <exception cref="ArgumentException">The metadata are longer than a reader takes up.</exception>
    internal byte[] ToBytes()
    {
        const string metadataStart = "{\"__metadata__\":{\"" + MetadataKeys.HeaderSha256 + "\":\"";
        using (Utf8JsonWriter writer = new(_json))
            WriteJson(writer);
        int length = (_json.WrittenCount + Alignment - 1) / Alignment * Alignment;
        if (length > SafetensorsHeader.LongestJson)
            throw new ArgumentException($"The names of the data's columns are too long: expected a header of at most {SafetensorsHeader.LongestJson} bytes, but it has {length}.");
        var bytes = new byte[SafetensorsHeader.PrefixLength + length];
        bytes.AsSpan().Fill((byte)' ');
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, (ulong)length);
        _json.WrittenSpan.CopyTo(bytes.AsSpan(SafetensorsHeader.PrefixLength));
        int checksumAt = SafetensorsHeader.PrefixLength + metadataStart.Length;
        string checksum = SafetensorsHeader.Checksum(bytes, checksumAt);
        Encoding.ASCII.GetBytes(checksum, bytes.AsSpan(checksumAt));
        return bytes;
    }

    private void WriteJson(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("__metadata__");
        writer.WriteString(MetadataKeys.HeaderSha256, new string('0', MetadataKeys.HashLength));
        foreach ((string key, string text) in _metadata)
            writer.WriteString(key, text);
        writer.WriteEndObject();
        foreach (TensorEntry tensor in _tensors)
        {
            writer.WriteStartObject(tensor.Name);
            writer.WriteString("dtype", TensorEntry.TypeName(tensor.Precision));
            writer.WriteStartArray("shape");
            foreach (long size in tensor.Shape)
                writer.WriteNumberValue(size);
            writer.WriteEndArray();
            writer.WriteStartArray("data_offsets");
            writer.WriteNumberValue(tensor.Begin);
            writer.WriteNumberValue(tensor.End);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
