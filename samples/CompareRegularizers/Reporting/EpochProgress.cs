using System.Diagnostics;
using System.Threading;
using NoiseRegGen.Training;

namespace CompareRegularizers.Reporting;

/// <summary>How far one training is.</summary>
internal sealed class EpochProgress(int epochs, int rows)
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private int _done;

    /// <summary>Takes note of an epoch.</summary>
    internal void Add(EpochReport report) => Volatile.Write(ref _done, report.Epoch);

    /// <summary>How far it is now.</summary>
    internal ProgressSnapshot Snapshot()
    {
        int done = Volatile.Read(ref _done);
        var elapsed = Stopwatch.GetElapsedTime(_start);
        return new ProgressSnapshot(
            done, epochs, (double)done / epochs, elapsed, done > 0 ? elapsed * ((double)(epochs - done) / done) : null, (long)done * rows, []);
    }
}
