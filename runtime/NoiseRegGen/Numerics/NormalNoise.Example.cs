using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NoiseRegGen.Numerics;

public static partial class NormalNoise
{
    /// <summary>
    /// The noise of a layer's pre-activations for one example, lanes over units: the same numbers, bit for bit, as
    /// <see cref="FillUnits(in NoiseKey, int, uint, int, int, ref float)"/> draws in the example's lane.
    /// </summary>
    /// <param name="key">The seed and the step.</param>
    /// <param name="layer">Any index below 65,536; generated networks pass l = 1..L.</param>
    /// <param name="presentation">The presentation of the example.</param>
    /// <param name="units">The number of units.</param>
    /// <param name="xi">Standard normals, one for each unit, and further ones up to a multiple of 2 P; overwritten.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void FillExample(in NoiseKey key, int layer, uint presentation, int units, ref float xi)
    {
        Span<Vector<ulong>> schedule = stackalloc Vector<ulong>[Philox4x32.ScheduleLength];
        Philox4x32.Schedule(key.Key0, key.Key1, schedule);
        uint domain = NoiseKey.Domain(layer, RandomStream.Noise);
        int counters = (units + 3) / 4, lanes = Vector<float>.Count;
        for (int counter = 0; counter < counters; counter += 2 * lanes)
        {
            ref float target = ref Unsafe.Add(ref xi, (nint)counter * 4);
            if (counter + lanes < counters)
            {
                FillCounters(key, domain, presentation, (uint)counter, ref schedule[0], ref target);
            }
            else
            {
                FillLastCounters(key, domain, presentation, (uint)counter, ref schedule[0], ref target);
            }
        }
    }

    /// <inheritdoc cref="FillExample(in NoiseKey, int, uint, int, ref float)"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void FillExample(in NoiseKey key, int layer, uint presentation, int units, ref double xi)
    {
        Span<Vector<ulong>> schedule = stackalloc Vector<ulong>[Philox4x32.ScheduleLength];
        Philox4x32.Schedule(key.Key0, key.Key1, schedule);
        uint domain = NoiseKey.Domain(layer, RandomStream.Noise);
        for (int unit = 0; unit < units; unit += 2 * Vector<double>.Count)
        {
            Vector<ulong> c0 = Vector.Create<ulong>((uint)unit / 2) + Vector<ulong>.Indices;
            Vector<ulong> c1 = Vector.Create<ulong>(domain), c2 = Vector.Create<ulong>(presentation), c3 = Vector.Create<ulong>(key.Step);
            Philox4x32.Block(ref c0, ref c1, ref c2, ref c3, ref schedule[0]);
            BoxMuller.Transform(Join(c0, c1), Join(c2, c3), out Vector<double> n0, out Vector<double> n1);
            LaneTile.Interleave(n0, n1, ref Unsafe.Add(ref xi, unit));
        }
    }

    /// <summary>The normals of the counters from <paramref name="counter"/> on that two pairs hold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FillCounters(in NoiseKey key, uint domain, uint presentation, uint counter, ref Vector<ulong> schedule, ref float xi)
    {
        uint lanes = (uint)Vector<float>.Count;
        Philox4x32.PairState pair0 = new(counter, domain, presentation, key.Step, ref schedule);
        Philox4x32.PairState pair1 = new(counter + lanes, domain, presentation, key.Step, ref schedule);
        Philox4x32.LastRounds(ref pair0, ref pair1, ref schedule);
        StoreInTurn(pair0, ref xi);
        StoreInTurn(pair1, ref Unsafe.Add(ref xi, 4 * (nuint)lanes));
    }

    /// <summary>Of one pair.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FillLastCounters(in NoiseKey key, uint domain, uint presentation, uint counter, ref Vector<ulong> schedule, ref float xi)
    {
        Philox4x32.PairState pair = new(counter, domain, presentation, key.Step, ref schedule);
        Philox4x32.LastRounds(ref pair, ref schedule);
        StoreInTurn(pair, ref xi);
    }

    /// <summary>The four normals of each counter, counter by counter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreInTurn(in Philox4x32.PairState pair, ref float xi)
    {
        pair.Merge(out Vector<uint> w0, out Vector<uint> w1, out Vector<uint> w2, out Vector<uint> w3);
        BoxMuller.Transform(w0, w1, out Vector<float> n0, out Vector<float> n1);
        BoxMuller.Transform(w2, w3, out Vector<float> n2, out Vector<float> n3);
        LaneTile.Interleave(n0, n1, n2, n3, ref xi);
    }
}
