using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NoiseRegGen.Numerics;

public static partial class NormalNoise
{
    /// <summary>
    /// The noise of a layer's pre-activations under local reparameterisation: a pure function of (seed, step, presentation, layer,
    /// unit).
    /// </summary>
    /// <param name="key">The seed and the step.</param>
    /// <param name="layer">Any index below 65,536; generated networks pass l = 1..L.</param>
    /// <param name="firstExample">The presentation in lane 0 of block 0; lane p of block b is presentation firstExample + b P + p.</param>
    /// <param name="blocks">The number of lane blocks.</param>
    /// <param name="units">The number of units.</param>
    /// <param name="xi">blocks x units x P standard normals; overwritten.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void FillUnits(in NoiseKey key, int layer, uint firstExample, int blocks, int units, ref float xi)
    {
        Span<Vector<ulong>> schedule = stackalloc Vector<ulong>[Philox4x32.ScheduleLength];
        Philox4x32.Schedule(key.Key0, key.Key1, schedule);
        uint domain = NoiseKey.Domain(layer, RandomStream.Noise);
        nint stride = (nint)units * 2 * Vector<float>.Count;
        for (int block = 0; block < blocks; block++)
        {
            uint first = unchecked(firstExample + (uint)block * 2 * (uint)Vector<float>.Count);
            FillLanes(key, domain, first, units, ref schedule[0], ref Unsafe.Add(ref xi, block * stride));
        }
    }

    /// <inheritdoc cref="FillUnits(in NoiseKey, int, uint, int, int, ref float)"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void FillUnits(in NoiseKey key, int layer, uint firstExample, int blocks, int units, ref double xi)
    {
        Span<Vector<ulong>> schedule = stackalloc Vector<ulong>[Philox4x32.ScheduleLength];
        Philox4x32.Schedule(key.Key0, key.Key1, schedule);
        uint domain = NoiseKey.Domain(layer, RandomStream.Noise);
        nint stride = (nint)units * 2 * Vector<double>.Count;
        for (int block = 0; block < blocks; block++)
        {
            uint first = unchecked(firstExample + (uint)block * 2 * (uint)Vector<double>.Count);
            FillLanes(key, domain, first, units, ref schedule[0], ref Unsafe.Add(ref xi, block * stride));
        }
    }

    /// <summary>
    /// The noise of one weight row for the examples of one lane block: a pure function of (seed, step, presentation, layer, row,
    /// column). The bias is column <c>inputs</c> of its row.
    /// </summary>
    /// <param name="key">The seed and the step.</param>
    /// <param name="layer">Any index below 65,536; generated networks pass l = 1..L.</param>
    /// <param name="row">The unit whose incoming weights these are.</param>
    /// <param name="columns">The number of columns, the bias included if it is wanted.</param>
    /// <param name="firstExample">The presentation in lane 0.</param>
    /// <param name="xi">columns x P standard normals; overwritten.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void FillRow(in NoiseKey key, int layer, int row, int columns, uint firstExample, ref float xi)
    {
        NoiseKey rowKey = key.ForRow(layer, row);
        Span<Vector<ulong>> schedule = stackalloc Vector<ulong>[Philox4x32.ScheduleLength];
        Philox4x32.Schedule(rowKey.Key0, rowKey.Key1, schedule);
        uint domain = NoiseKey.Domain(layer, RandomStream.PerExampleNoise);
        FillLanes(rowKey, domain, firstExample, columns, ref schedule[0], ref xi);
    }

    /// <inheritdoc cref="FillRow(in NoiseKey, int, int, int, uint, ref float)"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void FillRow(in NoiseKey key, int layer, int row, int columns, uint firstExample, ref double xi)
    {
        NoiseKey rowKey = key.ForRow(layer, row);
        Span<Vector<ulong>> schedule = stackalloc Vector<ulong>[Philox4x32.ScheduleLength];
        Philox4x32.Schedule(rowKey.Key0, rowKey.Key1, schedule);
        uint domain = NoiseKey.Domain(layer, RandomStream.PerExampleNoise);
        FillLanes(rowKey, domain, firstExample, columns, ref schedule[0], ref xi);
    }
}
