using System;
using System.ComponentModel;
using System.Numerics;

namespace NoiseRegGen.Infrastructure;

/// <summary>One thread's scratch memory for forward passes without a workspace that need more than the stack should give.</summary>
/// <typeparam name="T">The number type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ThreadScratch<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    [ThreadStatic]
    private static AlignedBuffer<T> s_buffer;

    /// <summary>The first of at least <paramref name="length"/> numbers, on a 64-byte boundary, grown on a thread's first call.</summary>
    /// <param name="length">The length in numbers that the pass needs.</param>
    public static ref T Start(int length)
    {
        if (s_buffer.Length < length)
            s_buffer = new AlignedBuffer<T>(length);
        return ref s_buffer.Start;
    }
}
