using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NoiseRegGen.Numerics;

// One counter per 64-bit lane. That is how the 32 x 32 -> 64 bit multiplication of the hardware wants it: a product's low word is
// used where it stands and its high word after one shift, so that a round is 2 multiplications, 2 shifts and 4 exclusive ors,
// without a shuffle. The upper halves of the lanes never matter on entry and hold garbage on return.
public static partial class Philox4x32
{
    /// <summary>The length of a key schedule: two words for each round.</summary>
    public const int ScheduleLength = 2 * Rounds;

    /// <summary>The round keys in all lanes: k0 and k1 of round 0, of round 1, ...</summary>
    /// <param name="k0">Word 0 of the key.</param>
    /// <param name="k1">Word 1 of the key.</param>
    /// <param name="schedule"><see cref="ScheduleLength"/> vectors; overwritten.</param>
    public static void Schedule(uint k0, uint k1, Span<Vector<ulong>> schedule)
    {
        for (int round = 0; round < Rounds; round++)
        {
            schedule[2 * round] = Vector.Create<ulong>(k0);
            schedule[2 * round + 1] = Vector.Create<ulong>(k1);
            unchecked
            {
                k0 += Weyl0;
                k1 += Weyl1;
            }
        }
    }

    /// <summary>The four words of each lane's counter.</summary>
    /// <param name="c0">In: word 0 of the counters. Out: word 0 of the random numbers, in the lower halves of the lanes.</param>
    /// <param name="c1">In and out: word 1.</param>
    /// <param name="c2">In and out: word 2.</param>
    /// <param name="c3">In and out: word 3.</param>
    /// <param name="schedule">The first of the vectors that <see cref="Schedule"/> has filled.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Block(
        ref Vector<ulong> c0, ref Vector<ulong> c1, ref Vector<ulong> c2, ref Vector<ulong> c3, ref Vector<ulong> schedule)
    {
        Vector<ulong> a = c0, b = c1, c = c2, d = c3;
        Round(ref a, ref b, ref c, ref d, ref schedule, 0);
        Round(ref a, ref b, ref c, ref d, ref schedule, 1);
        LastRounds(ref a, ref b, ref c, ref d, ref schedule);
        (c0, c1, c2, c3) = (a, b, c, d);
    }

    /// <summary>Rounds 2 to 9.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void LastRounds(
        ref Vector<ulong> a, ref Vector<ulong> b, ref Vector<ulong> c, ref Vector<ulong> d, ref Vector<ulong> schedule)
    {
        // Written out: in a loop the four words would change registers at every turn.
        Round(ref a, ref b, ref c, ref d, ref schedule, 2);
        Round(ref a, ref b, ref c, ref d, ref schedule, 3);
        Round(ref a, ref b, ref c, ref d, ref schedule, 4);
        Round(ref a, ref b, ref c, ref d, ref schedule, 5);
        Round(ref a, ref b, ref c, ref d, ref schedule, 6);
        Round(ref a, ref b, ref c, ref d, ref schedule, 7);
        Round(ref a, ref b, ref c, ref d, ref schedule, 8);
        Round(ref a, ref b, ref c, ref d, ref schedule, 9);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(
        ref Vector<ulong> a, ref Vector<ulong> b, ref Vector<ulong> c, ref Vector<ulong> d, ref Vector<ulong> schedule, int round)
    {
        Vector<ulong> p0 = MultiplyWide(a, Vector.Create<ulong>(Multiplier0));
        Vector<ulong> p1 = MultiplyWide(c, Vector.Create<ulong>(Multiplier1));
        a = (p1 >>> 32) ^ b ^ Unsafe.Add(ref schedule, 2 * round);
        c = (p0 >>> 32) ^ d ^ Unsafe.Add(ref schedule, 2 * round + 1);
        b = p1;
        d = p0;
    }
}
