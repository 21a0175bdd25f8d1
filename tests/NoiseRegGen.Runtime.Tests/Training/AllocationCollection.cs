using System;
using Xunit;

namespace NoiseRegGen.Runtime.Tests.Training;

/// <summary>Tests that count the allocations of the whole process run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AllocationCollection
{
    internal const string Name = "Allocations of the process";

    /// <summary>
    /// The fewest bytes that any of several runs of <paramref name="action"/> allocates on all threads. The test runner may allocate
    /// on a thread of its own in between, so one clean run counts; an action that allocates never has one.
    /// </summary>
    internal static long FewestBytes(Action action)
    {
        action();
        long fewest = long.MaxValue;
        for (int attempt = 0; attempt < 20 && fewest != 0; attempt++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            action();
            fewest = Math.Min(fewest, GC.GetTotalAllocatedBytes(precise: true) - before);
        }
        return fewest;
    }
}
