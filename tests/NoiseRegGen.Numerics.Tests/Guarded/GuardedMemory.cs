using System;
using System.Buffers;

namespace NoiseRegGen.Numerics.Tests.Guarded;

/// <summary>Numbers between guards for an operation that takes memory rather than spans.</summary>
internal sealed class GuardedMemory<T>(GuardedPages pages, int length, bool atEnd) : MemoryManager<T>
    where T : unmanaged
{
    public override Span<T> GetSpan() => pages.Span<T>(length, atEnd);

    public override MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException("Nothing here is pinned.");

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}
