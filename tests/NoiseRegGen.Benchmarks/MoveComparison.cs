using System;
using System.Diagnostics;
using System.IO;
using System.Numerics;
using NoiseRegGen.Numerics;

namespace NoiseRegGen.Benchmarks;

/// <summary>The moves between layouts, in nanoseconds a call, next to a plain copy of as many numbers.</summary>
internal static class MoveComparison
{
    private const int Examples = 64;
    private const int Features = 64;
    private const int Repeats = 50;
    private const int Rounds = 201;

    internal static void Run(TextWriter output)
    {
        float[] rows = new float[Examples * Features], blocks = new float[Examples * Features], groups = new float[Examples * Features];
        double[] rows64 = new double[Examples * Features], blocks64 = new double[Examples * Features];
        int blockCount = Examples / (2 * Vector<float>.Count), blockCount64 = Examples / (2 * Vector<double>.Count);
        (string Name, Action Body)[] candidates =
        [
            ("copy, float", () => rows.AsSpan().CopyTo(blocks)),
            ("Load, float", () => LaneBlocks.Load(ref rows[0], Examples, Features, ref blocks[0])),
            ("Store, float", () => LaneBlocks.Store(ref blocks[0], Examples, Features, ref rows[0])),
            ("Transpose, float", () => LaneBlocks.Transpose(ref blocks[0], blockCount, Features, ref groups[0])),
            ("Group, float", () => LaneBlocks.Group(ref rows[0], Examples, Features, ref groups[0], Examples)),
            ("Transpose, 9 features", () => LaneBlocks.Transpose(ref blocks[0], blockCount, 9, ref groups[0])),
            ("Load, 9 features", () => LaneBlocks.Load(ref rows[0], Examples, 9, ref blocks[0])),
            ("Load, 3 features", () => LaneBlocks.Load(ref rows[0], Examples, 3, ref blocks[0])),
            ("Store, 1 feature", () => LaneBlocks.Store(ref blocks[0], Examples, 1, ref rows[0])),
            ("Load, double", () => LaneBlocks.Load(ref rows64[0], Examples, Features, ref blocks64[0])),
            ("Transpose, double", () => LaneBlocks.Transpose(ref blocks64[0], blockCount64, Features, ref rows64[0])),
        ];
        double[] times = new double[Rounds];
        output.WriteLine($"{Examples} examples x {Features} features unless said otherwise; ns a call, median (10 %, 90 %) of {Rounds} rounds");
        foreach (var (name, body) in candidates)
        {
            long start = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(start).TotalSeconds < 0.4)
            {
                body();
            }

            for (int round = 0; round < Rounds; round++)
            {
                start = Stopwatch.GetTimestamp();
                for (int repeat = 0; repeat < Repeats; repeat++)
                {
                    body();
                }

                times[round] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / Repeats;
            }

            Array.Sort(times);
            output.WriteLine($"{name,-22} {times[Rounds / 2],9:F1} ({times[Rounds / 10]:F1}, {times[Rounds * 9 / 10]:F1})");
        }
    }
}
