using System;
using System.Numerics;
using NoiseRegGen.Numerics;
using Xunit;

namespace NoiseRegGen.Runtime.Tests.Numerics;

/// <summary>The transform at the words where it could go wrong: ends of the uniform range, octaves, quadrants.</summary>
public class BoxMullerTests
{
    private static readonly uint[] s_words =
    [
        0, 1, 2, 3, 0x007F_FFFF, 0x0080_0000, 0x00FF_FFFF, 0x0100_0001, 0x2AAA_AAAA, 0x3FFF_FFFF, 0x4000_0000, 0x5555_5555, 0x7FFF_FFFE,
        0x7FFF_FFFF, 0x8000_0000, 0x8000_0001, 0xB504_F300, 0xB504_F333, 0xB504_F334, 0xB504_F380, 0xC000_0000, 0xFFFF_0000, 0xFFFF_FFFE, 0xFFFF_FFFF,
    ];

    // In units of 2^-24 of r. Radius: 1.3 for the polynomial, 0.5 each for the last two sums (a relative error of r^2 counts half), 0.6
    // for g, 0.3 for q, 1 for the root. Sine at most: 0.1 for the polynomial, 2.5 for its roundings. Cosine likewise: where it is
    // large 1 and 0.5, where it is small, and the radius' errors with it, 3.5 in all. Product: 1. So the sum is below 8.
    private const double SingleError = 8.0 / (1 << 24);

    [Fact]
    public void Single_precision_normals_have_small_relative_errors_of_the_radius_everywhere()
    {
        foreach (uint radius in s_words)
        {
            foreach (uint angle in s_words)
            {
                AssertNormals(radius, angle);
            }
        }
    }

    [Fact]
    public void Single_precision_normals_have_small_relative_errors_of_the_radius_at_random_words()
    {
        for (uint i = 0; i < 20_000; i++)
        {
            var (w0, w1, w2, w3) = Philox4x32.Block(i, 0, 0, 0, 3, 4);
            AssertNormals(w0, w1);

            // Radii spread over all scales from the least one, and angles around the axes.
            AssertNormals(~(w2 >> (int)(i % 31)) & 0x7FFF_FFFF, ((w3 & 3) << 30) + (uint)((int)w3 >> (int)(i % 29)));
        }
    }

    private static void AssertNormals(uint radius, uint angle)
    {
        uint[] words = [radius, angle, 0, 0];
        BoxMuller.Transform(Vector.Create(radius), Vector.Create(angle), out Vector<float> first, out Vector<float> second);
        double expected0 = NoiseReference.FromWords32(words, 0), expected1 = NoiseReference.FromWords32(words, 1);
        double slack = SingleError * double.Hypot(expected0, expected1);
        Assert.Equal(expected0, first[0], slack);
        Assert.Equal(expected1, second[0], slack);
        Assert.True(double.Hypot(first[0], second[0]) > 0);
    }

    [Fact]
    public void Double_precision_normals_have_small_relative_errors_of_the_radius_everywhere()
    {
        foreach (uint radius in s_words)
        {
            foreach (uint angle in s_words)
            {
                uint[] words = [radius, ~radius, angle, 0x9E37_79B9];
                ulong radiusWord = ((ulong)radius << 32) | ~radius, angleWord = ((ulong)angle << 32) | 0x9E37_79B9;
                BoxMuller.Transform(Vector.Create(radiusWord), Vector.Create(angleWord), out Vector<double> first, out Vector<double> second);
                double expected0 = NoiseReference.FromWords64(words, 0), expected1 = NoiseReference.FromWords64(words, 1);

                // 4 * 2^-53 of r, and as much for the reference itself.
                double slack = 9e-16 * Math.Sqrt(expected0 * expected0 + expected1 * expected1);
                Assert.Equal(expected0, first[0], slack);
                Assert.Equal(expected1, second[0], slack);
            }
        }
    }

    [Fact]
    public void The_longest_and_the_shortest_radius_are_finite()
    {
        BoxMuller.Transform(Vector<uint>.Zero, Vector<uint>.Zero, out Vector<float> longest, out _);
        BoxMuller.Transform(Vector.Create(0x7FFF_FFFFu), Vector<uint>.Zero, out Vector<float> shortest, out _);

        // sqrt(-2 log 2^-31) and sqrt(-2 log(1 - 2^-24)); the slack is 8 * 2^-24 of them.
        Assert.Equal(Math.Sqrt(62 * Math.Log(2)), longest[0], 3.2e-6);
        Assert.Equal(Math.Sqrt(Math.Pow(2, -23)), shortest[0], 1.7e-10);
    }
}
