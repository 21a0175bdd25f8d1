using System;
using System.Collections.Generic;
using System.Diagnostics;
using NoiseRegGen.PeerBenchmarks.Jobs;

namespace NoiseRegGen.PeerBenchmarks.Measuring;

/// <summary>Times several sides in turn, round after round, so that a noisy machine is noisy for all.</summary>
internal static class RoundRobin
{
    /// <summary>Seconds per call of each side; all are warm.</summary>
    internal static Timing[] Measure(IReadOnlyList<Side> sides, Effort effort)
    {
        int[] calls = new int[sides.Count];
        List<double>[] seconds = new List<double>[sides.Count];
        for (int side = 0; side < sides.Count; side++)
        {
            calls[side] = CallsPerTurn(sides[side], effort.Turn);
            seconds[side] = [];
        }

        GC.Collect();
        long start = Stopwatch.GetTimestamp();
        for (int round = 0; round < effort.Rounds; round++)
        {
            if (round >= effort.FewestRounds && Stopwatch.GetElapsedTime(start) > effort.Limit)
                break;
            for (int side = 0; side < sides.Count; side++)
                seconds[side].Add(Turn(sides[side], calls[side]));
        }

        return Array.ConvertAll(seconds, Timing.Of);
    }

    // The turn before leaves its own data in the caches: one untimed call when calls are cheap.
    private static double Turn(Side side, int calls)
    {
        if (calls > 1)
            side.Run();
        long start = Stopwatch.GetTimestamp();
        for (int call = 0; call < calls; call++)
            side.Run();
        return Stopwatch.GetElapsedTime(start).TotalSeconds / calls;
    }

    private static int CallsPerTurn(Side side, TimeSpan turn)
    {
        for (int calls = 1; ; calls *= 2)
        {
            double seconds = Turn(side, calls) * calls;
            if (seconds * 2 >= turn.TotalSeconds)
                return Math.Max(1, (int)(calls * turn.TotalSeconds / seconds));
        }
    }
}
