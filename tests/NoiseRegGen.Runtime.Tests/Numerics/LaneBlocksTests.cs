using System;
using System.Linq;
using System.Numerics;
using NoiseRegGen.Numerics;
using Xunit;

namespace NoiseRegGen.Runtime.Tests.Numerics;

/// <summary>Every move is compared with its index formula; NaN stands where nothing may be read and a guard where nothing may be written.</summary>
public class LaneBlocksTests
{
    private const int Guard = 40;

    public static TheoryData<int, int> Shapes()
    {
        var data = new TheoryData<int, int>();
        int[] sizes = [1, 2, 3, 4, 5, 7, 8, 9, 12, 15, 16, 17, 23, 31, 32, 33, 47, 65];
        foreach (int examples in sizes)
        {
            foreach (int features in sizes)
            {
                data.Add(examples, features);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Shapes), DisableDiscoveryEnumeration = true)]
    public void Load_puts_examples_in_lanes_and_repeats_the_last_one(int examples, int features)
    {
        Load<float>(examples, features);
        Load<double>(examples, features);
    }

    [Theory]
    [MemberData(nameof(Shapes), DisableDiscoveryEnumeration = true)]
    public void Store_writes_the_examples_and_nothing_else(int examples, int features)
    {
        Store<float>(examples, features);
        Store<double>(examples, features);
    }

    [Theory]
    [MemberData(nameof(Shapes), DisableDiscoveryEnumeration = true)]
    public void Transpose_puts_features_in_lanes_and_zeros_beyond_them(int examples, int features)
    {
        int blocks = (examples + 7) / 8;
        Transpose<float>(blocks, features);
        Transpose<double>(blocks, features);
    }

    [Theory]
    [MemberData(nameof(Shapes), DisableDiscoveryEnumeration = true)]
    public void Group_copies_rows_into_feature_groups(int examples, int features)
    {
        Group<float>(examples, features, examples);
        Group<double>(examples, features, examples + 3);
    }

    [Theory]
    [InlineData(1, 1, 0, 1)]
    [InlineData(1, 5, 0, 5)]
    [InlineData(3, 17, 12, 5)]
    [InlineData(8, 512, 486, 6)]
    [InlineData(2, 9, 1, 8)]
    public void Packing_rows_puts_the_numbers_of_one_example_side_by_side(int blocks, int height, int first, int rows)
    {
        PackRows<float>(blocks, height, first, rows);
        PackRows<double>(blocks, height, first, rows);
    }

    private static void PackRows<T>(int blocks, int height, int first, int rows)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int lanes = 2 * Vector<T>.Count, examples = blocks * lanes;
        T[] source = Guarded<T>(blocks * height * lanes, T.NaN), target = Guarded<T>(examples * LaneBlocks.PackedRows, T.NegativeInfinity);
        LaneBlocks.PackRows(ref source[Guard + (first * lanes)], height, height - first, rows, blocks, ref target[Guard]);

        // What lies beyond the rows that were asked for means nothing.
        for (int i = 0; i < examples * LaneBlocks.PackedRows; i++)
        {
            if (i % LaneBlocks.PackedRows >= rows)
                target[Guard + i] = T.Zero;
        }

        AssertGuarded(target, T.NegativeInfinity, i =>
        {
            int example = i / LaneBlocks.PackedRows, row = i % LaneBlocks.PackedRows;
            return row >= rows ? T.Zero : T.CreateChecked((example / lanes * height + first + row) * lanes + example % lanes + 1);
        });
    }

    private static void Load<T>(int examples, int features)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int lanes = 2 * Vector<T>.Count, blocks = (examples + lanes - 1) / lanes;
        T[] rows = Guarded<T>(examples * features, T.NaN), target = Guarded<T>(blocks * features * lanes, T.NegativeInfinity);
        LaneBlocks.Load(ref rows[Guard], examples, features, ref target[Guard]);
        AssertGuarded(target, T.NegativeInfinity, i =>
        {
            int example = Math.Min(i / (features * lanes) * lanes + i % lanes, examples - 1);
            return T.CreateChecked(example * features + i / lanes % features + 1);
        });
    }

    private static void Store<T>(int examples, int features)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int lanes = 2 * Vector<T>.Count, blocks = (examples + lanes - 1) / lanes;
        T[] source = Guarded<T>(blocks * features * lanes, T.NaN), rows = Guarded<T>(examples * features, T.NegativeInfinity);
        LaneBlocks.Store(ref source[Guard], examples, features, ref rows[Guard]);
        AssertGuarded(rows, T.NegativeInfinity, i =>
        {
            int example = i / features, feature = i % features;
            return T.CreateChecked((example / lanes * features + feature) * lanes + example % lanes + 1);
        });
    }

    private static void Transpose<T>(int blocks, int features)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int lanes = 2 * Vector<T>.Count, groups = (features + lanes - 1) / lanes, examples = blocks * lanes;
        T[] source = Guarded<T>(blocks * features * lanes, T.NaN), target = Guarded<T>(groups * examples * lanes, T.NegativeInfinity);
        LaneBlocks.Transpose(ref source[Guard], blocks, features, ref target[Guard]);
        AssertGuarded(target, T.NegativeInfinity, i =>
        {
            int feature = i / (examples * lanes) * lanes + i % lanes, example = i / lanes % examples;
            return feature >= features ? T.Zero : T.CreateChecked((example / lanes * features + feature) * lanes + example % lanes + 1);
        });
    }

    private static void Group<T>(int examples, int features, int panel)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int lanes = 2 * Vector<T>.Count, groups = (features + lanes - 1) / lanes;
        T[] rows = Guarded<T>(examples * features, T.NaN), target = Guarded<T>(groups * panel * lanes, T.NegativeInfinity);
        target.AsSpan(Guard, groups * panel * lanes).Fill(-T.One);
        LaneBlocks.Group(ref rows[Guard], examples, features, ref target[Guard], panel);
        AssertGuarded(target, T.NegativeInfinity, i =>
        {
            int feature = i / (panel * lanes) * lanes + i % lanes, example = i / lanes % panel;
            return example >= examples ? -T.One : feature >= features ? T.Zero : T.CreateChecked(example * features + feature + 1);
        });
    }

    /// <summary>1, 2, 3, ... between two guards.</summary>
    private static T[] Guarded<T>(int length, T guard)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] array = Enumerable.Repeat(guard, length + 2 * Guard).ToArray();
        for (int i = 0; i < length; i++)
        {
            array[Guard + i] = T.CreateChecked(i + 1);
        }

        return array;
    }

    private static void AssertGuarded<T>(T[] actual, T guard, Func<int, T> expected)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < actual.Length; i++)
        {
            bool inside = i >= Guard && i < actual.Length - Guard;
            T want = inside ? expected(i - Guard) : guard;
            if (actual[i] != want)
            {
                Assert.Fail($"Element {i - Guard} of {actual.Length - 2 * Guard}: expected {want}, got {actual[i]}.");
            }
        }
    }
}
