using System;
using System.Collections.Immutable;
using System.IO;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace NoiseRegGen.Files.Safetensors;

/// <summary>A safetensors file that is open for reading, its header checked. Memory is bounded by the header's length and the caller's own arrays.</summary>
internal sealed class SafetensorsFile : IDisposable
{
    private const int BlockBytes = 1 << 16;

    private readonly Stream _stream;
    private readonly long _dataStart;

    private SafetensorsFile(Stream stream, SafetensorsHeader header, long dataStart, string path)
    {
        _stream = stream;
        Header = header;
        _dataStart = dataStart;
        Path = path;
    }

    internal string Path { get; }

    internal SafetensorsHeader Header { get; }

    /// <summary>When the file that was opened was written; another file may have its name by now.</summary>
    internal DateTime LastWriteTime { get; private set; }

    /// <summary>Opens a file and checks its header.</summary>
    internal static SafetensorsFile Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BlockBytes, FileOptions.SequentialScan);
        try
        {
            SafetensorsFile file = Open(stream, path);
            file.LastWriteTime = File.GetLastWriteTimeUtc(stream.SafeFileHandle);
            return file;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Takes over a stream that can seek.</summary>
    internal static SafetensorsFile Open(Stream stream, string path)
    {
        if (!stream.CanSeek)
            throw new ModelFileException(path, "a regular file", "one that cannot be measured");
        long length = stream.Length;
        if (length < SafetensorsHeader.PrefixLength)
            throw new ModelFileException(path, $"at least the {SafetensorsHeader.PrefixLength} bytes of a safetensors header's length", $"{length} bytes");
        Span<byte> prefix = stackalloc byte[SafetensorsHeader.PrefixLength];
        Fill(stream, prefix, path);
        int json = SafetensorsHeader.JsonLength(prefix, length, path);
        var bytes = new byte[SafetensorsHeader.PrefixLength + json];
        prefix.CopyTo(bytes);
        Fill(stream, bytes.AsSpan(SafetensorsHeader.PrefixLength), path);
        SafetensorsHeader header = SafetensorsHeader.Parse(bytes, length - bytes.Length, path);
        return new SafetensorsFile(stream, header, bytes.Length, path);
    }

    public void Dispose() => _stream.Dispose();

    /// <summary>Compares the data with the checksum in the metadata. For a file of this library.</summary>
    internal void CheckData()
    {
        string stated = Header.Require(MetadataKeys.DataSha256);
        _stream.Position = _dataStart;
        string found = Convert.ToHexStringLower(SHA256.HashData(_stream));
        if (found != stated)
            throw new ModelFileException(Path, $"data with the SHA-256 {stated} that the header states", $"{found}: the file is damaged");
    }

    /// <summary>SHA-256 of the tensors' bytes, layer by layer, weights before biases: of parameters in their order.</summary>
    internal string HashTensors(ImmutableArray<LayerTensors.Pair> layers)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((TensorEntry? weight, TensorEntry? bias) in layers)
        {
            Append(hash, weight!);
            Append(hash, bias!);
        }

        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    /// <summary>Reads a tensor, converting where its precision is the other one.</summary>
    internal void Read<T>(TensorEntry tensor, Span<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        LittleEndian.Require();
        _stream.Position = _dataStart + tensor.Begin;
        if (tensor.Precision == LittleEndian.PrecisionOf<T>())
            ReadSame(destination);
        else if (tensor.Precision == Precision.Single)
            ReadConverted<T, float>(destination);
        else
            ReadConverted<T, double>(destination);
    }

    /// <summary>Reads all data as numbers of one type, to which the header's tensors must add up.</summary>
    internal void ReadAll<T>(Span<T> destination)
        where T : unmanaged
    {
        LittleEndian.Require();
        _stream.Position = _dataStart;
        ReadSame(destination);
    }

    private void Append(IncrementalHash hash, TensorEntry tensor)
    {
        var block = new byte[Math.Min(BlockBytes, tensor.End - tensor.Begin)];
        _stream.Position = _dataStart + tensor.Begin;
        for (long rest = tensor.End - tensor.Begin; rest > 0; rest -= block.Length)
        {
            Span<byte> part = block.AsSpan(0, (int)Math.Min(block.Length, rest));
            Fill(_stream, part, Path);
            hash.AppendData(part);
        }
    }

    private void ReadSame<T>(Span<T> destination)
        where T : unmanaged
    {
        // A span of bytes holds at most 2^31 of them: large tensors go in blocks.
        const int block = BlockBytes / sizeof(double);
        for (int i = 0; i < destination.Length; i += block)
            Fill(_stream, MemoryMarshal.AsBytes(destination.Slice(i, Math.Min(block, destination.Length - i))), Path);
    }

    private void ReadConverted<T, TStored>(Span<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TStored : unmanaged, IFloatingPointIeee754<TStored>
    {
        var stored = new TStored[Math.Min(destination.Length, BlockBytes / sizeof(double))];
        for (int i = 0; i < destination.Length; i += stored.Length)
        {
            Span<TStored> part = stored.AsSpan(0, Math.Min(stored.Length, destination.Length - i));
            Fill(_stream, MemoryMarshal.AsBytes(part), Path);
            for (int j = 0; j < part.Length; j++)
                destination[i + j] = T.CreateChecked(part[j]);
        }
    }

    private static void Fill(Stream stream, Span<byte> bytes, string path)
    {
        try
        {
            stream.ReadExactly(bytes);
        }
        catch (EndOfStreamException e)
        {
            throw new ModelFileException(path, "as many bytes as the file had when it was opened", "fewer: somebody cut it while it was read", e);
        }
    }
}
