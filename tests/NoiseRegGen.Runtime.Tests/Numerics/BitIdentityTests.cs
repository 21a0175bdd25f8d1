using System;
using System.Linq;
using System.Numerics;
using NoiseRegGen.Numerics;
using Xunit;
using static NoiseRegGen.Numerics.ActivationFunctions;

namespace NoiseRegGen.Runtime.Tests.Numerics;

/// <summary>A result depends on its element alone: not on the lane, the neighbours, the overload or the vector's width.</summary>
public class BitIdentityTests
{
    public static TheoryData<string> Names => new(FunctionCatalogue.All.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_result_does_not_depend_on_the_lane_or_on_the_neighbours(string name)
    {
        (Func<Vector<float>, Vector<float>> single, Func<Vector<double>, Vector<double>> wide) = FunctionCatalogue.All[name];
        float[] floats = Array.ConvertAll(Points(96), x => (float)x);
        double[] doubles = Points(96);
        for (int start = 0; start + Vector<float>.Count <= floats.Length; start++)
        {
            Vector<float> mixed = single(new Vector<float>(floats, start));
            for (int lane = 0; lane < Vector<float>.Count; lane++)
                Assert.Equal(Bits(single(new Vector<float>(floats[start + lane]))[0]), Bits(mixed[lane]));
        }

        for (int start = 0; start + Vector<double>.Count <= doubles.Length; start++)
        {
            Vector<double> mixed = wide(new Vector<double>(doubles, start));
            for (int lane = 0; lane < Vector<double>.Count; lane++)
                Assert.Equal(Bits(wide(new Vector<double>(doubles[start + lane]))[0]), Bits(mixed[lane]));
        }
    }

    // Every operation used is correctly rounded by IEEE 754, so the bits are the same on any processor and for any Vector<T>. The
    // numbers below are a checksum of 2,000 results of every function, recorded at 256 bits; a change of any function's arithmetic
    // changes them, and then they are to be recorded anew (the failure names the new ones).
    [Fact]
    public void The_bits_are_the_same_for_every_vector_width_and_processor()
    {
        double[] doubles = Points(2_000);
        float[] floats = Array.ConvertAll(doubles, x => (float)x);
        ulong single = 14695981039346656037;
        ulong wide = 14695981039346656037;
        foreach (string name in FunctionCatalogue.All.Keys.Order(StringComparer.Ordinal))
        {
            foreach (float value in ErrorMeter.Evaluate(FunctionCatalogue.All[name].Single, floats))
                single = Mix(single, (ulong)Bits(value));
            foreach (double value in ErrorMeter.Evaluate(FunctionCatalogue.All[name].Double, doubles))
                wide = Mix(wide, (ulong)Bits(value));
        }

        Assert.Equal((1966434965468583041ul, 14709090387804891729ul), (single, wide));
    }

    [Fact]
    public void All_overloads_of_an_activation_give_the_same_value()
    {
        foreach (double x in Points(500))
        {
            Vector<double> z = new(x);
            Vector<float> s = new((float)x);
            Assert.True(Agree(Softplus(z), Softplus(z, out _), Softplus(z, out _, out _), Softplus(z, out _, out _, out _)));
            Assert.True(Agree(Silu(z), Silu(z, out _), Silu(z, out _, out _), Silu(z, out _, out _, out _)));
            Assert.True(Agree(Gelu(z), Gelu(z, out _), Gelu(z, out _, out _), Gelu(z, out _, out _, out _)));
            Assert.True(Agree(Sin(z), Sin(z, out _), Sin(z, out _, out _), Sin(z, out _, out _, out _)));
            Assert.True(Agree(Softplus(s), Softplus(s, out _), Softplus(s, out _, out _), Softplus(s, out _, out _, out _)));
            Assert.True(Agree(Silu(s), Silu(s, out _), Silu(s, out _, out _), Silu(s, out _, out _, out _)));
            Assert.True(Agree(Gelu(s), Gelu(s, out _), Gelu(s, out _, out _), Gelu(s, out _, out _, out _)));
            Assert.True(Agree(Sin(s), Sin(s, out _), Sin(s, out _, out _), Sin(s, out _, out _, out _)));
        }
    }

    // Overload by overload: what a shorter one computes, a longer one computes to the bit.
    [Fact]
    public void All_overloads_of_an_activation_give_the_same_derivatives()
    {
        foreach (double x in Points(500))
        {
            Vector<double> z = new(x);
            Silu(z, out Vector<double> siluFirst);
            Silu(z, out Vector<double> siluFirstOfTwo, out Vector<double> siluSecond);
            Silu(z, out Vector<double> siluFirstOfThree, out Vector<double> siluSecondOfThree, out _);
            Assert.True(Agree(siluFirst, siluFirstOfTwo, siluFirstOfThree) && Agree(siluSecond, siluSecondOfThree));
            Gelu(z, out Vector<double> geluFirst);
            Gelu(z, out Vector<double> geluFirstOfTwo, out Vector<double> geluSecond);
            Gelu(z, out Vector<double> geluFirstOfThree, out Vector<double> geluSecondOfThree, out _);
            Assert.True(Agree(geluFirst, geluFirstOfTwo, geluFirstOfThree) && Agree(geluSecond, geluSecondOfThree));
            Softplus(z, out Vector<double> softplusFirst);
            Softplus(z, out Vector<double> softplusFirstOfTwo, out Vector<double> softplusSecond);
            Softplus(z, out Vector<double> softplusFirstOfThree, out Vector<double> softplusSecondOfThree, out _);
            Assert.True(Agree(softplusFirst, softplusFirstOfTwo, softplusFirstOfThree) && Agree(softplusSecond, softplusSecondOfThree));
        }
    }

    [Fact]
    public void Tanh_and_erf_never_exceed_1_and_the_derivative_of_tanh_is_never_negative()
    {
        for (float x = 0; x < 12; x += 1e-3f)
        {
            Vector<float> h = Tanh(new Vector<float>(x));
            Assert.True(h[0] <= 1 && TanhDerivative(h)[0] >= 0 && VectorFunctions.Erf(new Vector<float>(x))[0] <= 1);
            Vector<double> wide = Tanh(new Vector<double>(2 * x));
            Assert.True(wide[0] <= 1 && TanhDerivative(wide)[0] >= 0 && VectorFunctions.Erf(new Vector<double>(x))[0] <= 1);
        }
    }

    [Fact]
    public void Odd_functions_are_odd_to_the_bit()
    {
        foreach (string name in new[] { "Tanh", "Erf", "Sin", "Softsign activation" })
        {
            foreach (double x in Points(500))
            {
                Vector<double> plus = FunctionCatalogue.All[name].Double(new Vector<double>(x));
                Assert.True(Agree(-plus, FunctionCatalogue.All[name].Double(new Vector<double>(-x))), $"{name} at {x:R}");
            }
        }
    }

    // From the bits of a linear congruential generator (Knuth's MMIX) alone, so that they are the same everywhere: magnitudes from
    // 2^-32 to 2^8 of either sign, and every sixteenth point a special one.
    private static double[] Points(int count)
    {
        double[] specials = [0, -0.0, 1, -1, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e30, -1e30, 1e-42];
        double[] points = new double[count];
        ulong state = 1;
        for (int i = 0; i < count; i++)
        {
            state = (state * 6364136223846793005) + 1442695040888963407;
            double mantissa = 1 + ((state >> 12) * Math.ScaleB(1, -52));
            int exponent = (i % 2 == 0) ? i % 40 - 32 : i % 6 - 2;
            points[i] = i % 16 == 15 ? specials[i / 16 % specials.Length] : Math.ScaleB(i % 3 == 0 ? -mantissa : mantissa, exponent);
        }

        return points;
    }

    private static bool Agree(params ReadOnlySpan<Vector<double>> values)
    {
        foreach (Vector<double> value in values)
        {
            if (Bits(value[0]) != Bits(values[0][0]))
                return false;
        }

        return true;
    }

    private static bool Agree(params ReadOnlySpan<Vector<float>> values)
    {
        foreach (Vector<float> value in values)
        {
            if (Bits(value[0]) != Bits(values[0][0]))
                return false;
        }

        return true;
    }

    // FNV-1a over 64-bit words.
    private static ulong Mix(ulong hash, ulong word) => (hash ^ word) * 1099511628211;

    // The payload and sign of a NaN are not fixed by IEEE 754; all NaNs count as one.
    private static long Bits(double value) => BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value);

    private static uint Bits(float value) => BitConverter.SingleToUInt32Bits(float.IsNaN(value) ? float.NaN : value);
}
