using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NoiseRegGen.Numerics.Tests.Guarded;

/// <summary>Memory between two pages that nothing may touch: a span that ends where it ends, or begins where it begins, cannot be left unnoticed.</summary>
internal sealed class GuardedPages : IDisposable
{
    // More than any load that goes wrong by a few lane blocks or rows reaches: 64 KB, and so no smaller than a page anywhere.
    private const int Guard = 1 << 16;

    private readonly int _bytes;
    private readonly nint _start;

    /// <param name="bytes">What the longest span needs.</param>
    public GuardedPages(int bytes)
    {
        _bytes = (bytes + Guard - 1) / Guard * Guard;
        _start = PageProtection.Reserve(_bytes + (2 * Guard));
        PageProtection.Open(_start + Guard, _bytes);
    }

    /// <summary>So many numbers, before the upper guard or after the lower one. An empty span lies on the border itself.</summary>
    public Span<T> Span<T>(int length, bool atEnd)
        where T : unmanaged
    {
        int bytes = length * Unsafe.SizeOf<T>();
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes, _bytes);
        nint start = _start + Guard + (atEnd ? _bytes - bytes : 0);
        return MemoryMarshal.CreateSpan(ref Unsafe.AddByteOffset(ref Unsafe.NullRef<T>(), start), length);
    }

    /// <summary>The same with a content.</summary>
    public Span<T> Copy<T>(ReadOnlySpan<T> content, bool atEnd)
        where T : unmanaged
    {
        Span<T> span = Span<T>(content.Length, atEnd);
        content.CopyTo(span);
        return span;
    }

    public void Dispose() => PageProtection.Release(_start, _bytes + (2 * Guard));
}
