using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text.Json;

namespace NoiseRegGen.Files.Safetensors;

/// <summary>
/// The header of a safetensors file: 8 bytes of length (little-endian), then that many bytes of JSON, then the data. What the format
/// publishes is checked in full: the JSON, the shapes, and that the tensors tile the data without a hole or an overlap.
/// </summary>
internal sealed partial class SafetensorsHeader
{
    internal const int PrefixLength = 8;

    /// <summary>
    /// The longest JSON taken up. The format's own limit is 100 MB; a network of 65,536 described columns and 256 layers needs less
    /// than this.
    /// </summary>
    internal const int LongestJson = 16 << 20;

    /// <summary>The JSON of a header nests three deep: header, tensor, shape.</summary>
    private const int DeepestJson = 4;

    private readonly string _path;
    private readonly Dictionary<string, string> _metadata = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TensorEntry> _tensors = new(StringComparer.Ordinal);
    private int _checksumAt = -1;

    private SafetensorsHeader(string path) => _path = path;

    /// <summary>The tensors, by name.</summary>
    internal IReadOnlyDictionary<string, TensorEntry> Tensors => _tensors;

    /// <summary>The free text of the file, by key.</summary>
    internal IReadOnlyDictionary<string, string> Metadata => _metadata;

    /// <summary>Whether this library wrote the file; its checksum is right then.</summary>
    internal bool IsOwn { get; private set; }

    /// <summary>Parses and checks a header.</summary>
    /// <param name="bytes">The 8 bytes of length and the JSON.</param>
    /// <param name="dataLength">The number of bytes that follow.</param>
    /// <param name="path">The file, for messages.</param>
    /// <exception cref="ModelFileException">Anything is wrong.</exception>
    internal static SafetensorsHeader Parse(byte[] bytes, long dataLength, string path)
    {
        SafetensorsHeader header = new(path);
        try
        {
            header.ReadJson(bytes.AsSpan(PrefixLength));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The reader reports text that is no UTF-8 as an invalid operation.
            throw new ModelFileException(path, "a header of JSON as the safetensors format has it", "broken JSON", e);
        }

        header.CheckLayout(dataLength);
        header.CheckOwnChecksum(bytes);
        return header;
    }

    /// <summary>The text of a metadata entry that a file of this library must have.</summary>
    internal string Require(string key) =>
        _metadata.TryGetValue(key, out string? text) ? text : throw Bad($"the metadata entry '{key}'", "none");

    /// <summary>SHA-256 over the header with the checksum's characters zeroed.</summary>
    internal static string Checksum(ReadOnlySpan<byte> bytes, int checksumAt)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(bytes[..checksumAt]);
        hash.AppendData(new byte[MetadataKeys.HashLength]);
        hash.AppendData(bytes[(checksumAt + MetadataKeys.HashLength)..]);
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    /// <summary>The length of the JSON, from a file's first 8 bytes.</summary>
    internal static int JsonLength(ReadOnlySpan<byte> prefix, long fileLength, string path)
    {
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length > (ulong)(fileLength - PrefixLength))
            throw new ModelFileException(path, $"a header within the {fileLength} bytes of the file", $"one said to have {length} bytes: cut short, or no safetensors file");
        if (length is < 2 or > LongestJson)
            throw new ModelFileException(path, $"a header of 2 to {LongestJson} bytes", $"one of {length}");
        return (int)length;
    }

    private void CheckLayout(long dataLength)
    {
        List<TensorEntry> inOrder = [.. _tensors.Values];
        inOrder.Sort(static (a, b) => a.Begin != b.Begin ? a.Begin.CompareTo(b.Begin) : a.End.CompareTo(b.End));
        long end = 0;
        foreach (TensorEntry tensor in inOrder)
        {
            if (tensor.Begin != end)
                throw Bad($"tensor {ModelFileException.Quote(tensor.Name)} to begin at byte {end} of the data, where the one before it ends", $"byte {tensor.Begin}");
            end = tensor.End;
        }

        if (end != dataLength)
            throw Bad($"{end} bytes of data, as the header says", $"{dataLength}");
    }

    private void CheckOwnChecksum(ReadOnlySpan<byte> bytes)
    {
        foreach (string key in _metadata.Keys)
            IsOwn |= MetadataKeys.IsOwn(key);
        if (!IsOwn)
            return;
        string stated = Require(MetadataKeys.HeaderSha256);
        if (_checksumAt < 0 || Checksum(bytes, PrefixLength + _checksumAt) != stated)
            throw Bad($"a header with the checksum {ModelFileException.Quote(stated)} that is in it", "other bytes: the file is damaged or was edited");
        if (Require(MetadataKeys.Version) is not MetadataKeys.CurrentVersion and string version)
            throw Bad($"version {MetadataKeys.CurrentVersion} of this library's files", $"version {ModelFileException.Quote(version)}: a newer library wrote it");
    }

    private ModelFileException Bad(string expected, string found) => new(_path, expected, found);
}
