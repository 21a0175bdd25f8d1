using System;
using System.Numerics;

namespace NoiseRegGen.Numerics;

/// <summary>
/// A small scalar generator for data and shuffling, on top of <see cref="Philox4x32"/>: no allocation, and the same numbers on
/// every machine.
/// </summary>
/// <remarks>
/// The counter is <c>(index, index / 2^32 | stream &lt;&lt; 16, sequence, sequence / 2^32)</c>, the key the seed: sequences and
/// streams of one seed do not overlap within 2^50 words. A mutable value: pass it by reference, copies repeat its numbers.
/// </remarks>
public struct CounterRandom
{
    private readonly ulong _seed;
    private readonly ulong _sequence;
    private readonly uint _stream;
    private ulong _index;
    private (uint W0, uint W1, uint W2, uint W3) _words;
    private int _used;
    private double _spareNormal;
    private bool _hasSpareNormal;

    /// <summary>The start of a sequence.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="stream">What the numbers are for.</param>
    /// <param name="sequence">Which sequence of the stream, for example the epoch of a shuffle.</param>
    public CounterRandom(ulong seed, RandomStream stream, ulong sequence = 0)
    {
        _seed = seed;
        _sequence = sequence;
        _stream = (uint)stream << 16;
        _used = 4;
    }

    /// <summary>32 random bits.</summary>
    public uint NextUInt32()
    {
        if (_used == 4)
        {
            _words = Philox4x32.Block(
                (uint)_index, _stream | ((uint)(_index >> 32) & 0xFFFF), (uint)_sequence, (uint)(_sequence >> 32), (uint)_seed, (uint)(_seed >> 32));
            _index++;
            _used = 0;
        }

        return _used++ switch { 0 => _words.W0, 1 => _words.W1, 2 => _words.W2, _ => _words.W3 };
    }

    /// <summary>64 random bits.</summary>
    public ulong NextUInt64() => ((ulong)NextUInt32() << 32) | NextUInt32();

    /// <summary>A uniform number in [0, 1): a multiple of 2^-53.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A standard normal.</summary>
    public double NextNormal()
    {
        if (_hasSpareNormal)
        {
            _hasSpareNormal = false;
            return _spareNormal;
        }

        // The vector form on equal lanes: Math.Log and Math.SinCos may differ between platforms.
        Vector<ulong> radius = Vector.Create(NextUInt64());
        BoxMuller.Transform(radius, Vector.Create(NextUInt64()), out Vector<double> first, out Vector<double> second);
        _spareNormal = second[0];
        _hasSpareNormal = true;
        return first[0];
    }

    /// <summary>A uniform integer in [0, exclusiveMax), without bias (Lemire 2019: multiply, reject the few low products).</summary>
    /// <param name="exclusiveMax">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bound is below 1.</exception>
    public int NextInt(int exclusiveMax)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(exclusiveMax);
        uint bound = (uint)exclusiveMax;
        uint threshold = unchecked(0u - bound) % bound;
        ulong product;
        do
        {
            product = (ulong)NextUInt32() * bound;
        }
        while ((uint)product < threshold);

        return (int)(product >> 32);
    }

    /// <summary>A uniformly random permutation of the items, in place (Fisher and Yates).</summary>
    /// <param name="items">Permuted.</param>
    public void Shuffle(Span<int> items)
    {
        for (int last = items.Length - 1; last > 0; last--)
        {
            int other = NextInt(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }
}
