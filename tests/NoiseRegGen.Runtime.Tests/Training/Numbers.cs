using System;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Threading;
using NoiseRegGen.Runtime.Tests.Training.Models;
using Xunit;

namespace NoiseRegGen.Runtime.Tests.Training;

/// <summary>Test data and the comparison of bits.</summary>
internal static class Numbers
{
    internal static T[] Normals<T>(ulong seed, int count)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] values = new T[count];
        for (int i = 0; i < count; i++)
            values[i] = T.CreateChecked(TestNoise.Normal(seed, 7, i, 0));
        return values;
    }

    /// <summary>The running test's own token.</summary>
    internal static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The bits, so that equality also tells -0 from 0 and one NaN from none.</summary>
    internal static byte[] Bits<T>(ReadOnlySpan<T> values)
        where T : unmanaged
        => MemoryMarshal.AsBytes(values).ToArray();
}
