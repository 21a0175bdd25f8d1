using System;
using NoiseRegGen.Numerics;

namespace NoiseRegGen.Training;

/// <summary>The order of the examples of each epoch: a fresh permutation, a function of (seed, epoch, number of rows) alone.</summary>
internal sealed class EpochOrder(ulong seed)
{
    private int[] _rows = [];

    /// <summary>The permutation of one epoch; valid until the next call, and allocated only when the number of rows changes.</summary>
    internal ReadOnlySpan<int> Shuffle(int rows, int epoch)
    {
        if (_rows.Length != rows)
            _rows = new int[rows];
        for (int i = 0; i < rows; i++)
            _rows[i] = i;
        new CounterRandom(seed, RandomStream.Shuffling, (ulong)epoch).Shuffle(_rows);
        return _rows;
    }
}
