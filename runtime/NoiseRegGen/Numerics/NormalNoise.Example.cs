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
        uint domain = NoiseKey.Domain(layer, RandomStream.Noise);
        int lanes = Vector<float>.Count;
        for (int unit = 0; unit < units; unit += 8 * lanes)
        {
            ref float target = ref Unsafe.Add(ref xi, unit);
            if (units - unit > 4 * lanes)
            {
                FillCounters(key, domain, presentation, (uint)unit / 4, ref target);
                LaneTile.Interleave(ref Unsafe.Add(ref target, 4 * lanes));
            }
            else
            {
                FillLastCounters(key, domain, presentation, (uint)unit / 4, ref target);
            }

            LaneTile.Interleave(ref target);
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

    /// <summary>Two pairs of counters from <paramref name="counter"/> on. Each pair's normals lie k-th beside k-th, for k = 0..3. Inlined, it would cost the caller's inlining budget.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void FillCounters(in NoiseKey key, uint domain, uint presentation, uint counter, ref float xi)
    {
        uint lanes = (uint)Vector<float>.Count;
        Philox4x32.PairState pair0 = new(counter, domain, presentation, key);
        Philox4x32.PairState pair1 = new(counter + lanes, domain, presentation, key);
        Philox4x32.LastRounds(ref pair0, ref pair1, key);
        StoreFour(pair0, lanes, ref xi);
        StoreFour(pair1, lanes, ref Unsafe.Add(ref xi, 4 * lanes));
    }

    /// <summary>One pair of counters.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void FillLastCounters(in NoiseKey key, uint domain, uint presentation, uint counter, ref float xi)
    {
        Philox4x32.PairState pair = new(counter, domain, presentation, key);
        Philox4x32.LastRounds(ref pair, key);
        StoreFour(pair, (nuint)Vector<float>.Count, ref xi);
    }
}
