using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;
using NoiseRegGen.Files;
using Onnx;

namespace NoiseRegGen.Onnx.Reading;

/// <summary>A tensor of numbers that the file holds: weights, biases, factors.</summary>
/// <param name="Shape">Its dimensions as the graph sees them.</param>
/// <param name="Precision">Its number type.</param>
/// <param name="Data">Where the numbers are.</param>
/// <param name="Transposed">Whether the graph sees the transpose of the stored matrix.</param>
internal sealed record Constant(int[] Shape, Precision Precision, TensorProto Data, bool Transposed = false)
{
    /// <summary>The number of numbers.</summary>
    internal int Count => Shape.Aggregate(1, static (product, size) => product * size);

    /// <summary>A tensor whose numbers are all there.</summary>
    /// <exception cref="ModelFileException">It holds other things than floats or doubles, or not as many as its shape says.</exception>
    internal static Constant Of(TensorProto tensor, string path) => Of(tensor, ModelFileException.Quote(tensor.Name), path);

    /// <inheritdoc cref="Of(TensorProto, string)"/>
    internal static Constant Of(TensorProto tensor, string name, string path)
    {
        if (tensor.HasDataLocation && tensor.DataLocation == TensorProto.Types.DataLocation.External)
            throw new ModelFileException(path, $"the numbers of {name} in the file itself", "a reference to another file");
        if (ElementTypes.PrecisionOf(tensor.DataType) is not { } precision)
            throw new ModelFileException(path, $"float or double numbers in {name}", ElementTypes.NameOf(tensor.DataType));
        long stored = tensor.HasRawData
            ? tensor.RawData.Length / (precision == Precision.Single ? sizeof(float) : sizeof(double))
            : precision == Precision.Single ? tensor.FloatData.Count : tensor.DoubleData.Count;
        bool whole = !tensor.HasRawData || tensor.RawData.Length % (precision == Precision.Single ? sizeof(float) : sizeof(double)) == 0;
        if (!whole || CountOf(tensor.Dims) != stored)
            throw new ModelFileException(path, $"as many numbers in {name} as its shape [{string.Join(", ", tensor.Dims)}] has", whole ? $"{stored}" : $"{tensor.RawData.Length} bytes");
        return new Constant([.. tensor.Dims.Select(static size => (int)size)], precision, tensor);
    }

    /// <summary>The transpose of a matrix.</summary>
    internal Constant Transpose() => this with { Shape = [Shape[1], Shape[0]], Transposed = !Transposed };

    /// <summary>A constant of one number, as a double; null for any other.</summary>
    internal double? Scalar => Count == 1 ? ToDoubles()[0] : null;

    /// <summary>All numbers as doubles, for the few that are not weights.</summary>
    internal double[] ToDoubles()
    {
        var values = new double[Count];
        if (Precision == Precision.Double)
            CopyTo<double>(values);
        else
            Array.ConvertAll(ToSingles(), static value => (double)value).CopyTo(values, 0);
        return values;
    }

    /// <summary>The numbers as they are stored: row-major, of the constant's own precision, not yet transposed.</summary>
    internal void CopyTo<T>(Span<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Data.HasRawData)
            Data.RawData.Span.CopyTo(MemoryMarshal.AsBytes(values));
        else if (Precision == Precision.Single)
            CopyTo(Data.FloatData, values);
        else
            CopyTo(Data.DoubleData, values);
    }

    private float[] ToSingles()
    {
        var values = new float[Count];
        CopyTo<float>(values);
        return values;
    }

    private static void CopyTo<TFrom, T>(IReadOnlyList<TFrom> source, Span<T> values)
        where TFrom : unmanaged, IFloatingPointIeee754<TFrom>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < values.Length; i++)
            values[i] = T.CreateChecked(source[i]);
    }

    // -1 where it is negative somewhere or beyond any array.
    private static long CountOf(IEnumerable<long> dimensions)
    {
        long count = 1;
        foreach (long size in dimensions)
        {
            if (size is < 0 or > int.MaxValue || (count *= size) > int.MaxValue)
                return -1;
        }

        return count;
    }
}
