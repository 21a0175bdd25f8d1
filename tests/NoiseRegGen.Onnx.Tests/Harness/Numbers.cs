using System;
using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;
using Xunit;

namespace NoiseRegGen.Onnx.Tests.Harness;

/// <summary>Random numbers, and comparisons.</summary>
internal static class Numbers
{
    /// <summary>Normal deviates of the framework's own generator, rounded to <typeparamref name="T"/>.</summary>
    internal static T[] Normals<T>(int count, int seed)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => T.CreateChecked(
            Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())))];
    }

    /// <summary>A network with random weights and random biases, so that no part of a file can be mistaken for another.</summary>
    internal static TNet Network<TNet, T>(int seed = 1)
        where TNet : class, IMlp<TNet, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TNet network = TNet.Create((ulong)seed);
        for (int layer = 0; layer < TNet.LayerActivations.Length; layer++)
            Normals<T>(network.Biases(layer).Length, seed + layer).CopyTo(network.Biases(layer));
        return network;
    }

    internal static void AssertSameBits<T>(ReadOnlySpan<T> expected, ReadOnlySpan<T> actual)
        where T : unmanaged
        => Assert.Equal(MemoryMarshal.AsBytes(expected).ToArray(), MemoryMarshal.AsBytes(actual).ToArray());

    /// <summary>The agreement that issue 7 asks for: <c>tolerance (1 + |a|)</c>, 1e-5 in single and 1e-12 in double precision.</summary>
    internal static void AssertClose<T>(ReadOnlySpan<T> expected, ReadOnlySpan<T> actual)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double tolerance = typeof(T) == typeof(float) ? 1e-5 : 1e-12;
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            double wanted = double.CreateChecked(expected[i]), came = double.CreateChecked(actual[i]);
            Assert.True(Math.Abs(came - wanted) <= tolerance * (1 + Math.Abs(wanted)), $"number {i}: expected {wanted:R}, came {came:R}");
        }
    }
}
