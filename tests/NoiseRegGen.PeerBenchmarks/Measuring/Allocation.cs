using System;
using NoiseRegGen.PeerBenchmarks.Jobs;

namespace NoiseRegGen.PeerBenchmarks.Measuring;

/// <summary>The managed bytes that a call allocates on its thread.</summary>
internal static class Allocation
{
    private const int Calls = 3;

    internal static long BytesPerCall(Side side)
    {
        side.Run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int call = 0; call < Calls; call++)
            side.Run();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Calls;
    }
}
