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
        Philox4x32.Schedule(1, 2, schedule);
        for (int repeat = 0; repeat < Repeats; repeat++)
        {
            for (int start = 0; start < Words; start += 4 * Vector<uint>.Count)
            {
                Vector<ulong> e0 = Vector.Create((ulong)start), e1 = Vector.Create(7UL), e2 = Vector<ulong>.Indices << 1, e3 = Vector.Create((ulong)repeat);
                Vector<ulong> o0 = e0, o1 = e1, o2 = e2 + Vector<ulong>.One, o3 = e3;
                Philox4x32.Block(ref e0, ref e1, ref e2, ref e3, ref schedule[0]);
                Philox4x32.Block(ref o0, ref o1, ref o2, ref o3, ref schedule[0]);
                Interleave(e0, o0).StoreUnsafe(ref s_words[start]);
                Interleave(e1, o1).StoreUnsafe(ref s_words[start], (nuint)Vector<uint>.Count);
                Interleave(e2, o2).StoreUnsafe(ref s_words[start], 2 * (nuint)Vector<uint>.Count);
                Interleave(e3, o3).StoreUnsafe(ref s_words[start], 3 * (nuint)Vector<uint>.Count);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<uint> Interleave(Vector<ulong> even, Vector<ulong> odd) =>
        Vector.AsVectorUInt32((even & Vector.Create(0xFFFF_FFFFUL)) | (odd << 32));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Threefry20() => Threefry(20);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Threefry13() => Threefry(13);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Threefry(int rounds)
    {
        for (int repeat = 0; repeat < Repeats; repeat++)
        {
            for (int start = 0; start < Words; start += 4 * Vector<uint>.Count)
            {
                Vector<uint> a = Vector.Create((uint)start), b = Vector.Create(7u), c = Vector<uint>.Indices, d = Vector.Create((uint)repeat);
                Threefry4x32.Block(rounds, ref a, ref b, ref c, ref d, 1, 2);
                a.StoreUnsafe(ref s_words[start]);
                b.StoreUnsafe(ref s_words[start], (nuint)Vector<uint>.Count);
                c.StoreUnsafe(ref s_words[start], 2 * (nuint)Vector<uint>.Count);
                d.StoreUnsafe(ref s_words[start], 3 * (nuint)Vector<uint>.Count);
            }
        }
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
                    ThreefryFour(rounds, (uint)unit / 4, examples, (uint)repeat, ref target);
                    ThreefryFour(rounds, (uint)unit / 4, examples + Vector.Create((uint)count), (uint)repeat, ref Unsafe.Add(ref target, count));
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ThreefryFour(int rounds, uint unit, Vector<uint> examples, uint step, ref float target)
    {
        Vector<uint> a = Vector.Create(unit), b = Vector.Create(7u), c = examples, d = Vector.Create(step);
        Threefry4x32.Block(rounds, ref a, ref b, ref c, ref d, 1, 2);
        BoxMuller.Transform(a, b, out Vector<float> n0, out Vector<float> n1);
        BoxMuller.Transform(c, d, out Vector<float> n2, out Vector<float> n3);
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
