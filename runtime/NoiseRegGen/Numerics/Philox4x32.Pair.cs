using System.Numerics;
using System.Runtime.CompilerServices;

namespace NoiseRegGen.Numerics;

// A round is a chain of a multiplication, a shift and an exclusive or, each waiting for the one before: one set of counters leaves
// most of the processor idle. So two pairs of sets, the lanes of a lane block, go through the rounds side by side. This is the faster
// order with 16 registers too, although the words then take turns in memory.
public static partial class Philox4x32
{
    /// <summary>For each 64-bit lane of a pair's left set, the 32-bit lane that its words go to.</summary>
    internal static Vector<ulong> LeftIndices
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (Vector<ulong>.Indices << 1) - (Vector<ulong>.Indices & Vector<ulong>.One);
    }

    /// <summary>The same for the right set.</summary>
    internal static Vector<ulong> RightIndices
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => LeftIndices + Vector.Create(2UL);
    }

    /// <summary>Rounds 2 to 9 of one pair.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void LastRounds(ref PairState pair, ref Vector<ulong> schedule)
    {
        pair.Round(ref schedule, 2);
        pair.Round(ref schedule, 3);
        pair.Round(ref schedule, 4);
        pair.Round(ref schedule, 5);
        pair.Round(ref schedule, 6);
        pair.Round(ref schedule, 7);
        pair.Round(ref schedule, 8);
        pair.Round(ref schedule, 9);
    }

    /// <summary>Rounds 2 to 9 of two pairs, in turn.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void LastRounds(ref PairState first, ref PairState second, ref Vector<ulong> schedule)
    {
        first.Round(ref schedule, 2);
        second.Round(ref schedule, 2);
        first.Round(ref schedule, 3);
        second.Round(ref schedule, 3);
        first.Round(ref schedule, 4);
        second.Round(ref schedule, 4);
        first.Round(ref schedule, 5);
        second.Round(ref schedule, 5);
        first.Round(ref schedule, 6);
        second.Round(ref schedule, 6);
        first.Round(ref schedule, 7);
        second.Round(ref schedule, 7);
        first.Round(ref schedule, 8);
        second.Round(ref schedule, 8);
        first.Round(ref schedule, 9);
        second.Round(ref schedule, 9);
    }

    /// <summary>Rounds 2 to 9 of one pair, with round keys made on the way: for few numbers, a schedule in memory takes as long as they do.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void LastRounds(ref PairState pair, in NoiseKey key)
    {
        RoundKeys keys = new(key);
        pair.Round(keys.Key0, keys.Key1);
        keys.Next();
        pair.Round(keys.Key0, keys.Key1);
        keys.Next();
        pair.Round(keys.Key0, keys.Key1);
        keys.Next();
        pair.Round(keys.Key0, keys.Key1);
        keys.Next();
        pair.Round(keys.Key0, keys.Key1);
        keys.Next();
        pair.Round(keys.Key0, keys.Key1);
        keys.Next();
        pair.Round(keys.Key0, keys.Key1);
        keys.Next();
        pair.Round(keys.Key0, keys.Key1);
    }

    /// <summary>The same of two pairs, in turn.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void LastRounds(ref PairState first, ref PairState second, in NoiseKey key)
    {
        RoundKeys keys = new(key);
        first.Round(keys.Key0, keys.Key1);
        second.Round(keys.Key0, keys.Key1);
        keys.Next();
        first.Round(keys.Key0, keys.Key1);
        second.Round(keys.Key0, keys.Key1);
        keys.Next();
        first.Round(keys.Key0, keys.Key1);
        second.Round(keys.Key0, keys.Key1);
        keys.Next();
        first.Round(keys.Key0, keys.Key1);
        second.Round(keys.Key0, keys.Key1);
        keys.Next();
        first.Round(keys.Key0, keys.Key1);
        second.Round(keys.Key0, keys.Key1);
        keys.Next();
        first.Round(keys.Key0, keys.Key1);
        second.Round(keys.Key0, keys.Key1);
        keys.Next();
        first.Round(keys.Key0, keys.Key1);
        second.Round(keys.Key0, keys.Key1);
        keys.Next();
        first.Round(keys.Key0, keys.Key1);
        second.Round(keys.Key0, keys.Key1);
    }

    /// <summary>What rounds 0 and 1 make of e, e + 1, ..., the counter words of 32-bit lanes.</summary>
    internal readonly struct LanePair
    {
        internal readonly LaneHalf Left;
        internal readonly LaneHalf Right;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal LanePair(uint e, uint c1, ref Vector<ulong> schedule)
        {
            Left = new LaneHalf(Vector.Create<ulong>(e) + LeftIndices, c1, ref schedule);
            Right = new LaneHalf(Vector.Create<ulong>(e) + RightIndices, c1, ref schedule);
        }
    }
}
