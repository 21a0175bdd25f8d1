using System;
using System.Diagnostics;
using System.Threading;
using CompareRegularizers.Reporting;

namespace CompareRegularizers.Equivalence;

/// <summary>How far a measurement is: counted by the threads that work, read by the one that shows.</summary>
/// <param name="count">The number of pieces of work.</param>
internal sealed class WorkCounter(int count)
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private int _done;

    /// <summary>Counts a piece of work.</summary>
    internal void Advance() => Interlocked.Increment(ref _done);

    /// <summary>How far it is now.</summary>
    internal ProgressSnapshot Snapshot()
    {
        int done = Volatile.Read(ref _done);
        TimeSpan elapsed = Stopwatch.GetElapsedTime(_start);
        TimeSpan? remaining = done > 0 ? elapsed * ((count - done) / (double)done) : null;
        return new ProgressSnapshot(done, count, done / (double)count, elapsed, remaining, Examples: 0, Arms: []);
    }
}
