using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NoiseRegGen.Numerics;

public static partial class NormalNoise
{
    /// <summary>
    /// Random signs (Rademacher variables, +1 or -1) for trace probes and random projections: a pure function of (seed, step,
    /// presentation, layer, unit). Unit u takes bit u mod 32 of word (u / 32) mod 4 of counter u / 128.
    /// </summary>
    /// <param name="key">The seed and the step.</param>
    /// <param name="layer">The layer, counted from 0.</param>
    /// <param name="firstExample">The presentation in lane 0 of block 0; lane p of block b is presentation firstExample + b P + p.</param>
    /// <param name="blocks">The number of lane blocks.</param>
    /// <param name="units">The number of units.</param>
    /// <param name="xi">blocks x units x P signs; overwritten.</param>
    public static void FillSigns(in NoiseKey key, int layer, uint firstExample, int blocks, int units, ref float xi)
    {
        Span<Vector<ulong>> schedule = stackalloc Vector<ulong>[Philox4x32.ScheduleLength];
        Philox4x32.Schedule(key.Key0, key.Key1, schedule);
        uint domain = NoiseKey.Domain(layer, RandomStream.Probe);
        nuint stride = 2 * (nuint)Vector<float>.Count;
        for (int row = 0; row < 2 * blocks; row++)
        {
            uint first = unchecked(firstExample + (uint)row * (uint)Vector<float>.Count);
            ref float target = ref Unsafe.Add(ref xi, (nint)(row >> 1) * units * (nint)stride + (row & 1) * Vector<float>.Count);
            Philox4x32.LanePair lanes = new(first, domain, ref schedule[0]);
            for (int start = 0; start < units; start += SignsPerCounter)
            {
                Philox4x32.SharedHalf shared = new((uint)start / SignsPerCounter, key.Step, key.Key1);
                Philox4x32.PairState pair = new(shared, lanes);
                Philox4x32.LastRounds(ref pair, ref schedule[0]);
                pair.Merge(out Vector<uint> w0, out Vector<uint> w1, out Vector<uint> w2, out Vector<uint> w3);
                StoreSigns(w0, start, units, ref target);
                StoreSigns(w1, start + 32, units, ref target);
                StoreSigns(w2, start + 64, units, ref target);
                StoreSigns(w3, start + 96, units, ref target);
            }
        }
    }

    /// <inheritdoc cref="FillSigns(in NoiseKey, int, uint, int, int, ref float)"/>
    public static void FillSigns(in NoiseKey key, int layer, uint firstExample, int blocks, int units, ref double xi)
    {
        Span<Vector<ulong>> schedule = stackalloc Vector<ulong>[Philox4x32.ScheduleLength];
        Philox4x32.Schedule(key.Key0, key.Key1, schedule);
        uint domain = NoiseKey.Domain(layer, RandomStream.Probe);
        nuint stride = 2 * (nuint)Vector<double>.Count;
        for (int row = 0; row < 2 * blocks; row++)
        {
            uint first = unchecked(firstExample + (uint)row * (uint)Vector<double>.Count);
            ref double target = ref Unsafe.Add(ref xi, (nint)(row >> 1) * units * (nint)stride + (row & 1) * Vector<double>.Count);
            Philox4x32.LaneHalf lanes = new(Vector.Create<ulong>(first) + Vector<ulong>.Indices, domain, ref schedule[0]);
            for (int start = 0; start < units; start += SignsPerCounter)
            {
                Philox4x32.SharedHalf shared = new((uint)start / SignsPerCounter, key.Step, key.Key1);
                Philox4x32.Block(shared, lanes, ref schedule[0], out var c0, out var c1, out var c2, out var c3);
                StoreSigns(c0, start, units, ref target);
                StoreSigns(c1, start + 32, units, ref target);
                StoreSigns(c2, start + 64, units, ref target);
                StoreSigns(c3, start + 96, units, ref target);
            }
        }
    }

    /// <summary>One word's bits, lowest first, as the sign bits of up to 32 units.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreSigns(Vector<uint> bits, int unit, int units, ref float xi)
    {
        int end = Math.Min(unit + 32, units);
        for (; unit < end; unit++, bits >>>= 1)
        {
            Vector<float> sign = Vector.AsVectorSingle(bits << 31);
            (sign | Vector<float>.One).StoreUnsafe(ref xi, (nuint)unit * 2 * (nuint)Vector<float>.Count);
        }
    }

    /// <inheritdoc cref="StoreSigns(Vector{uint}, int, int, ref float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreSigns(Vector<ulong> bits, int unit, int units, ref double xi)
    {
        int end = Math.Min(unit + 32, units);
        for (; unit < end; unit++, bits >>>= 1)
        {
            Vector<double> sign = Vector.AsVectorDouble(bits << 63);
            (sign | Vector<double>.One).StoreUnsafe(ref xi, (nuint)unit * 2 * (nuint)Vector<double>.Count);
        }
    }
}
