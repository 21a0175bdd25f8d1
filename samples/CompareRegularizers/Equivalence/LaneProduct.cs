using System;
using System.Numerics;
using System.Runtime.InteropServices;

namespace CompareRegularizers.Equivalence;

/// <summary>Products with lanes over examples: a lane block is <see cref="Lanes"/> examples side by side, two SIMD vectors.</summary>
internal static class LaneProduct
{
    /// <summary>The examples in a lane block, as in the library's own passes, whose noise it has to match.</summary>
    internal static int Lanes => 2 * Vector<double>.Count;

    /// <summary>Adds <c>W x</c> to <c>y</c> in every lane.</summary>
    /// <param name="weights">Units x inputs.</param>
    /// <param name="x">Inputs x lanes.</param>
    /// <param name="y">Units x lanes.</param>
    internal static void AddTo(ReadOnlySpan<double> weights, ReadOnlySpan<double> x, Span<double> y)
    {
        ReadOnlySpan<Vector<double>> columns = MemoryMarshal.Cast<double, Vector<double>>(x);
        Span<Vector<double>> sums = MemoryMarshal.Cast<double, Vector<double>>(y);
        int inputs = columns.Length / 2;
        for (int unit = 0; unit < sums.Length / 2; unit++)
        {
            ReadOnlySpan<double> row = weights.Slice(unit * inputs, inputs);
            (Vector<double> low, Vector<double> high) = (sums[2 * unit], sums[(2 * unit) + 1]);
            for (int j = 0; j < row.Length; j++)
            {
                Vector<double> weight = Vector.Create(row[j]);
                low = Vector.FusedMultiplyAdd(weight, columns[2 * j], low);
                high = Vector.FusedMultiplyAdd(weight, columns[(2 * j) + 1], high);
            }

            (sums[2 * unit], sums[(2 * unit) + 1]) = (low, high);
        }
    }

    /// <summary>The inner product of two vectors of units in every lane: <c>sum_i x_i y_i</c>.</summary>
    /// <param name="x">Units x lanes.</param>
    /// <param name="y">Units x lanes.</param>
    /// <param name="products">Lanes; overwritten.</param>
    internal static void Inner(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> products)
    {
        products.Clear();
        for (int i = 0; i < x.Length; i++)
            products[i % products.Length] += x[i] * y[i];
    }
}
