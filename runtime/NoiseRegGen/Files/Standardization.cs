using System;
using System.Collections.Immutable;
using System.Numerics;

namespace NoiseRegGen.Files;

/// <summary>
/// The affine map between a table's own units and those a network is trained in, column by column:
/// <c>standardized = (value - mean) / scale</c>.
/// </summary>
public sealed class Standardization : IEquatable<Standardization>
{
    /// <summary>States the map.</summary>
    /// <param name="means">One number per column, finite.</param>
    /// <param name="scales">As many: finite, above 0.</param>
    /// <exception cref="ArgumentException">The lengths differ, there is no column, or a number is out of range.</exception>
    public Standardization(ReadOnlySpan<double> means, ReadOnlySpan<double> scales)
    {
        if (means.Length == 0)
            throw new ArgumentException("Expected a mean for at least one column, but got none.", nameof(means));
        if (scales.Length != means.Length)
            throw new ArgumentException($"Expected {means.Length} scales, one for each mean, but got {scales.Length}.", nameof(scales));
        for (int i = 0; i < means.Length; i++)
        {
            if (!double.IsFinite(means[i]))
                throw new ArgumentException($"Expected finite means, but that of column {i} is {means[i]}.", nameof(means));
            if (!(double.IsFinite(scales[i]) && scales[i] > 0))
                throw new ArgumentException($"Expected scales that are finite and above 0, but that of column {i} is {scales[i]}.", nameof(scales));
        }

        Means = [.. means];
        Scales = [.. scales];
    }

    /// <summary>The number of columns.</summary>
    public int Count => Means.Length;

    /// <summary>What is subtracted from each column.</summary>
    public ImmutableArray<double> Means { get; }

    /// <summary>What each column is then divided by.</summary>
    public ImmutableArray<double> Scales { get; }

    /// <summary>The map that changes nothing: means 0, scales 1.</summary>
    /// <param name="count">The number of columns, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public static Standardization Identity(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var scales = new double[count];
        Array.Fill(scales, 1);
        return new Standardization(new double[count], scales);
    }

    /// <summary>The mean and the standard deviation (divisor n) of each column of a table.</summary>
    /// <param name="values">rows x columns, row-major, at least one row.</param>
    /// <param name="columns">The number of columns, at least 1.</param>
    /// <exception cref="ArgumentException">
    /// The length is not a multiple of <paramref name="columns"/>, or a column is constant, not finite, or too large to square.
    /// </exception>
    public static Standardization Fit(ReadOnlySpan<double> values, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        if (values.Length == 0 || values.Length % columns != 0)
            throw new ArgumentException($"Expected rows x {columns} numbers with at least one row, but got {values.Length}.", nameof(values));
        var means = new double[columns];
        var scales = new double[columns];
        for (int j = 0; j < columns; j++)
        {
            (means[j], scales[j]) = Moments(values, j, columns);
            if (!(double.IsFinite(scales[j]) && scales[j] > 0))
            {
                throw new ArgumentException(
                    $"Expected columns of finite numbers that vary, but column {j} has mean {means[j]} and standard deviation {scales[j]}.",
                    nameof(values));
            }
        }

        return new Standardization(means, scales);
    }

    /// <summary>From the table's units to standardized ones.</summary>
    /// <typeparam name="T">The network's number type, to which the result is rounded.</typeparam>
    /// <param name="values">rows x <see cref="Count"/>.</param>
    /// <param name="standardized">As long; overwritten.</param>
    /// <exception cref="ArgumentException">A length is wrong.</exception>
    public void Apply<T>(ReadOnlySpan<double> values, Span<T> standardized)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireRows(values.Length, standardized.Length, nameof(values), nameof(standardized));
        for (int i = 0, j = 0; i < values.Length; i++, j = j + 1 == Count ? 0 : j + 1)
            standardized[i] = T.CreateChecked((values[i] - Means[j]) / Scales[j]);
    }

    /// <summary>From standardized units back to the table's.</summary>
    /// <typeparam name="T">The network's number type.</typeparam>
    /// <param name="standardized">rows x <see cref="Count"/>.</param>
    /// <param name="values">As long; overwritten.</param>
    /// <exception cref="ArgumentException">A length is wrong.</exception>
    public void Undo<T>(ReadOnlySpan<T> standardized, Span<double> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireRows(standardized.Length, values.Length, nameof(standardized), nameof(values));
        for (int i = 0, j = 0; i < values.Length; i++, j = j + 1 == Count ? 0 : j + 1)
            values[i] = (double.CreateChecked(standardized[i]) * Scales[j]) + Means[j];
    }

    /// <inheritdoc/>
    public bool Equals(Standardization? other) =>
        other is not null && Means.AsSpan().SequenceEqual(other.Means.AsSpan()) && Scales.AsSpan().SequenceEqual(other.Scales.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Standardization);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Count, Means[0], Scales[0]);

    // Two passes: the one-pass form sum x^2 - n mean^2 cancels for a column such as a year.
    private static (double Mean, double Deviation) Moments(ReadOnlySpan<double> values, int first, int stride)
    {
        int rows = values.Length / stride;
        double sum = 0, squares = 0;
        bool constant = true;
        for (int i = first; i < values.Length; i += stride)
        {
            sum += values[i];
            constant &= values[i] == values[first];
        }

        double mean = sum / rows;
        // The mean of equal numbers may round to another one; their deviation is 0 all the same.
        if (constant)
            return (mean, 0);
        for (int i = first; i < values.Length; i += stride)
            squares += (values[i] - mean) * (values[i] - mean);
        return (mean, Math.Sqrt(squares / rows));
    }

    private void RequireRows(int length, int otherLength, string name, string otherName)
    {
        if (length % Count != 0)
            throw new ArgumentException($"Expected rows x {Count} numbers, but got {length}.", name);
        if (otherLength != length)
            throw new ArgumentException($"Expected {length} numbers, as many as {name} has, but got {otherLength}.", otherName);
    }
}
