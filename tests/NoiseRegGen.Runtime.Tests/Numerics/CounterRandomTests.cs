using System;
using System.Collections.Generic;
using System.Linq;
using NoiseRegGen.Numerics;
using Xunit;

namespace NoiseRegGen.Runtime.Tests.Numerics;

public class CounterRandomTests
{
    private const int Count = 200_000;

    [Fact]
    public void Words_are_those_of_the_documented_counters()
    {
        var random = new CounterRandom(0x1111_2222_3333_4444, RandomStream.Data, 0xAAAA_BBBB_CCCC_DDDD);
        for (uint block = 0; block < 3; block++)
        {
            var (w0, w1, w2, w3) = Philox4x32.Block(block, 1u << 16, 0xCCCC_DDDD, 0xAAAA_BBBB, 0x3333_4444, 0x1111_2222);
            Assert.Equal((w0, w1), (random.NextUInt32(), random.NextUInt32()));
            Assert.Equal(((ulong)w2 << 32) | w3, random.NextUInt64());
        }
    }

    [Fact]
    public void Sequences_and_streams_of_one_seed_differ()
    {
        var first = new HashSet<ulong>();
        foreach (RandomStream stream in new[] { RandomStream.Data, RandomStream.Shuffling })
        {
            for (ulong sequence = 0; sequence < 50; sequence++)
            {
                Assert.True(first.Add(new CounterRandom(1, stream, sequence).NextUInt64()));
            }
        }
    }

    [Fact]
    public void Uniform_numbers_lie_in_the_unit_interval_with_the_right_moments()
    {
        var random = new CounterRandom(2, RandomStream.Data);
        double mean = 0, square = 0;
        for (int i = 0; i < Count; i++)
        {
            double u = random.NextDouble();
            Assert.InRange(u, 0, 1 - Math.Pow(2, -53));
            mean += u / Count;
            square += u * u / Count;
        }

        // Var u = 1/12, Var u^2 = 4/45; 5 standard errors.
        Assert.Equal(0.5, mean, 5 * Math.Sqrt(1.0 / 12 / Count));
        Assert.Equal(1.0 / 3, square, 5 * Math.Sqrt(4.0 / 45 / Count));
    }

    [Fact]
    public void Normal_numbers_have_the_right_moments_and_successive_ones_no_correlation()
    {
        var random = new CounterRandom(3, RandomStream.Data);
        double mean = 0, square = 0, fourth = 0, product = 0, previous = 0;
        for (int i = 0; i < Count; i++)
        {
            double z = random.NextNormal();
            mean += z / Count;
            square += z * z / Count;
            fourth += z * z * z * z / Count;
            product += z * previous / Count;
            previous = z;
        }

        // Variances of the terms: 1, 2, 96, 1; 5 standard errors.
        Assert.Equal(0, mean, 5 * Math.Sqrt(1.0 / Count));
        Assert.Equal(1, square, 5 * Math.Sqrt(2.0 / Count));
        Assert.Equal(3, fourth, 5 * Math.Sqrt(96.0 / Count));
        Assert.Equal(0, product, 5 * Math.Sqrt(1.0 / Count));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100)]
    public void Integers_are_uniform_below_their_bound(int bound)
    {
        var random = new CounterRandom(4, RandomStream.Data);
        int[] counts = new int[bound];
        for (int i = 0; i < Count; i++)
        {
            counts[random.NextInt(bound)]++;
        }

        double expected = (double)Count / bound;
        double chiSquare = counts.Sum(c => (c - expected) * (c - expected) / expected);

        // Chi square with bound - 1 degrees of freedom has variance 2 (bound - 1).
        Assert.InRange(chiSquare, Math.Max(0, bound - 1 - 5 * Math.Sqrt(2.0 * bound)), bound - 1 + 5 * Math.Sqrt(2.0 * bound));
    }

    [Fact]
    public void Large_bounds_are_not_biased()
    {
        // floor(3 w / 8) of eight successive words w is 0 0 0 1 1 1 2 2: without rejection the residues modulo 3 would be 3 : 3 : 2.
        const int bound = 3 << 29;
        var random = new CounterRandom(5, RandomStream.Data);
        Span<int> residues = [0, 0, 0];
        for (int i = 0; i < Count; i++)
        {
            residues[random.NextInt(bound) % 3]++;
        }

        // Binomial with p = 1/3; 5 standard deviations.
        double slack = 5 * Math.Sqrt(Count * 2.0 / 9);
        foreach (int residue in residues)
        {
            Assert.InRange(residue, Count / 3.0 - slack, Count / 3.0 + slack);
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => new CounterRandom(5, RandomStream.Data).NextInt(0));
    }

    [Fact]
    public void All_permutations_are_equally_likely()
    {
        var counts = new Dictionary<(int, int, int, int), int>();
        Span<int> items = stackalloc int[4];
        const int shuffles = 48_000;
        var random = new CounterRandom(6, RandomStream.Shuffling);
        for (int i = 0; i < shuffles; i++)
        {
            (items[0], items[1], items[2], items[3]) = (0, 1, 2, 3);
            random.Shuffle(items);
            var permutation = (items[0], items[1], items[2], items[3]);
            counts[permutation] = counts.GetValueOrDefault(permutation) + 1;
        }

        Assert.Equal(24, counts.Count);

        // Binomial counts of mean 2000 and standard deviation 43.8.
        Assert.All(counts.Values, c => Assert.InRange(c, 2000 - 5 * 44, 2000 + 5 * 44));
    }
}
