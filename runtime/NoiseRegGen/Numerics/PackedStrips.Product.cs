using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NoiseRegGen.Numerics;

/// <content>The product with a batch: tiles of six or five examples by one strip.</content>
internal static partial class PackedStrips
{
    /// <summary><c>H = sigma(X W^T + b)</c> of a few examples.</summary>
    /// <remarks>All examples pass by a strip before the next, which so stays in the first- or second-level cache.</remarks>
    /// <param name="packed">The layer.</param>
    /// <param name="rows">Rows of W.</param>
    /// <param name="columns">Columns of W.</param>
    /// <param name="activation">sigma.</param>
    /// <param name="x">examples x columns, row-major.</param>
    /// <param name="xStride">From one example to the next.</param>
    /// <param name="z">Room for examples x <see cref="Stride{T}"/> numbers, and in whole strips.</param>
    /// <param name="examples">At least one.</param>
    internal static void Multiply<T>(ref T packed, int rows, int columns, Activation activation, ref T x, nint xStride, ref T z, int examples)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (PackedMatrix.Splits(rows, columns) > 1)
        {
            MultiplySplit(ref packed, rows, columns, ref x, xStride, ref z, examples);
            ActivationPass.Apply(activation, ref z, 1, 0, PaddedRows<T>(examples * rows));
            return;
        }

        int stride = Stride<T>(rows, columns);
        for (int row = 0; row < rows; row += Strip<T>())
        {
            Tiles(ref Unsafe.Add(ref packed, (nint)row * (columns + 1)), columns, ref x, xStride, ref z, stride, examples);
            ActivationPass.Apply(activation, ref z, examples, stride, Strip<T>());
            z = ref Unsafe.Add(ref z, Strip<T>());
        }
    }

    // n examples in tiles of six and five: with g = ceil(n / 6) tiles, n - 5 g of six; if that is negative, all are tiles of five, the last of them not full.
    private static void Tiles<T>(ref T strip, int columns, ref T x, nint xStride, ref T z, nint zStride, int examples)
        where T : unmanaged
    {
        int sixes = Math.Max(0, examples - (5 * ((examples + 5) / 6))), taken = 6 * sixes;
        SixExamples(ref strip, columns, ref x, xStride, ref z, zStride, sixes);
        if (taken < examples)
            FiveExamples(ref strip, columns, ref Unsafe.Add(ref x, taken * xStride), xStride, ref Unsafe.Add(ref z, taken * zStride), zStride, examples - taken);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void SixExamples<T>(ref T strip, int columns, ref T x, nint xStride, ref T z, nint zStride, int tiles)
        where T : unmanaged
    {
        for (; tiles > 0; tiles--)
        {
            ref T x1 = ref Unsafe.Add(ref x, xStride), x2 = ref Unsafe.Add(ref x1, xStride), x3 = ref Unsafe.Add(ref x2, xStride);
            ref T x4 = ref Unsafe.Add(ref x3, xStride), x5 = ref Unsafe.Add(ref x4, xStride), w = ref strip;
            Vector<T> a0 = Load(ref w, 0), a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0;
            Vector<T> b0 = Load(ref w, 1), b1 = b0, b2 = b0, b3 = b0, b4 = b0, b5 = b0;
            for (nint column = 0; column < columns; column++)
            {
                w = ref Unsafe.Add(ref w, Strip<T>());
                Vector<T> wa = Load(ref w, 0), wb = Load(ref w, 1);
                Vector<T> factor = new(Unsafe.Add(ref x, column));
                a0 = MultiplyAdd(wa, factor, a0);
                b0 = MultiplyAdd(wb, factor, b0);
                factor = new(Unsafe.Add(ref x1, column));
                a1 = MultiplyAdd(wa, factor, a1);
                b1 = MultiplyAdd(wb, factor, b1);
                factor = new(Unsafe.Add(ref x2, column));
                a2 = MultiplyAdd(wa, factor, a2);
                b2 = MultiplyAdd(wb, factor, b2);
                factor = new(Unsafe.Add(ref x3, column));
                a3 = MultiplyAdd(wa, factor, a3);
                b3 = MultiplyAdd(wb, factor, b3);
                factor = new(Unsafe.Add(ref x4, column));
                a4 = MultiplyAdd(wa, factor, a4);
                b4 = MultiplyAdd(wb, factor, b4);
                factor = new(Unsafe.Add(ref x5, column));
                a5 = MultiplyAdd(wa, factor, a5);
                b5 = MultiplyAdd(wb, factor, b5);
            }

            Store(a0, b0, ref z);
            z = ref Unsafe.Add(ref z, zStride);
            Store(a1, b1, ref z);
            z = ref Unsafe.Add(ref z, zStride);
            Store(a2, b2, ref z);
            z = ref Unsafe.Add(ref z, zStride);
            Store(a3, b3, ref z);
            z = ref Unsafe.Add(ref z, zStride);
            Store(a4, b4, ref z);
            z = ref Unsafe.Add(ref z, zStride);
            Store(a5, b5, ref z);
            z = ref Unsafe.Add(ref z, zStride);
            x = ref Unsafe.Add(ref x5, xStride);
        }
    }

    // The last tile may have fewer examples: the last of them is then computed several times over, to the same bits.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void FiveExamples<T>(ref T strip, int columns, ref T x, nint xStride, ref T z, nint zStride, int examples)
        where T : unmanaged
    {
        for (; examples > 0; examples -= 5)
        {
            int last = Math.Min(examples, 5) - 1, i1 = Math.Min(1, last), i2 = Math.Min(2, last), i3 = Math.Min(3, last);
            ref T x1 = ref Unsafe.Add(ref x, i1 * xStride), x2 = ref Unsafe.Add(ref x, i2 * xStride);
            ref T x3 = ref Unsafe.Add(ref x, i3 * xStride), x4 = ref Unsafe.Add(ref x, last * xStride), w = ref strip;
            Vector<T> a0 = Load(ref w, 0), a1 = a0, a2 = a0, a3 = a0, a4 = a0;
            Vector<T> b0 = Load(ref w, 1), b1 = b0, b2 = b0, b3 = b0, b4 = b0;
            for (nint column = 0; column < columns; column++)
            {
                w = ref Unsafe.Add(ref w, Strip<T>());
                Vector<T> wa = Load(ref w, 0), wb = Load(ref w, 1);
                Vector<T> factor = new(Unsafe.Add(ref x, column));
                a0 = MultiplyAdd(wa, factor, a0);
                b0 = MultiplyAdd(wb, factor, b0);
                factor = new(Unsafe.Add(ref x1, column));
                a1 = MultiplyAdd(wa, factor, a1);
                b1 = MultiplyAdd(wb, factor, b1);
                factor = new(Unsafe.Add(ref x2, column));
                a2 = MultiplyAdd(wa, factor, a2);
                b2 = MultiplyAdd(wb, factor, b2);
                factor = new(Unsafe.Add(ref x3, column));
                a3 = MultiplyAdd(wa, factor, a3);
                b3 = MultiplyAdd(wb, factor, b3);
                factor = new(Unsafe.Add(ref x4, column));
                a4 = MultiplyAdd(wa, factor, a4);
                b4 = MultiplyAdd(wb, factor, b4);
            }

            Store(a0, b0, ref z);
            Store(a1, b1, ref Unsafe.Add(ref z, i1 * zStride));
            Store(a2, b2, ref Unsafe.Add(ref z, i2 * zStride));
            Store(a3, b3, ref Unsafe.Add(ref z, i3 * zStride));
            Store(a4, b4, ref Unsafe.Add(ref z, last * zStride));
            x = ref Unsafe.Add(ref x, 5 * xStride);
            z = ref Unsafe.Add(ref z, 5 * zStride);
        }
    }
}
