using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NoiseRegGen;

/// <summary>Zeroed memory that starts on a 64-byte boundary: a pinned array with an offset, so nothing to dispose.</summary>
internal readonly struct AlignedBuffer<T>
    where T : unmanaged
{
    private const int Alignment = 64;

    private readonly T[]? _array;
    private readonly int _offset;

    internal AlignedBuffer(int length)
    {
        _array = GC.AllocateArray<T>(checked(length + Slack), pinned: true);
        nint address = Marshal.UnsafeAddrOfPinnedArrayElement(_array, 0);
        _offset = (int)(-address & (Alignment - 1)) / Unsafe.SizeOf<T>();
        Length = length;
    }

    /// <summary>Numbers beyond the length that the alignment may take.</summary>
    internal static int Slack => Alignment / Unsafe.SizeOf<T>();

    internal int Length { get; }

    /// <summary>A piece of the memory.</summary>
    internal Span<T> Span(int start, int length) => _array.AsSpan(_offset + start, length);

    internal ref T Start => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_array!), _offset);
}
