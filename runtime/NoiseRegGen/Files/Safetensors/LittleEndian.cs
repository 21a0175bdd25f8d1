using System;
using System.IO;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace NoiseRegGen.Files.Safetensors;

/// <summary>Numbers as the little-endian bytes of files.</summary>
internal static class LittleEndian
{
    // A span of bytes holds at most 2^31 of them: large vectors go in blocks.
    private const int Block = 1 << 14;

    /// <exception cref="PlatformNotSupportedException">The machine stores numbers the other way round.</exception>
    internal static void Require()
    {
        if (!BitConverter.IsLittleEndian)
            throw new PlatformNotSupportedException("Model files are read and written on little-endian machines only.");
    }

    internal static Precision PrecisionOf<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
        => typeof(T) == typeof(float) ? Precision.Single
        : typeof(T) == typeof(double) ? Precision.Double
        : throw new NotSupportedException($"Model files hold float and double, not {typeof(T).Name}.");

    internal static void Write<T>(Stream stream, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        Require();
        for (int i = 0; i < values.Length; i += Block)
            stream.Write(MemoryMarshal.AsBytes(values.Slice(i, Math.Min(Block, values.Length - i))));
    }

    /// <summary>Feeds a checksum.</summary>
    internal static void Append<T>(IncrementalHash hash, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        Require();
        for (int i = 0; i < values.Length; i += Block)
            hash.AppendData(MemoryMarshal.AsBytes(values.Slice(i, Math.Min(Block, values.Length - i))));
    }
}
