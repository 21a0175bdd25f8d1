using System;
using System.Numerics;
using MathNet.Numerics;
using NoiseRegGen.Numerics;
using Xunit;

namespace NoiseRegGen.Runtime.Tests.Numerics;

/// <summary>
/// The numbers are standard normal: moments, tails and the whole distribution function. The seeds are fixed, so a test passes
/// always or never; bounds of 5 standard errors leave a wrong alarm below one in a million per quantity.
/// </summary>
public class NormalNoiseDistributionTests
{
    private const int Units = 128;
    private const int Count = 1 << 20;

    public enum Source
    {
        UnitsSingle,
        UnitsDouble,
        RowsSingle,
        RowsDouble,
        WeightsSingle,
        WeightsDouble,
    }

    [Theory]
    [InlineData(Source.UnitsSingle)]
    [InlineData(Source.UnitsDouble)]
    [InlineData(Source.RowsSingle)]
    [InlineData(Source.RowsDouble)]
    [InlineData(Source.WeightsSingle)]
    [InlineData(Source.WeightsDouble)]
    public void The_first_four_moments_are_those_of_the_standard_normal(Source source)
    {
        double m1 = 0, m2 = 0, m3 = 0, m4 = 0;
        double[] sample = Draw(source, seed: 5, step: 0);
        foreach (double z in sample)
        {
            double square = z * z;
            m1 += z / Count;
            m2 += square / Count;
            m3 += z * square / Count;
            m4 += square * square / Count;
        }

        // Var z^k = E z^2k - (E z^k)^2: 1, 2, 15, 96.
        AssertWithin(0, m1, 1);
        AssertWithin(1, m2, 2);
        AssertWithin(0, m3, 15);
        AssertWithin(3, m4, 96);
    }

    [Theory]
    [InlineData(Source.UnitsSingle)]
    [InlineData(Source.UnitsDouble)]
    [InlineData(Source.WeightsSingle)]
    public void The_tails_hold_as_much_as_those_of_the_standard_normal(Source source)
    {
        const int repeats = 6;
        Span<int> beyond = [0, 0, 0, 0, 0, 0];
        for (int step = 0; step < repeats; step++)
        {
            foreach (double z in Draw(source, seed: 6, step))
            {
                for (int sigma = 3; sigma <= 5 && Math.Abs(z) > sigma; sigma++)
                {
                    beyond[2 * (sigma - 3) + (z > 0 ? 1 : 0)]++;
                }
            }
        }

        for (int i = 0; i < beyond.Length; i++)
        {
            // Each side's count is Poisson; 6.3 million draws expect 8493, 199 and 1.8 on a side.
            double expected = (double)repeats * Count * 0.5 * SpecialFunctions.Erfc((3 + i / 2) / Math.Sqrt(2));
            double slack = 5 * Math.Sqrt(expected);
            Assert.InRange(beyond[i], expected - slack, expected + slack);
        }
    }

    [Theory]
    [InlineData(Source.UnitsSingle)]
    [InlineData(Source.UnitsDouble)]
    [InlineData(Source.RowsDouble)]
    [InlineData(Source.WeightsSingle)]
    [InlineData(Source.WeightsDouble)]
    public void The_distribution_function_is_the_normal_one(Source source)
    {
        double[] sample = Draw(source, seed: 7, step: 1)[..(1 << 17)];
        Array.Sort(sample);
        double distance = 0;
        for (int i = 0; i < sample.Length; i++)
        {
            double phi = 0.5 * SpecialFunctions.Erfc(-sample[i] / Math.Sqrt(2));
            distance = Math.Max(distance, Math.Max((i + 1.0) / sample.Length - phi, phi - (double)i / sample.Length));
        }

        // Kolmogorov: sqrt(n) D lies below 0.3 with probability 9e-6 (too good to be random) and above 2.3 with probability 5e-5.
        Assert.InRange(Math.Sqrt(sample.Length) * distance, 0.3, 2.3);
    }

    [Fact]
    public void Signs_are_fair_and_uncorrelated()
    {
        int lanes = 2 * Vector<float>.Count, blocks = Count / (Units * lanes);
        float[] signs = new float[Count];
        NormalNoise.FillSigns(new NoiseKey(8, 0), 0, 0, blocks, Units, ref signs[0]);
        double squares = 0, sum = 0, neighbours = 0, units = 0;
        for (int i = 0; i < Count; i++)
        {
            squares += signs[i] * signs[i];
            sum += signs[i];
            neighbours += signs[i] * signs[(i + 1) % Count];
            units += signs[i] * signs[(i + lanes) % Count];
        }

        Assert.Equal(Count, squares);
        AssertWithin(0, sum / Count, 1);
        AssertWithin(0, neighbours / Count, 1);
        AssertWithin(0, units / Count, 1);
    }

    private static void AssertWithin(double expected, double mean, double variance)
    {
        double slack = 5 * Math.Sqrt(variance / Count);
        Assert.InRange(mean, expected - slack, expected + slack);
    }

    private static double[] Draw(Source source, ulong seed, long step)
    {
        var key = new NoiseKey(seed, step);
        bool single = source is Source.UnitsSingle or Source.RowsSingle or Source.WeightsSingle;
        float[] singles = single ? new float[Count] : [];
        double[] doubles = single ? [] : new double[Count];
        int lanes32 = 2 * Vector<float>.Count, lanes64 = 2 * Vector<double>.Count;
        switch (source)
        {
            case Source.UnitsSingle:
                NormalNoise.FillUnits(key, 0, 0, Count / (Units * lanes32), Units, ref singles[0]);
                break;
            case Source.UnitsDouble:
                NormalNoise.FillUnits(key, 0, 0, Count / (Units * lanes64), Units, ref doubles[0]);
                break;
            case Source.RowsSingle:
                for (int row = 0; row < Count / (Units * lanes32); row++)
                {
                    NormalNoise.FillRow(key, 0, row, Units, 0, ref singles[row * Units * lanes32]);
                }

                break;
            case Source.RowsDouble:
                for (int row = 0; row < Count / (Units * lanes64); row++)
                {
                    NormalNoise.FillRow(key, 0, row, Units, 0, ref doubles[row * Units * lanes64]);
                }

                break;
            case Source.WeightsSingle:
                NormalNoise.FillWeights(key, 0, Count, ref singles[0]);
                break;
            default:
                NormalNoise.FillWeights(key, 0, Count, ref doubles[0]);
                break;
        }

        return single ? Array.ConvertAll(singles, z => (double)z) : doubles;
    }
}
