using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Runtime;
using NoiseRegGen.PeerBenchmarks.Jobs;

namespace NoiseRegGen.PeerBenchmarks.Measuring;

/// <summary>
/// Calls sides until their code is at the JIT's last tier. A method is promoted after 30 calls and a pause of 100 ms without new
/// first-tier code, twice (once into an instrumented version), in the background; so sides count as warm when they were called often
/// enough for both and the whole process has compiled nothing for a while, by <see cref="JitInfo.GetCompiledMethodCount"/>.
/// Not to be done on a pinned thread: the JIT's own thread would have to share its core.
/// </summary>
internal static class WarmUp
{
    private const int Calls = 100;

    internal static void Run(IReadOnlyList<Side> sides, Effort effort)
    {
        long start = Stopwatch.GetTimestamp(), lastChange = start, compiled = JitInfo.GetCompiledMethodCount();
        for (int calls = 1; ; calls++)
        {
            foreach (Side side in sides)
                side.Run();
            long now = Stopwatch.GetTimestamp(), count = JitInfo.GetCompiledMethodCount();
            if (count != compiled)
                (compiled, lastChange) = (count, now);
            bool warm = calls >= Calls && Stopwatch.GetElapsedTime(lastChange, now) >= effort.Quiet;
            if (warm || Stopwatch.GetElapsedTime(start, now) >= effort.WarmUp)
                return;
        }
    }
}
