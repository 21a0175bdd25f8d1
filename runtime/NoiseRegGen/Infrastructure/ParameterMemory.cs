using System;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NoiseRegGen.Infrastructure;

/// <summary>
/// The memory of a network's parameters, zeros at first. It starts on a 64-byte boundary, so that the vectors of a layer whose rows fill whole lines do not
/// cross from one line of the cache to the next. For generated code.
/// </summary>
/// <typeparam name="T">The number type of the network.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ParameterMemory<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly AlignedBuffer<T> _buffer;

    /// <summary>Reserves the memory.</summary>
    /// <param name="count">The number of parameters.</param>
    public ParameterMemory(int count) => _buffer = new AlignedBuffer<T>(count);

    /// <summary>The parameters.</summary>
    public Span<T> Span
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => MemoryMarshal.CreateSpan(ref _buffer.Start, _buffer.Length);
    }

    /// <summary>The first of them.</summary>
    public ref T Start
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _buffer.Start;
    }
}
