using System;
using System.Numerics;
using NoiseRegGen.Numerics;
using Xunit;

namespace NoiseRegGen.Runtime.Tests.Numerics;

/// <summary>Bit for bit, a number does not depend on how many others are drawn with it, nor where they are put.</summary>
public class NormalNoisePurityTests
{
    private const int Blocks = 5;
    private const int Units = 11;
    private static readonly NoiseKey s_key = new(42, 17);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(31)]
    public void A_split_batch_sees_the_same_single_noise(int offset)
    {
        int lanes = 2 * Vector<float>.Count;
        float[] whole = new float[Blocks * Units * lanes], part = new float[Units * lanes + 3];
        float[] signs = new float[Blocks * Units * lanes], partSigns = new float[Units * lanes + 3];
        NormalNoise.FillUnits(s_key, 2, 1000, Blocks, Units, ref whole[0]);
        NormalNoise.FillSigns(s_key, 2, 1000, Blocks, Units, ref signs[0]);

        // Starting at an arbitrary presentation, into memory of another alignment.
        NormalNoise.FillUnits(s_key, 2, 1000 + (uint)offset, 1, Units, ref part[3]);
        NormalNoise.FillSigns(s_key, 2, 1000 + (uint)offset, 1, Units, ref partSigns[3]);
        for (int i = 0; i < Units * lanes; i++)
        {
            int example = offset + i % lanes, unit = i / lanes;
            int at = (example / lanes * Units + unit) * lanes + example % lanes;
            Assert.Equal(BitConverter.SingleToInt32Bits(whole[at]), BitConverter.SingleToInt32Bits(part[i + 3]));
            Assert.Equal(signs[at], partSigns[i + 3]);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(15)]
    public void A_split_batch_sees_the_same_double_noise(int offset)
    {
        int lanes = 2 * Vector<double>.Count;
        double[] whole = new double[Blocks * Units * lanes], part = new double[Units * lanes + 3];
        double[] signs = new double[Blocks * Units * lanes], partSigns = new double[Units * lanes + 3];
        NormalNoise.FillUnits(s_key, 2, 1000, Blocks, Units, ref whole[0]);
        NormalNoise.FillSigns(s_key, 2, 1000, Blocks, Units, ref signs[0]);
        NormalNoise.FillUnits(s_key, 2, 1000 + (uint)offset, 1, Units, ref part[3]);
        NormalNoise.FillSigns(s_key, 2, 1000 + (uint)offset, 1, Units, ref partSigns[3]);
        for (int i = 0; i < Units * lanes; i++)
        {
            int example = offset + i % lanes, unit = i / lanes;
            int at = (example / lanes * Units + unit) * lanes + example % lanes;
            Assert.Equal(BitConverter.DoubleToInt64Bits(whole[at]), BitConverter.DoubleToInt64Bits(part[i + 3]));
            Assert.Equal(signs[at], partSigns[i + 3]);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(64)]
    [InlineData(77)]
    [InlineData(200)]
    public void One_example_sees_the_noise_of_its_lane(int units)
    {
        int lanes32 = 2 * Vector<float>.Count, lanes64 = 2 * Vector<double>.Count;
        float[] blockOfSingles = new float[units * lanes32], singles = new float[units + (2 * lanes32)];
        double[] blockOfDoubles = new double[units * lanes64], doubles = new double[units + (2 * lanes64)];
        NormalNoise.FillUnits(s_key, 2, 4_000_000_000, 1, units, ref blockOfSingles[0]);
        NormalNoise.FillUnits(s_key, 2, 4_000_000_000, 1, units, ref blockOfDoubles[0]);
        const int lane = 3;
        NormalNoise.FillExample(s_key, 2, 4_000_000_000 + lane, units, ref singles[0]);
        NormalNoise.FillExample(s_key, 2, 4_000_000_000 + lane, units, ref doubles[0]);
        for (int unit = 0; unit < units; unit++)
        {
            Assert.Equal(BitConverter.SingleToInt32Bits(blockOfSingles[(unit * lanes32) + lane]), BitConverter.SingleToInt32Bits(singles[unit]));
            Assert.Equal(BitConverter.DoubleToInt64Bits(blockOfDoubles[(unit * lanes64) + lane]), BitConverter.DoubleToInt64Bits(doubles[unit]));
        }
    }

    [Fact]
    public void Fewer_units_or_columns_are_a_prefix_of_more()
    {
        int lanes = 2 * Vector<float>.Count;
        float[] all = new float[Units * lanes], row = new float[Units * lanes];
        NormalNoise.FillUnits(s_key, 0, 9, 1, Units, ref all[0]);
        NormalNoise.FillRow(s_key, 0, 3, Units, 9, ref row[0]);
        for (int units = 1; units < Units; units++)
        {
            float[] some = new float[units * lanes + 1], someRow = new float[units * lanes + 1];
            NormalNoise.FillUnits(s_key, 0, 9, 1, units, ref some[0]);
            NormalNoise.FillRow(s_key, 0, 3, units, 9, ref someRow[0]);
            Assert.Equal(all.AsSpan(0, units * lanes), some.AsSpan(0, units * lanes));
            Assert.Equal(row.AsSpan(0, units * lanes), someRow.AsSpan(0, units * lanes));
            Assert.Equal(0, some[^1]);
            Assert.Equal(0, someRow[^1]);
        }
    }

    [Fact]
    public void Fewer_weights_are_a_prefix_of_more()
    {
        float[] singles = new float[200];
        double[] doubles = new double[200];
        NormalNoise.FillWeights(s_key, 0, 200, ref singles[0]);
        NormalNoise.FillWeights(s_key, 0, 200, ref doubles[0]);
        for (int count = 1; count < 200; count++)
        {
            float[] someSingles = new float[count];
            double[] someDoubles = new double[count];
            NormalNoise.FillWeights(s_key, 0, count, ref someSingles[0]);
            NormalNoise.FillWeights(s_key, 0, count, ref someDoubles[0]);
            Assert.Equal(singles[..count], someSingles);
            Assert.Equal(doubles[..count], someDoubles);
        }
    }

    // Every operation is correctly rounded by IEEE 754, so the bits are the same on any processor. The numbers are a checksum of 10
    // units of 64 presentations and of 500 weights, in the order of their indices; a change of the arithmetic or of the map from
    // indices to words changes them, and then they are to be recorded anew (the failure names the new ones).
    [Fact]
    public void The_bits_are_the_same_for_every_vector_width_and_processor()
    {
        int lanes = 2 * Vector<float>.Count;
        float[] units = new float[64 * 10], weights = new float[500];
        NormalNoise.FillUnits(s_key, 3, 77, 64 / lanes, 10, ref units[0]);
        NormalNoise.FillWeights(s_key, 3, weights.Length, ref weights[0]);
        uint unitSum = 2166136261, weightSum = 2166136261;
        for (int i = 0; i < units.Length; i++)
        {
            int example = i / 10, unit = i % 10;
            unitSum = Mix(unitSum, units[(example / lanes * 10 + unit) * lanes + example % lanes]);
        }

        foreach (float weight in weights)
        {
            weightSum = Mix(weightSum, weight);
        }

        Assert.Equal((1035051051u, 1996500872u), (unitSum, weightSum));
    }

    private static uint Mix(uint sum, float value) => unchecked((sum ^ BitConverter.SingleToUInt32Bits(value)) * 16777619);

    [Fact]
    public void Filling_does_not_allocate()
    {
        float[] xi = new float[64 * 64];
        Fill(xi);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Fill(xi);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static void Fill(float[] xi)
    {
        NormalNoise.FillUnits(s_key, 0, 0, 1, 20, ref xi[0]);
        NormalNoise.FillRow(s_key, 0, 0, 20, 0, ref xi[0]);
        NormalNoise.FillWeights(s_key, 0, 1001, ref xi[0]);
        NormalNoise.FillSigns(s_key, 0, 0, 1, 20, ref xi[0]);
    }
}
