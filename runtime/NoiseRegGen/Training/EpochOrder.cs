using System;

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
        ulong state = seed ^ ((ulong)epoch << 32);
        for (int last = rows - 1; last > 0; last--)
        {
            state = unchecked((state * 6364136223846793005UL) + 1442695040888963407UL);
            int other = (int)((state >> 32) % (ulong)(last + 1));
            (_rows[last], _rows[other]) = (_rows[other], _rows[last]);
        }
        return _rows;
    }
}
