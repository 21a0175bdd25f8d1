using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NoiseRegGen.Numerics;

/// <summary>
/// A layer's weights and biases in the order in which the product with a single example reads them: lanes over the rows, so that
/// no tile has to be transposed.
/// </summary>
/// <remarks>
/// <para>
/// The rows are taken in groups of at most <see cref="WidestGroup"/> vectors. A group lies as [1 + columns][vectors][lanes]: the biases, then one column
/// of the group's weights after the other; rows beyond the last are 0. A sum waits four cycles for its next term, so eight vectors keep both multiply-add units busy.
/// </para>
/// <para>
/// Every sum begins with the bias and runs over the columns in order, one fused multiply-add each: the bits of the lane-block product.
/// That one splits the sums of three rows or fewer; such a matrix lies here as it is, each row after its bias, and is summed in the same parts.
/// </para>
/// </remarks>
internal static class PackedMatrix
{
    private const int WidestGroup = 8;

    /// <summary>The numbers that a packed layer takes.</summary>
    internal static int Length<T>(int rows, int columns)
        where T : unmanaged =>
        Splits(rows, columns) > 1 ? checked(rows * (columns + 1)) : checked(PaddedRows<T>(rows) * (columns + 1));

    /// <summary>The numbers that a product writes: the rows, and what fills the last group up.</summary>
    internal static int PaddedRows<T>(int rows)
        where T : unmanaged
    {
        int vectors = (rows + Vector<T>.Count - 1) / Vector<T>.Count;
        int whole = vectors / WidestGroup * WidestGroup;
        return (whole + (vectors > whole ? GroupFor(vectors - whole) : 0)) * Vector<T>.Count;
    }

    /// <summary>Into how many partial sums a row is split.</summary>
    /// <remarks>The same rule as the generator's <c>TilePlanner</c>, or the bits would differ.</remarks>
    internal static int Splits(int rows, int columns)
    {
        int splits = 1;
        while (splits * 2 <= columns && rows * 2 * splits < 8)
            splits *= 2;
        return splits;
    }

    /// <summary>Packs W (rows x columns, row-major) and b.</summary>
    internal static void Pack<T>(ReadOnlySpan<T> weights, ReadOnlySpan<T> biases, Span<T> packed)
        where T : unmanaged
    {
        int rows = biases.Length, columns = weights.Length / rows;
        bool byRow = Splits(rows, columns) > 1;
        packed.Clear();
        for (int row = 0, first = 0, height = 1; row < rows; row++)
        {
            if (!byRow && row == first + height || row == 0)
                (first, height) = (row, byRow ? 1 : GroupFor((rows - row + Vector<T>.Count - 1) / Vector<T>.Count) * Vector<T>.Count);
            Span<T> group = packed[((byRow ? row : first) * (columns + 1))..];
            int lane = byRow ? 0 : row - first;
            group[lane] = biases[row];
            for (int column = 0; column < columns; column++)
                group[((column + 1) * height) + lane] = weights[(row * columns) + column];
        }
    }

    /// <summary><c>z = W x + b</c>; z has room for <see cref="PaddedRows{T}"/> numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Multiply<T>(ref T packed, int rows, int columns, ref T x, ref T z)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int splits = Splits(rows, columns);
        if (splits > 1)
        {
            for (int row = 0; row < rows; row++)
                Unsafe.Add(ref z, row) = Sum(ref Unsafe.Add(ref packed, row * (columns + 1)), columns, ref x, splits);
            return;
        }

        for (int vectors = (rows + Vector<T>.Count - 1) / Vector<T>.Count; vectors > 0;)
        {
            int group = GroupFor(vectors);
            switch (group)
            {
                case 8:
                    Eight(ref packed, columns, ref x, ref z);
                    break;
                case 4:
                    Four(ref packed, columns, ref x, ref z);
                    break;
                default:
                    Few(ref packed, columns, group, ref x, ref z);
                    break;
            }

            packed = ref Unsafe.Add(ref packed, (nint)group * Vector<T>.Count * (columns + 1));
            z = ref Unsafe.Add(ref z, group * Vector<T>.Count);
            vectors -= group;
        }
    }

    // The last group is rounded up: five to seven vectors cost what eight cost.
    private static int GroupFor(int vectors) => vectors > 4 ? WidestGroup : vectors > 2 ? 4 : vectors;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Eight<T>(ref T packed, int columns, ref T x, ref T z)
        where T : unmanaged
    {
        Vector<T> a0 = Load(ref packed, 0), a1 = Load(ref packed, 1), a2 = Load(ref packed, 2), a3 = Load(ref packed, 3);
        Vector<T> a4 = Load(ref packed, 4), a5 = Load(ref packed, 5), a6 = Load(ref packed, 6), a7 = Load(ref packed, 7);
        for (int column = 0; column < columns; column++)
        {
            packed = ref Unsafe.Add(ref packed, 8 * Vector<T>.Count);
            Vector<T> factor = new(Unsafe.Add(ref x, column));
            a0 = MultiplyAdd(Load(ref packed, 0), factor, a0);
            a1 = MultiplyAdd(Load(ref packed, 1), factor, a1);
            a2 = MultiplyAdd(Load(ref packed, 2), factor, a2);
            a3 = MultiplyAdd(Load(ref packed, 3), factor, a3);
            a4 = MultiplyAdd(Load(ref packed, 4), factor, a4);
            a5 = MultiplyAdd(Load(ref packed, 5), factor, a5);
            a6 = MultiplyAdd(Load(ref packed, 6), factor, a6);
            a7 = MultiplyAdd(Load(ref packed, 7), factor, a7);
        }

        Store(a0, ref z, 0);
        Store(a1, ref z, 1);
        Store(a2, ref z, 2);
        Store(a3, ref z, 3);
        Store(a4, ref z, 4);
        Store(a5, ref z, 5);
        Store(a6, ref z, 6);
        Store(a7, ref z, 7);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four<T>(ref T packed, int columns, ref T x, ref T z)
        where T : unmanaged
    {
        Vector<T> a0 = Load(ref packed, 0), a1 = Load(ref packed, 1), a2 = Load(ref packed, 2), a3 = Load(ref packed, 3);
        for (int column = 0; column < columns; column++)
        {
            packed = ref Unsafe.Add(ref packed, 4 * Vector<T>.Count);
            Vector<T> factor = new(Unsafe.Add(ref x, column));
            a0 = MultiplyAdd(Load(ref packed, 0), factor, a0);
            a1 = MultiplyAdd(Load(ref packed, 1), factor, a1);
            a2 = MultiplyAdd(Load(ref packed, 2), factor, a2);
            a3 = MultiplyAdd(Load(ref packed, 3), factor, a3);
        }

        Store(a0, ref z, 0);
        Store(a1, ref z, 1);
        Store(a2, ref z, 2);
        Store(a3, ref z, 3);
    }

    // One or two vectors; with one, the second is computed from the first's numbers and not stored.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Few<T>(ref T packed, int columns, int group, ref T x, ref T z)
        where T : unmanaged
    {
        int second = group - 1;
        Vector<T> a0 = Load(ref packed, 0), a1 = Load(ref packed, second);
        for (int column = 0; column < columns; column++)
        {
            packed = ref Unsafe.Add(ref packed, group * Vector<T>.Count);
            Vector<T> factor = new(Unsafe.Add(ref x, column));
            a0 = MultiplyAdd(Load(ref packed, 0), factor, a0);
            a1 = MultiplyAdd(Load(ref packed, second), factor, a1);
        }

        Store(a0, ref z, 0);
        Store(a1, ref z, second);
    }

    // sum_k w_k x_k in two or four parts, k modulo their number; the bias begins the first.
    private static T Sum<T>(ref T packed, int columns, ref T x, int splits)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T sum0 = packed, sum1 = T.Zero, sum2 = T.Zero, sum3 = T.Zero;
        ref T w = ref Unsafe.Add(ref packed, 1);
        int k = 0;
        for (; k <= columns - splits; k += splits)
        {
            sum0 = T.FusedMultiplyAdd(Unsafe.Add(ref w, k), Unsafe.Add(ref x, k), sum0);
            sum1 = T.FusedMultiplyAdd(Unsafe.Add(ref w, k + 1), Unsafe.Add(ref x, k + 1), sum1);
            if (splits == 2)
                continue;
            sum2 = T.FusedMultiplyAdd(Unsafe.Add(ref w, k + 2), Unsafe.Add(ref x, k + 2), sum2);
            sum3 = T.FusedMultiplyAdd(Unsafe.Add(ref w, k + 3), Unsafe.Add(ref x, k + 3), sum3);
        }

        if (k < columns)
            sum0 = T.FusedMultiplyAdd(Unsafe.Add(ref w, k), Unsafe.Add(ref x, k), sum0);
        if (k + 1 < columns)
            sum1 = T.FusedMultiplyAdd(Unsafe.Add(ref w, k + 1), Unsafe.Add(ref x, k + 1), sum1);
        if (k + 2 < columns)
            sum2 = T.FusedMultiplyAdd(Unsafe.Add(ref w, k + 2), Unsafe.Add(ref x, k + 2), sum2);
        return splits == 2 ? sum0 + sum1 : sum0 + sum1 + (sum2 + sum3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<T> Load<T>(ref T numbers, int vector)
        where T : unmanaged =>
        Vector.LoadUnsafe(ref Unsafe.Add(ref numbers, vector * Vector<T>.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<T>(Vector<T> value, ref T numbers, int vector)
        where T : unmanaged =>
        Vector.StoreUnsafe(value, ref Unsafe.Add(ref numbers, vector * Vector<T>.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<T> MultiplyAdd<T>(Vector<T> x, Vector<T> y, Vector<T> z)
        where T : unmanaged =>
        typeof(T) == typeof(float)
            ? Vector.FusedMultiplyAdd(x.As<T, float>(), y.As<T, float>(), z.As<T, float>()).As<float, T>()
            : Vector.FusedMultiplyAdd(x.As<T, double>(), y.As<T, double>(), z.As<T, double>()).As<double, T>();
}
