using System;
using System.Collections.Generic;
using System.Linq;
using NoiseRegGen.PeerBenchmarks.Jobs;
using NoiseRegGen.PeerBenchmarks.Torch;
using static TorchSharp.torch;

namespace NoiseRegGen.PeerBenchmarks.Measuring;

/// <summary>TorchSharp with two and more threads, on all cores.</summary>
internal static class ThreadSweep
{
    /// <summary>The best timing over formulations and thread counts above 1; null where there is but one processor.</summary>
    internal static Timing? BestWithMoreThreads(IEnumerable<Side> sides, Effort effort)
    {
        Side[] torch = [.. sides.Where(side => side.Peer == TorchJob.PeerName)];
        Timing? best = null;
        // Powers of two up to the number of processors, and that number itself.
        for (int threads = 2; threads <= Environment.ProcessorCount; threads = Next(threads))
        {
            set_num_threads(threads);
            Timing timing = RoundRobin.Measure(torch, effort).MinBy(candidate => candidate.Median);
            if (best is not { } previous || timing.Median < previous.Median)
                best = timing;
        }

        set_num_threads(1);
        return best;
    }

    private static int Next(int threads) =>
        threads == Environment.ProcessorCount ? threads + 1 : Math.Min(2 * threads, Environment.ProcessorCount);
}
