using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NoiseRegGen.Training;

/// <summary>Elementwise sums and norms of equally long spans. No fused multiply-add: the bits depend on no vector width.</summary>
internal static class VectorOps
{
    /// <summary><c>destination = factor source</c>.</summary>
    internal static void Scale<T>(ReadOnlySpan<T> source, T factor, Span<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ref T s = ref MemoryMarshal.GetReference(source);
        ref T d = ref MemoryMarshal.GetReference(destination);
        Vector<T> factors = new(factor);
        int i = 0;
        for (; i <= source.Length - Vector<T>.Count; i += Vector<T>.Count)
            (factors * Vector.LoadUnsafe(ref s, (nuint)i)).StoreUnsafe(ref d, (nuint)i);
        for (; i < source.Length; i++)
            destination[i] = factor * source[i];
    }

    /// <summary><c>destination += factor source</c>.</summary>
    internal static void AddScaled<T>(ReadOnlySpan<T> source, T factor, Span<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ref T s = ref MemoryMarshal.GetReference(source);
        ref T d = ref MemoryMarshal.GetReference(destination);
        Vector<T> factors = new(factor);
        int i = 0;
        for (; i <= source.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            Vector<T> sum = Vector.LoadUnsafe(ref d, (nuint)i) + (factors * Vector.LoadUnsafe(ref s, (nuint)i));
            sum.StoreUnsafe(ref d, (nuint)i);
        }
        for (; i < source.Length; i++)
            destination[i] += factor * source[i];
    }

    /// <summary>The Euclidean norm, in double; exact to rounding also where the squares would overflow or vanish.</summary>
    internal static double Norm<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double sum = SumOfSquares(values);
        // Inside these limits no square that matters was lost; the comparison is false for NaN too.
        return sum is > 1e-280 and < double.PositiveInfinity ? Math.Sqrt(sum) : ScaledNorm(values);
    }

    /// <summary>The sum of squares, in double, in an order that depends on the length and the vector width alone.</summary>
    internal static double SumOfSquares<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ref T v = ref MemoryMarshal.GetReference(values);
        Vector<double> even = Vector<double>.Zero, odd = Vector<double>.Zero;
        int i = 0;
        if (typeof(T) == typeof(float))
        {
            for (; i <= values.Length - Vector<float>.Count; i += Vector<float>.Count)
            {
                Vector.Widen(Vector.LoadUnsafe(ref Unsafe.As<T, float>(ref v), (nuint)i), out Vector<double> low, out Vector<double> high);
                even += low * low;
                odd += high * high;
            }
        }
        else if (typeof(T) == typeof(double))
        {
            for (; i <= values.Length - Vector<double>.Count; i += Vector<double>.Count)
            {
                Vector<double> part = Vector.LoadUnsafe(ref Unsafe.As<T, double>(ref v), (nuint)i);
                even += part * part;
            }
        }
        double sum = Vector.Sum(even + odd);
        for (; i < values.Length; i++)
        {
            double value = double.CreateChecked(values[i]);
            sum += value * value;
        }
        return sum;
    }

    private static double ScaledNorm<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double largest = 0;
        foreach (T value in values)
            largest = Math.Max(largest, Math.Abs(double.CreateChecked(value)));
        if (largest == 0 || !double.IsFinite(largest))
            return largest;
        double sum = 0;
        foreach (T value in values)
        {
            double ratio = double.CreateChecked(value) / largest;
            sum += ratio * ratio;
        }
        return largest * Math.Sqrt(sum);
    }
}
