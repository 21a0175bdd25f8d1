using System;
using System.Numerics;
using NoiseRegGen.Numerics;
using Xunit;

namespace NoiseRegGen.Runtime.Tests.Numerics;

/// <summary>Every number is the documented function of its indices, and nothing else of the call.</summary>
public class NormalNoiseMapTests
{
    // Floats: 8 * 2^-24 of the radius, derived in BoxMullerTests, and the reference's own rounding to a float; the radius is below 6.6.
    // Doubles: the logarithm's relative error, 2 units in the last place, is halved by the square root; sine and cosine have 1 to 2
    // units. At |xi| < 8.6 a unit in the last place is 1.8e-15; two of them bound the product's error.
    private const double SingleError = 3.5e-6;
    private const double DoubleError = 4e-15;

    private const ulong Seed = 0x0123_4567_89AB_CDEF;
    private const uint Step = 4_000_000_123;
    private const int Layer = 3;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(130)]
    public void Unit_noise_is_the_documented_function_of_its_indices(int units)
    {
        const uint first = 0xFFFF_FF00;
        const int blocks = 3;
        int lanes32 = 2 * Vector<float>.Count, lanes64 = 2 * Vector<double>.Count;
        float[] singles = new float[blocks * units * lanes32 + 1];
        double[] doubles = new double[blocks * units * lanes64 + 1];
        singles[^1] = 99;
        doubles[^1] = 99;
        var key = new NoiseKey(Seed, Step);
        NormalNoise.FillUnits(key, Layer, first, blocks, units, ref singles[0]);
        NormalNoise.FillUnits(key, Layer, first, blocks, units, ref doubles[0]);

        for (int i = 0; i < singles.Length - 1; i++)
        {
            uint presentation = first + (uint)(i / (units * lanes32) * lanes32 + i % lanes32);
            float expected = NoiseReference.UnitSingle(Seed, Step, Layer, RandomStream.Noise, presentation, i / lanes32 % units);
            Assert.Equal(expected, singles[i], SingleError);
        }

        for (int i = 0; i < doubles.Length - 1; i++)
        {
            uint presentation = first + (uint)(i / (units * lanes64) * lanes64 + i % lanes64);
            double expected = NoiseReference.UnitDouble(Seed, Step, Layer, RandomStream.Noise, presentation, i / lanes64 % units);
            Assert.Equal(expected, doubles[i], DoubleError);
        }

        Assert.Equal(99, singles[^1]);
        Assert.Equal(99, doubles[^1]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(64)]
    [InlineData(130)]
    [InlineData(300)]
    public void Noise_of_one_example_is_the_documented_function_of_its_indices(int units)
    {
        const uint presentation = 0xFFFF_FF03;
        int room32 = RoundUp(units, 4 * Vector<float>.Count), room64 = RoundUp(units, 4 * Vector<double>.Count);
        float[] singles = new float[room32 + 1];
        double[] doubles = new double[room64 + 1];
        singles[^1] = 99;
        doubles[^1] = 99;
        var key = new NoiseKey(Seed, Step);
        NormalNoise.FillExample(key, Layer, presentation, units, ref singles[0]);
        NormalNoise.FillExample(key, Layer, presentation, units, ref doubles[0]);
        for (int unit = 0; unit < units; unit++)
        {
            Assert.Equal(NoiseReference.UnitSingle(Seed, Step, Layer, RandomStream.Noise, presentation, unit), singles[unit], SingleError);
            Assert.Equal(NoiseReference.UnitDouble(Seed, Step, Layer, RandomStream.Noise, presentation, unit), doubles[unit], DoubleError);
        }

        Assert.Equal(99, singles[^1]);
        Assert.Equal(99, doubles[^1]);
    }

    private static int RoundUp(int count, int multiple) => (count + multiple - 1) / multiple * multiple;

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 5)]
    [InlineData(70_000, 6)]
    public void Row_noise_is_the_documented_function_of_its_indices(int row, int columns)
    {
        int lanes32 = 2 * Vector<float>.Count, lanes64 = 2 * Vector<double>.Count;
        float[] singles = new float[columns * lanes32];
        double[] doubles = new double[columns * lanes64];
        var key = new NoiseKey(Seed, Step);
        NormalNoise.FillRow(key, Layer, row, columns, 1000, ref singles[0]);
        NormalNoise.FillRow(key, Layer, row, columns, 1000, ref doubles[0]);
        ulong rowSeed = NoiseReference.RowSeed(Seed, Layer, row);
        for (int i = 0; i < singles.Length; i++)
        {
            float expected = NoiseReference.UnitSingle(
                rowSeed, Step, Layer, RandomStream.PerExampleNoise, 1000 + (uint)(i % lanes32), i / lanes32);
            Assert.Equal(expected, singles[i], SingleError);
        }

        for (int i = 0; i < doubles.Length; i++)
        {
            double expected = NoiseReference.UnitDouble(
                rowSeed, Step, Layer, RandomStream.PerExampleNoise, 1000 + (uint)(i % lanes64), i / lanes64);
            Assert.Equal(expected, doubles[i], DoubleError);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(1000)]
    public void Weight_noise_is_the_documented_function_of_its_indices(int count)
    {
        float[] singles = new float[count + 1];
        double[] doubles = new double[count + 1];
        singles[count] = 99;
        doubles[count] = 99;
        var key = new NoiseKey(Seed, Step);
        NormalNoise.FillWeights(key, Layer, count, ref singles[0]);
        NormalNoise.FillWeights(key, Layer, count, ref doubles[0]);
        for (int i = 0; i < count; i++)
        {
            Assert.Equal(NoiseReference.WeightSingle(Seed, Step, Layer, RandomStream.PerBatchNoise, i), singles[i], SingleError);
            Assert.Equal(NoiseReference.WeightDouble(Seed, Step, Layer, RandomStream.PerBatchNoise, i), doubles[i], DoubleError);
        }

        Assert.Equal(99, singles[count]);
        Assert.Equal(99, doubles[count]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(33)]
    [InlineData(128)]
    [InlineData(300)]
    public void Signs_are_the_documented_function_of_their_indices(int units)
    {
        const uint first = 77;
        int lanes32 = 2 * Vector<float>.Count, lanes64 = 2 * Vector<double>.Count;
        float[] singles = new float[2 * units * lanes32];
        double[] doubles = new double[2 * units * lanes64];
        var key = new NoiseKey(Seed, Step);
        NormalNoise.FillSigns(key, Layer, first, 2, units, ref singles[0]);
        NormalNoise.FillSigns(key, Layer, first, 2, units, ref doubles[0]);
        for (int i = 0; i < singles.Length; i++)
        {
            uint presentation = first + (uint)(i / (units * lanes32) * lanes32 + i % lanes32);
            Assert.Equal(NoiseReference.Sign(Seed, Step, Layer, presentation, i / lanes32 % units), singles[i]);
        }

        for (int i = 0; i < doubles.Length; i++)
        {
            uint presentation = first + (uint)(i / (units * lanes64) * lanes64 + i % lanes64);
            Assert.Equal(NoiseReference.Sign(Seed, Step, Layer, presentation, i / lanes64 % units), doubles[i]);
        }
    }

    [Theory]
    [InlineData(-1L)]
    [InlineData(1L << 32)]
    public void A_step_that_does_not_fit_is_refused_and_not_truncated(long step) =>
        Assert.Equal("step", Assert.Throws<ArgumentOutOfRangeException>(() => new NoiseKey(0, step)).ParamName);
}
