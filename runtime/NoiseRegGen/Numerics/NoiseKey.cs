using System;

namespace NoiseRegGen.Numerics;

/// <summary>
/// The part of a noise index that one call shares: the seed, which is the key of <see cref="Philox4x32"/>, and the step, which is
/// word 3 of its counter.
/// </summary>
public readonly struct NoiseKey
{
    /// <summary>The key of one optimisation step.</summary>
    /// <param name="seed">Any seed.</param>
    /// <param name="step">The index of the step, in [0, 2^32).</param>
    /// <exception cref="ArgumentOutOfRangeException">The step lies outside [0, 2^32): a truncated one would repeat noise.</exception>
    public NoiseKey(ulong seed, long step)
    {
        if ((ulong)step > uint.MaxValue)
        {
            throw new ArgumentOutOfRangeException(nameof(step), step, "Expected a step index in [0, 2^32).");
        }

        Seed = seed;
        Step = (uint)step;
    }

    private NoiseKey(ulong seed, uint step)
    {
        Seed = seed;
        Step = step;
    }

    internal ulong Seed { get; }

    internal uint Step { get; }

    internal uint Key0 => (uint)Seed;

    internal uint Key1 => (uint)(Seed >> 32);

    /// <summary>Word 1 of the counter: the layer (16 bits) and the stream.</summary>
    internal static uint Domain(int layer, RandomStream stream) => ((uint)layer & 0xFFFF) | ((uint)stream << 16);

    /// <summary>
    /// The key of one weight row. Row, column, presentation, layer and step together do not fit in 128 bits of counter, so the row
    /// goes into the key, by one block of the generator: rows differ except with probability 2^-64 per pair of rows, whereas all
    /// the other indices stay exact.
    /// </summary>
    internal NoiseKey ForRow(int layer, int row)
    {
        var (w0, w1, _, _) = Philox4x32.Block((uint)row, Domain(layer, RandomStream.KeyDerivation), 0, 0, Key0, Key1);
        return new NoiseKey(w0 | ((ulong)w1 << 32), Step);
    }
}
