using System;
using System.Runtime.InteropServices;

namespace NoiseRegGen.Numerics.Tests.Contract;

/// <summary>Numbers in the middle of a larger array whose rest holds a NaN of one bit pattern.</summary>
internal readonly struct GuardedSpan<T>
    where T : unmanaged
{
    // Longer than any vector, tile or lane block; odd, so that the span starts on no vector's boundary.
    private const int Guard = 97;

    // All bits set: a NaN in both formats, with a payload that no arithmetic produces.
    private const byte Pattern = 0xFF;

    private readonly T[] _array;
    private readonly int _length;

    public GuardedSpan(ReadOnlySpan<T> content)
    {
        _length = content.Length;
        _array = new T[content.Length + (2 * Guard)];
        MemoryMarshal.AsBytes(_array.AsSpan()).Fill(Pattern);
        content.CopyTo(Span);
    }

    public Span<T> Span => _array.AsSpan(Guard, _length);

    public bool IsIntact => IsPattern(_array.AsSpan(0, Guard)) && IsPattern(_array.AsSpan(Guard + _length));

    private static bool IsPattern(ReadOnlySpan<T> guard) => MemoryMarshal.AsBytes(guard).IndexOfAnyExcept(Pattern) < 0;
}
