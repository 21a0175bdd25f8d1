using System.Numerics;
using NoiseRegGen.Numerics;
using Xunit;

namespace NoiseRegGen.Runtime.Tests.Numerics;

public class Philox4x32Tests
{
    // Published with the generator (Random123, kat_vectors): counter, key, output.
    public static TheoryData<uint[], uint[], uint[]> KnownAnswers => new()
    {
        { [0, 0, 0, 0], [0, 0], [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8] },
        {
            [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff], [0xffffffff, 0xffffffff],
            [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd]
        },
        {
            [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0],
            [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1]
        },
    };

    [Theory]
    [MemberData(nameof(KnownAnswers))]
    public void The_scalar_block_gives_the_published_answers(uint[] counter, uint[] key, uint[] expected)
    {
        var (w0, w1, w2, w3) = Philox4x32.Block(counter[0], counter[1], counter[2], counter[3], key[0], key[1]);
        Assert.Equal(expected, (uint[])[w0, w1, w2, w3]);
    }

    [Theory]
    [MemberData(nameof(KnownAnswers))]
    public void Every_lane_of_the_vector_block_gives_the_scalar_words_of_its_own_counter(uint[] counter, uint[] key, uint[] expected)
    {
        // Garbage in the upper halves must not matter.
        Vector<ulong> garbage = Vector.Create(0xDEAD_BEEF_0000_0000UL);
        Vector<ulong> c0 = garbage | Vector.Create<ulong>(counter[0]), c1 = garbage | Vector.Create<ulong>(counter[1]);
        Vector<ulong> c2 = (garbage | Vector.Create<ulong>(counter[2])) + Vector<ulong>.Indices, c3 = garbage | Vector.Create<ulong>(counter[3]);
        var schedule = new Vector<ulong>[Philox4x32.ScheduleLength];
        Philox4x32.Schedule(key[0], key[1], schedule);
        Philox4x32.Block(ref c0, ref c1, ref c2, ref c3, ref schedule[0]);
        for (int lane = 0; lane < Vector<ulong>.Count; lane++)
        {
            uint own = unchecked(counter[2] + (uint)lane);
            var (w0, w1, w2, w3) = Philox4x32.Block(counter[0], counter[1], own, counter[3], key[0], key[1]);
            Assert.Equal((uint[])[w0, w1, w2, w3], (uint[])[(uint)c0[lane], (uint)c1[lane], (uint)c2[lane], (uint)c3[lane]]);
        }

        Assert.Equal(expected, (uint[])[(uint)c0[0], (uint)c1[0], (uint)c2[0], (uint)c3[0]]);
    }

    [Theory]
    [MemberData(nameof(KnownAnswers))]
    public void Pairs_side_by_side_give_the_scalar_words_in_the_lanes_they_stand_for(uint[] counter, uint[] key, uint[] expected)
    {
        Vector<ulong>[] schedule = Schedule(key);
        uint second = unchecked(counter[2] + (uint)Vector<uint>.Count);
        var shared = new Philox4x32.SharedHalf(counter[0], counter[3], key[1]);
        Philox4x32.PairState pair0 = new(shared, new Philox4x32.LanePair(counter[2], counter[1], ref schedule[0]));
        Philox4x32.PairState pair1 = new(shared, new Philox4x32.LanePair(second, counter[1], ref schedule[0])), alone = pair1;
        Philox4x32.LastRounds(ref pair0, ref pair1, ref schedule[0]);
        Philox4x32.LastRounds(ref alone, ref schedule[0]);
        for (int lane = 0; lane < Vector<uint>.Count; lane++)
        {
            var words0 = Philox4x32.Block(counter[0], counter[1], unchecked(counter[2] + (uint)lane), counter[3], key[0], key[1]);
            var words1 = Philox4x32.Block(counter[0], counter[1], unchecked(second + (uint)lane), counter[3], key[0], key[1]);
            Assert.Equal(words0, Words(pair0, lane));
            Assert.Equal(words1, Words(pair1, lane));
            Assert.Equal(words1, Words(alone, lane));
        }

        Assert.Equal((expected[0], expected[1], expected[2], expected[3]), Words(pair0, 0));
    }

    [Theory]
    [MemberData(nameof(KnownAnswers))]
    public void A_pair_that_counts_in_word_0_gives_the_scalar_words_in_the_lanes_it_stands_for(uint[] counter, uint[] key, uint[] expected)
    {
        Vector<ulong>[] schedule = Schedule(key);
        var noiseKey = new NoiseKey(key[0] | ((ulong)key[1] << 32), counter[3]);
        Philox4x32.PairState pair = new(counter[0], counter[1], counter[2], noiseKey), first = pair, second = pair, alone = pair;
        Philox4x32.LastRounds(ref pair, ref schedule[0]);
        Philox4x32.LastRounds(ref first, ref second, noiseKey);
        Philox4x32.LastRounds(ref alone, noiseKey);
        for (int lane = 0; lane < Vector<uint>.Count; lane++)
        {
            var words = Philox4x32.Block(unchecked(counter[0] + (uint)lane), counter[1], counter[2], counter[3], key[0], key[1]);
            Assert.Equal(words, Words(pair, lane));
            Assert.Equal(words, Words(first, lane));
            Assert.Equal(words, Words(second, lane));
            Assert.Equal(words, Words(alone, lane));
        }

        Assert.Equal((expected[0], expected[1], expected[2], expected[3]), Words(pair, 0));
    }

    private static Vector<ulong>[] Schedule(uint[] key)
    {
        var schedule = new Vector<ulong>[Philox4x32.ScheduleLength];
        Philox4x32.Schedule(key[0], key[1], schedule);
        return schedule;
    }

    private static (uint W0, uint W1, uint W2, uint W3) Words(in Philox4x32.PairState pair, int lane)
    {
        pair.Merge(out Vector<uint> w0, out Vector<uint> w1, out Vector<uint> w2, out Vector<uint> w3);
        return (w0[lane], w1[lane], w2[lane], w3[lane]);
    }
}
