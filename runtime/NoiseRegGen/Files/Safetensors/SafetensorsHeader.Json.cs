using System;
using System.Collections.Immutable;
using System.Text.Json;

namespace NoiseRegGen.Files.Safetensors;

/// <content>
/// The JSON: <c>{"__metadata__": {text: text, ...}, name: {"dtype": ..., "shape": [...], "data_offsets": [begin, end]}, ...}</c>,
/// read token by token, so that nothing is built for what is then refused.
/// </content>
internal sealed partial class SafetensorsHeader
{
    private const string MetadataName = "__metadata__";

    /// <summary>More dimensions than any tensor has; a longer shape is refused before it is kept.</summary>
    private const int MostDimensions = 8;

    private void ReadJson(ReadOnlySpan<byte> json)
    {
        if (json[0] != (byte)'{')
            throw Bad("a header that begins with '{'", $"the byte 0x{json[0]:x2}");
        Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = DeepestJson });
        reader.Read();
        bool metadataSeen = false;
        while (NextName(ref reader, out string name))
        {
            if (name != MetadataName)
            {
                TensorEntry tensor = ReadTensor(ref reader, name);
                if (!_tensors.TryAdd(name, tensor))
                    throw Twice(name);
            }
            else if (metadataSeen)
            {
                throw Twice(name);
            }
            else
            {
                metadataSeen = true;
                ReadMetadata(ref reader);
            }
        }

        // Past the object only white space may follow: the reader throws otherwise.
        reader.Read();
    }

    private static bool NextName(ref Utf8JsonReader reader, out string name)
    {
        reader.Read();
        name = reader.TokenType == JsonTokenType.PropertyName ? reader.GetString()! : "";
        return reader.TokenType == JsonTokenType.PropertyName;
    }

    private void ReadMetadata(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.StartObject, $"an object for '{MetadataName}'");
        while (NextName(ref reader, out string key))
        {
            Expect(ref reader, JsonTokenType.String, $"text for the metadata entry {ModelFileException.Quote(key)}");
            if (key == MetadataKeys.HeaderSha256 && reader.ValueSpan.Length == MetadataKeys.HashLength && !reader.ValueIsEscaped)
                _checksumAt = (int)reader.TokenStartIndex + 1;
            if (!_metadata.TryAdd(key, reader.GetString()!))
                throw Twice(key);
        }
    }

    private TensorEntry ReadTensor(ref Utf8JsonReader reader, string name)
    {
        string quoted = ModelFileException.Quote(name);
        Expect(ref reader, JsonTokenType.StartObject, $"an object for tensor {quoted}");
        Precision? precision = null;
        ImmutableArray<long> shape = default, offsets = default;
        while (NextName(ref reader, out string key))
        {
            bool twice = false;
            switch (key)
            {
                case "dtype":
                    twice = precision is not null;
                    precision = ReadPrecision(ref reader, quoted);
                    break;
                case "shape":
                    twice = !shape.IsDefault;
                    shape = ReadNumbers(ref reader, $"the shape of {quoted}");
                    break;
                case "data_offsets":
                    twice = !offsets.IsDefault;
                    offsets = ReadNumbers(ref reader, $"the data_offsets of {quoted}");
                    break;
                default:
                    throw Bad($"dtype, shape and data_offsets for tensor {quoted}", ModelFileException.Quote(key));
            }

            if (twice)
                throw Twice(key);
        }

        if (precision is null || shape.IsDefault || offsets.IsDefault)
            throw Bad($"dtype, shape and data_offsets for tensor {quoted}", "not all of them");
        return CheckTensor(new TensorEntry(name, precision.Value, shape, 0, 0), offsets, quoted);
    }

    private TensorEntry CheckTensor(TensorEntry tensor, ImmutableArray<long> offsets, string quoted)
    {
        if (offsets.Length != 2 || offsets[1] < offsets[0])
            throw Bad($"data_offsets [begin, end] for tensor {quoted}", $"[{string.Join(", ", offsets)}]");
        UInt128 bytes = (UInt128)TensorEntry.SizeOf(tensor.Precision);
        foreach (long size in tensor.Shape)
        {
            // A product past 2^64 fits no file; saturating it there keeps eight factors below 2^63 from wrapping round.
            bytes = UInt128.Min(bytes * (UInt128)size, ulong.MaxValue);
        }

        long length = offsets[1] - offsets[0];
        return bytes == (UInt128)length
            ? tensor with { Begin = offsets[0], End = offsets[1] }
            : throw Bad($"{bytes} bytes for tensor {quoted} of shape {tensor.ShapeText}", $"{length} between its data_offsets");
    }

    private Precision ReadPrecision(ref Utf8JsonReader reader, string quoted)
    {
        Expect(ref reader, JsonTokenType.String, $"text for the dtype of {quoted}");
        return reader.GetString() switch
        {
            "F32" => Precision.Single,
            "F64" => Precision.Double,
            { } other => throw Bad($"the dtype F32 or F64 for tensor {quoted}", ModelFileException.Quote(other)),
            null => throw Bad($"a dtype for tensor {quoted}", "none"),
        };
    }

    private ImmutableArray<long> ReadNumbers(ref Utf8JsonReader reader, string what)
    {
        Expect(ref reader, JsonTokenType.StartArray, $"an array for {what}");
        ImmutableArray<long>.Builder numbers = ImmutableArray.CreateBuilder<long>(2);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out long number) || number < 0)
                throw Bad($"integers from 0 to 2^63 - 1 in {what}", "something else");
            if (numbers.Count == MostDimensions)
                throw Bad($"at most {MostDimensions} numbers in {what}", "more");
            numbers.Add(number);
        }

        return numbers.DrainToImmutable();
    }

    private void Expect(ref Utf8JsonReader reader, JsonTokenType type, string expected)
    {
        reader.Read();
        if (reader.TokenType != type)
            throw Bad(expected, $"{reader.TokenType}");
    }

    private ModelFileException Twice(string name) => Bad("every name once", $"{ModelFileException.Quote(name)} twice");
}
