using System;
using System.Numerics;
using System.Runtime.InteropServices;
using NoiseRegGen.PeerBenchmarks.Jobs;

namespace NoiseRegGen.PeerBenchmarks.Kernels;

/// <summary>Adds up a network's parameters, once, in order: as fast as a core reads them from the cache that they fit in.</summary>
internal sealed class WeightStream(float[] parameters) : Side("machine", "parameters read")
{
    private float _sum;

    /// <inheritdoc/>
    internal override void Run() => _sum = Sum(MemoryMarshal.Cast<float, Vector<float>>(parameters));

    /// <inheritdoc/>
    internal override NamedResult[] Results() => [new("sum", [_sum])];

    // Eight chains: an addition waits 3 cycles, two loads a cycle are all there are.
    private static float Sum(ReadOnlySpan<Vector<float>> values)
    {
        Vector<float> a0 = default, a1 = default, a2 = default, a3 = default, a4 = default, a5 = default, a6 = default, a7 = default;
        for (; values.Length >= 8; values = values[8..])
        {
            a0 += values[0];
            a1 += values[1];
            a2 += values[2];
            a3 += values[3];
            a4 += values[4];
            a5 += values[5];
            a6 += values[6];
            a7 += values[7];
        }

        foreach (Vector<float> rest in values)
            a0 += rest;
        return Vector.Sum(a0 + a1 + (a2 + a3) + (a4 + a5 + (a6 + a7)));
    }
}
