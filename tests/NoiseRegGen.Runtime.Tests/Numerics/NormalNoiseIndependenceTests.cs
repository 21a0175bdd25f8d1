using System;
using System.Collections.Generic;
using System.Numerics;
using NoiseRegGen.Numerics;
using Xunit;

namespace NoiseRegGen.Runtime.Tests.Numerics;

/// <summary>Numbers whose indices differ in anything are uncorrelated, also in their squares, and never the same draw.</summary>
public class NormalNoiseIndependenceTests
{
    private const int Units = 64;
    private const int Count = 1 << 18;
    private static readonly int s_lanes = 2 * Vector<double>.Count;

    /// <summary>A draw whose indices are all ordinary, and draws that differ from it in one index each.</summary>
    public static TheoryData<string> Changes => new("unit", "pair", "quad", "example", "block", "layer", "step", "seed", "high seed", "row", "sign");

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_change_of_one_index_leaves_no_correlation(string change)
    {
        double[] x = FillUnits(1, 0, 0, 0);
        double[] y = change switch
        {
            "unit" => Shift(x, s_lanes),
            "pair" => Shift(x, 2 * s_lanes),
            "quad" => Shift(x, 4 * s_lanes),
            "example" => Shift(x, 1),
            "block" => Shift(x, Units * s_lanes),
            "layer" => FillUnits(1, 0, 1, 0),
            "step" => FillUnits(1, 1, 0, 0),
            "seed" => FillUnits(2, 0, 0, 0),
            "high seed" => FillUnits(1 + (1UL << 32), 0, 0, 0),
            "row" => FillRows(1, 0, 0),
            _ => FillSigns(1, 0, 0),
        };
        AssertUncorrelated(x, y, squares: change != "sign");
    }

    [Fact]
    public void Rows_are_uncorrelated()
    {
        double[] rows = FillRows(1, 0, 0);
        AssertUncorrelated(rows, Shift(rows, Units * s_lanes), squares: true);
        AssertUncorrelated(rows, FillRows(1, 0, 1), squares: true);
        AssertUncorrelated(rows, FillRows(1, 1, 0), squares: true);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(64)]
    public void Weights_are_uncorrelated(int distance)
    {
        double[] x = FillWeights(1, 0, 0);
        AssertUncorrelated(x, Shift(x, distance), squares: true);
        AssertUncorrelated(x, FillWeights(1, 1, 0), squares: true);
        AssertUncorrelated(x, FillWeights(1, 0, 1), squares: true);
        AssertUncorrelated(x, FillUnits(1, 0, 0, 0), squares: true);
    }

    [Fact]
    public void No_draw_ever_repeats()
    {
        // 2 million numbers of about 52 random bits each: a repetition by chance has probability 2^42 / 2 / 2^52 = 5e-4.
        var all = new List<double>();
        all.AddRange(FillUnits(1, 0, 0, 0));
        all.AddRange(FillUnits(1, 0, 1, 0));
        all.AddRange(FillUnits(1, 1, 0, 0));
        all.AddRange(FillUnits(2, 0, 0, 0));
        all.AddRange(FillUnits(1, 0, 0, Count / Units));
        all.AddRange(FillRows(1, 0, 0));
        all.AddRange(FillRows(1, 0, 1));
        all.AddRange(FillWeights(1, 0, 0));
        all.Sort();
        for (int i = 1; i < all.Count; i++)
        {
            if (all[i - 1] == all[i])
            {
                Assert.Fail($"{all[i]:R} was drawn twice.");
            }
        }
    }

    /// <summary>E xy = 0 and E (x^2 - 1)(y^2 - 1) / 2 = 0, each a mean of terms of variance 1; 5 standard errors.</summary>
    private static void AssertUncorrelated(double[] x, double[] y, bool squares)
    {
        double first = 0, second = 0;
        for (int i = 0; i < Count; i++)
        {
            first += x[i] * y[i];
            second += (x[i] * x[i] - 1) * (y[i] * y[i] - 1) / 2;
        }

        double slack = 5 / Math.Sqrt(Count);
        Assert.InRange(first / Count, -slack, slack);
        if (squares)
        {
            Assert.InRange(second / Count, -slack, slack);
        }
    }

    private static double[] Shift(double[] x, int distance)
    {
        double[] shifted = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            shifted[i] = x[(i + distance) % x.Length];
        }

        return shifted;
    }

    private static double[] FillUnits(ulong seed, long step, int layer, uint first)
    {
        double[] xi = new double[Count];
        NormalNoise.FillUnits(new NoiseKey(seed, step), layer, first, Count / (Units * s_lanes), Units, ref xi[0]);
        return xi;
    }

    private static double[] FillSigns(ulong seed, long step, int layer)
    {
        double[] xi = new double[Count];
        NormalNoise.FillSigns(new NoiseKey(seed, step), layer, 0, Count / (Units * s_lanes), Units, ref xi[0]);
        return xi;
    }

    private static double[] FillRows(ulong seed, long step, int layer)
    {
        double[] xi = new double[Count];
        for (int row = 0; row < Count / (Units * s_lanes); row++)
        {
            NormalNoise.FillRow(new NoiseKey(seed, step), layer, row, Units, 0, ref xi[row * Units * s_lanes]);
        }

        return xi;
    }

    private static double[] FillWeights(ulong seed, long step, int layer)
    {
        double[] xi = new double[Count];
        NormalNoise.FillWeights(new NoiseKey(seed, step), layer, Count, ref xi[0]);
        return xi;
    }
}
