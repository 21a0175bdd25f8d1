using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NoiseRegGen.Numerics;

public static partial class NormalNoise
{
    private const int FloatGroup = 4 * CountersPerGroup;
    private const int DoubleGroup = 2 * CountersPerGroup;

    /// <summary>The noise of a layer's weights, shared by a batch: a pure function of (seed, step, layer, weight index).</summary>
    /// <remarks>
    /// Counter 16 g + c makes the weights 64 g + 16 k + c, k = 0..3 (floats), or 32 g + 16 k + c, k = 0, 1 (doubles), whatever the
    /// vector width.
    /// </remarks>
    /// <param name="key">The seed and the step.</param>
    /// <param name="layer">Any index below 65,536; generated networks pass l = 1..L.</param>
    /// <param name="count">The number of weights.</param>
    /// <param name="xi">count standard normals; overwritten, and nothing beyond.</param>
    public static void FillWeights(in NoiseKey key, int layer, int count, ref float xi) =>
        FillVector(key, NoiseKey.Domain(layer, RandomStream.PerBatchNoise), count, ref xi);

    /// <inheritdoc cref="FillWeights(in NoiseKey, int, int, ref float)"/>
    public static void FillWeights(in NoiseKey key, int layer, int count, ref double xi) =>
        FillVector(key, NoiseKey.Domain(layer, RandomStream.PerBatchNoise), count, ref xi);

    /// <summary>count standard normals of any stream, lanes over the weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void FillVector(in NoiseKey key, uint domain, int count, ref float xi)
    {
        Span<Vector<ulong>> schedule = stackalloc Vector<ulong>[Philox4x32.ScheduleLength];
        Philox4x32.Schedule(key.Key0, key.Key1, schedule);
        int start = count / FloatGroup * FloatGroup;
        FillGroups(key, domain, 0, (uint)start / 4, ref schedule[0], ref xi);
        if (start < count)
        {
            Span<float> last = stackalloc float[FloatGroup];
            uint first = (uint)start / 4;
            FillGroups(key, domain, first, first + CountersPerGroup, ref schedule[0], ref MemoryMarshal.GetReference(last));
            last[..(count - start)].CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref xi, start), count - start));
        }
    }

    /// <inheritdoc cref="FillVector(in NoiseKey, uint, int, ref float)"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void FillVector(in NoiseKey key, uint domain, int count, ref double xi)
    {
        Span<Vector<ulong>> schedule = stackalloc Vector<ulong>[Philox4x32.ScheduleLength];
        Philox4x32.Schedule(key.Key0, key.Key1, schedule);
        int start = 0;
        for (; start <= count - DoubleGroup; start += DoubleGroup)
        {
            FillGroup(key, domain, (uint)start / 2, ref schedule[0], ref Unsafe.Add(ref xi, start));
        }

        if (start < count)
        {
            Span<double> last = stackalloc double[DoubleGroup];
            FillGroup(key, domain, (uint)start / 2, ref schedule[0], ref MemoryMarshal.GetReference(last));
            last[..(count - start)].CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref xi, start), count - start));
        }
    }

    /// <summary>Whole groups of counters, from the first of one up to the end of another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FillGroups(
        in NoiseKey key, uint domain, uint firstCounter, uint endCounter, ref Vector<ulong> schedule, ref float xi)
    {
        // Two pairs side by side, but with vectors of 512 bits one pair is a group, and there may be an odd number of them.
        uint count = (uint)Vector<float>.Count;
        bool single = count == CountersPerGroup;
        for (uint counter = firstCounter; counter < endCounter; counter += single ? count : 2 * count)
        {
            uint place = counter - firstCounter;
            ref float target = ref Unsafe.Add(ref xi, 4 * place - 3 * (place % CountersPerGroup));
            Philox4x32.PairState pair0 = new(counter, domain, 0, key);
            if (single)
            {
                Philox4x32.LastRounds(ref pair0, ref schedule);
                StoreFour(pair0, CountersPerGroup, ref target);
                continue;
            }

            Philox4x32.PairState pair1 = new(counter + count, domain, 0, key);
            Philox4x32.LastRounds(ref pair0, ref pair1, ref schedule);
            StoreFour(pair0, CountersPerGroup, ref target);
            StoreFour(pair1, CountersPerGroup, ref Unsafe.Add(ref target, count));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FillGroup(in NoiseKey key, uint domain, uint firstCounter, ref Vector<ulong> schedule, ref double xi)
    {
        for (int c = 0; c < CountersPerGroup; c += Vector<double>.Count)
        {
            Vector<ulong> c0 = Vector.Create<ulong>(firstCounter + (uint)c) + Vector<ulong>.Indices;
            Vector<ulong> c1 = Vector.Create<ulong>(domain), c2 = Vector<ulong>.Zero, c3 = Vector.Create<ulong>(key.Step);
            Philox4x32.Block(ref c0, ref c1, ref c2, ref c3, ref schedule);
            BoxMuller.Transform(Join(c0, c1), Join(c2, c3), out Vector<double> n0, out Vector<double> n1);
            n0.StoreUnsafe(ref xi, (nuint)c);
            n1.StoreUnsafe(ref xi, (nuint)(c + CountersPerGroup));
        }
    }
}
