using System;
using System.ComponentModel;
using System.Numerics;

namespace NoiseRegGen;

/// <summary>
/// The scratch memory of one thread for one kind of network: sized once, whatever the batch.
/// </summary>
/// <remarks>
/// Each generated class derives its own <c>Workspace</c>. Memory that only a rare operation needs (the per-example noise, the Gram
/// matrices of the Laplacian) is added on that operation's first call and kept. Not for use by two threads at once.
/// </remarks>
/// <typeparam name="T">The number type of the network.</typeparam>
public abstract class MlpWorkspace<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private AlignedBuffer<T> _common;
    private AlignedBuffer<T> _rare;

    /// <summary>Reserves the memory that every operation shares.</summary>
    /// <param name="length">Its length in numbers.</param>
    /// <exception cref="NotSupportedException">No array holds that many: the network is too deep and wide for this runtime.</exception>
    protected MlpWorkspace(long length) => _common = Allocate(length);

    /// <summary>The length in numbers of the memory that every operation shares.</summary>
    public int Length => _common.Length;

    /// <summary>The shared memory's first number, on a 64-byte boundary. For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ref T Start => ref _common.Start;

    /// <summary>The first number of memory for one rare operation, grown on its first call. For generated code.</summary>
    /// <param name="length">The length in numbers that the operation needs.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ref T Rare(long length)
    {
        if (_rare.Length < length)
            _rare = Allocate(length);
        return ref _rare.Start;
    }

    private static AlignedBuffer<T> Allocate(long length)
    {
        if (length > Array.MaxLength - AlignedBuffer<T>.Slack)
            throw new NotSupportedException($"This network needs scratch memory for {length} numbers, more than an array holds: its layers are too many or too wide.");
        return new AlignedBuffer<T>((int)length);
    }
}
