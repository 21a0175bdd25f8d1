using System;
using System.IO;
using System.Runtime.InteropServices;

namespace NoiseRegGen.Files.Tests;

/// <summary>Parameters that tests agree on, and the comparison of bits.</summary>
internal static class Values
{
    /// <summary>Exact fractions, and some whose last bits matter; the same formula is in Interop/src/main.rs.</summary>
    internal static float[] Singles(int count)
    {
        var values = new float[count];
        for (int i = 0; i < count; i++)
            values[i] = i % 5 == 4 ? 1 / (i + 1f) : ((i * 37 % 101) - 50) / 64f;
        return values;
    }

    /// <inheritdoc cref="Singles"/>
    internal static double[] Doubles(int count)
    {
        var values = new double[count];
        for (int i = 0; i < count; i++)
            values[i] = i % 5 == 4 ? 1 / (i + 1.0) : ((i * 37 % 101) - 50) / 64.0;
        return values;
    }

    /// <summary>The bits, so that equality also tells -0 from 0 and one NaN from another.</summary>
    internal static byte[] Bits<T>(ReadOnlySpan<T> values)
        where T : unmanaged
        => MemoryMarshal.AsBytes(values).ToArray();

    /// <summary>A table of the columns of <see cref="Networks.Small"/>, with names and numbers that a careless writer would mangle.</summary>
    internal static DataDescription Table { get; } = new(
        ["load \"kN\"", "Geschwindigkeit, größte", "\U0001D465\\\n"], new([0.1, -1e300, 1 / 3.0], [1e-300, 2, 0.7]),
        ["y1", "</y2>"], new([5, double.Epsilon], [1, double.MaxValue]));

    /// <summary>A file of the committed test data.</summary>
    internal static string Committed(string name) => Path.Combine(AppContext.BaseDirectory, "Data", name);
}
