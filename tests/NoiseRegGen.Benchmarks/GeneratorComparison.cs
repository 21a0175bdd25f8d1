using System;
using System.Diagnostics;
using System.IO;
using System.Numerics;
using System.Runtime.CompilerServices;
using NoiseRegGen.Numerics;

namespace NoiseRegGen.Benchmarks;

/// <summary>
/// Philox4x32-10 against Threefry4x32-20 and -13, and the noise of a layer, in paired runs: all candidates in turn, many times over,
/// so that a noisy machine is noisy for all. Medians of ns per 32-bit word or per number.
/// </summary>
internal static class GeneratorComparison
{
    private const int Words = 1 << 14;
    private const int Units = 64;
    private const int Repeats = 20;
    private const int Rounds = 201;

    private static readonly uint[] s_words = new uint[Words];
    private static readonly float[] s_floats = new float[Words];
    private static readonly double[] s_doubles = new double[Words];

    internal static void Run(TextWriter output)
    {
        Threefry4x32.Check();
        (string Name, Action Body)[] candidates =
        [
            ("Philox4x32-10, words", Philox),
            ("Threefry4x32-20, words", Threefry20),
            ("Threefry4x32-13, words", Threefry13),
            ("Layer noise, Philox-10", Units32),
            ("Layer noise, Threefry-20", ThreefryUnits20),
            ("Layer noise, Threefry-13", ThreefryUnits13),
            ("FillUnits, double", Units64),
            ("FillWeights, float", Weights32),
            ("FillWeights, double", Weights64),
            ("FillSigns, float", Signs32),
            ("FillSigns, double", Signs64),
        ];
        double[][] times = new double[candidates.Length][];
        for (int i = 0; i < candidates.Length; i++)
        {
            times[i] = new double[Rounds];
        }

        // Long enough for the JIT to reach its last tier in the background.
        long warmUp = Stopwatch.GetTimestamp();
        int round = -1;
        while (round < Rounds)
        {
            for (int i = 0; i < candidates.Length; i++)
            {
                long start = Stopwatch.GetTimestamp();
                candidates[i].Body();
                double ns = Stopwatch.GetElapsedTime(start).TotalNanoseconds / ((double)Repeats * Words);
                if (round >= 0)
                {
                    times[i][round] = ns;
                }
            }

            if (round >= 0 || Stopwatch.GetElapsedTime(warmUp).TotalSeconds > 3)
            {
                round++;
            }
        }

        output.WriteLine($"Vector<float>.Count = {Vector<float>.Count}, .NET {Environment.Version}; ns each, median (10 %, 90 %) of {Rounds} rounds");
        for (int i = 0; i < candidates.Length; i++)
        {
            Array.Sort(times[i]);
            output.WriteLine($"{candidates[i].Name,-26} {times[i][Rounds / 2],7:F3} ({times[i][Rounds / 10]:F3}, {times[i][Rounds * 9 / 10]:F3})");
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Philox()
    {
        Span<Vector<ulong>> schedule = stackalloc Vector<ulong>[Philox4x32.ScheduleLength];
        NoiseKey key = new(1, 2);
        Philox4x32.Schedule(key.Key0, key.Key1, schedule);
        uint count = (uint)Vector<uint>.Count;
        for (uint repeat = 0; repeat < Repeats; repeat++)
        {
            for (uint start = 0; start < Words; start += 8 * count)
            {
                Philox4x32.PairState pair0 = new(start, 7, repeat, key);
                Philox4x32.PairState pair1 = new(start + count, 7, repeat, key);
                Philox4x32.LastRounds(ref pair0, ref pair1, ref schedule[0]);
                Store(pair0, ref s_words[start]);
                Store(pair1, ref s_words[start + 4 * count]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(in Philox4x32.PairState pair, ref uint target)
    {
        nuint count = (nuint)Vector<uint>.Count;
        pair.Merge(out Vector<uint> w0, out Vector<uint> w1, out Vector<uint> w2, out Vector<uint> w3);
        w0.StoreUnsafe(ref target);
        w1.StoreUnsafe(ref target, count);
        w2.StoreUnsafe(ref target, 2 * count);
        w3.StoreUnsafe(ref target, 3 * count);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Threefry20() => Threefry(20);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Threefry13() => Threefry(13);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Threefry(int rounds)
    {
        int count = Vector<uint>.Count;
        for (int repeat = 0; repeat < Repeats; repeat++)
        {
            for (int start = 0; start < Words; start += 8 * count)
            {
                Vector<uint> third = Vector<uint>.Indices;
                Threefry4x32.State x = new(Vector.Create((uint)start), Vector.Create(7u), third, Vector.Create((uint)repeat)), y = x;
                y.C += Vector.Create((uint)count);
                Threefry4x32.Block(rounds, ref x, ref y, 1, 2);
                Store(x, ref s_words[start]);
                Store(y, ref s_words[start + 4 * count]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(in Threefry4x32.State state, ref uint target)
    {
        nuint count = (nuint)Vector<uint>.Count;
        state.A.StoreUnsafe(ref target);
        state.B.StoreUnsafe(ref target, count);
        state.C.StoreUnsafe(ref target, 2 * count);
        state.D.StoreUnsafe(ref target, 3 * count);
    }

    private static void ThreefryUnits20() => ThreefryUnits(20);

    private static void ThreefryUnits13() => ThreefryUnits(13);

    /// <summary>FillUnits as it would be with the other generator: lanes need no interleaving.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ThreefryUnits(int rounds)
    {
        int count = Vector<float>.Count;
        for (int repeat = 0; repeat < Repeats; repeat++)
        {
            for (int start = 0; start < Words; start += Units * 2 * count)
            {
                Vector<uint> examples = Vector.Create((uint)(start / Units)) + Vector<uint>.Indices;
                for (int unit = 0; unit < Units; unit += 4)
                {
                    ref float target = ref s_floats[start + unit * 2 * count];
                    Threefry4x32.State x = new(Vector.Create((uint)unit / 4), Vector.Create(7u), examples, Vector.Create((uint)repeat)), y = x;
                    y.C += Vector.Create((uint)count);
                    Threefry4x32.Block(rounds, ref x, ref y, 1, 2);
                    StoreFour(x, ref target);
                    StoreFour(y, ref Unsafe.Add(ref target, count));
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreFour(in Threefry4x32.State state, ref float target)
    {
        BoxMuller.Transform(state.A, state.B, out Vector<float> n0, out Vector<float> n1);
        BoxMuller.Transform(state.C, state.D, out Vector<float> n2, out Vector<float> n3);
        nuint stride = 2 * (nuint)Vector<float>.Count;
        n0.StoreUnsafe(ref target);
        n1.StoreUnsafe(ref target, stride);
        n2.StoreUnsafe(ref target, 2 * stride);
        n3.StoreUnsafe(ref target, 3 * stride);
    }

    private static void Units32()
    {
        for (int repeat = 0; repeat < Repeats; repeat++)
        {
            NormalNoise.FillUnits(new NoiseKey(1, repeat), 0, 0, Words / (Units * 2 * Vector<float>.Count), Units, ref s_floats[0]);
        }
    }

    private static void Units64()
    {
        for (int repeat = 0; repeat < Repeats; repeat++)
        {
            NormalNoise.FillUnits(new NoiseKey(1, repeat), 0, 0, Words / (Units * 2 * Vector<double>.Count), Units, ref s_doubles[0]);
        }
    }

    private static void Weights32()
    {
        for (int repeat = 0; repeat < Repeats; repeat++)
        {
            NormalNoise.FillWeights(new NoiseKey(1, repeat), 0, Words, ref s_floats[0]);
        }
    }

    private static void Weights64()
    {
        for (int repeat = 0; repeat < Repeats; repeat++)
        {
            NormalNoise.FillWeights(new NoiseKey(1, repeat), 0, Words, ref s_doubles[0]);
        }
    }

    private static void Signs32()
    {
        for (int repeat = 0; repeat < Repeats; repeat++)
        {
            NormalNoise.FillSigns(new NoiseKey(1, repeat), 0, 0, Words / (Units * 2 * Vector<float>.Count), Units, ref s_floats[0]);
        }
    }

    private static void Signs64()
    {
        for (int repeat = 0; repeat < Repeats; repeat++)
        {
            NormalNoise.FillSigns(new NoiseKey(1, repeat), 0, 0, Words / (Units * 2 * Vector<double>.Count), Units, ref s_doubles[0]);
        }
    }
}
