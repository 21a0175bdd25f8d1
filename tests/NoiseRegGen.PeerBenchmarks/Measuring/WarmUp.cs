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
        TimeSpan start = Clock(), lastChange = start;
        long compiled = JitInfo.GetCompiledMethodCount(), quietSince = Stopwatch.GetTimestamp();
        for (int calls = 1; ; calls++)
        {
            foreach (Side side in sides)
                side.Run();
            TimeSpan now = Clock();
            long count = JitInfo.GetCompiledMethodCount();
            if (count != compiled)
                (compiled, lastChange, quietSince) = (count, now, Stopwatch.GetTimestamp());
            bool quiet = now - lastChange >= effort.Quiet && Stopwatch.GetElapsedTime(quietSince) >= effort.Quiet;
            if ((calls >= Calls && quiet) || now - start >= effort.WarmUp)
                return;
        }
    }

    // Processor time: on a busy machine the JIT's thread waits for its turns as this one does, and a quiet wall clock means little.
    private static TimeSpan Clock() => Environment.CpuUsage.TotalTime;
}
