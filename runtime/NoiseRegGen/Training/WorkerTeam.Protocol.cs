using System.Runtime.InteropServices;
using System.Threading;

namespace NoiseRegGen.Training;

/// <content>
/// How shards are handed out. <c>Remaining</c> counts shards not yet begun. A worker decrements it and owns a shard exactly if the
/// result is not negative; owning one keeps the run from ending, so that the fields of the run, which are written before
/// <c>Remaining</c>, are stable while they are read. A late worker finds nothing left and no harm is done: nobody waits for
/// threads that still sleep when the work is finished.
/// </content>
public sealed partial class WorkerTeam
{
    // About 50 to 100 microseconds: longer than the serial part between two runs of a training step, shorter than is worth a nap.
    private const int SpinsBeforeSleep = 60;

    private readonly object _idleGate = new();
    private readonly object _doneGate = new();
    private State _state;
    private volatile bool _disposed;

    /// <summary>The contended counters, each on a cache line of its own.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 512)]
    private struct State
    {
        [FieldOffset(128)]
        internal int Remaining;

        [FieldOffset(192)]
        internal int Unfinished;

        [FieldOffset(256)]
        internal int Sleepers;

        [FieldOffset(260)]
        internal int CallerSleeps;

        [FieldOffset(320)]
        internal int FailedShard;
    }

    private void RunShared(int shardCount)
    {
        Volatile.Write(ref _state.Unfinished, shardCount);
        // The exchange is a full fence: either a worker about to sleep sees the shards, or we see the sleeper.
        Interlocked.Exchange(ref _state.Remaining, shardCount);
        if (Volatile.Read(ref _state.Sleepers) > 0)
        {
            lock (_idleGate)
                Monitor.PulseAll(_idleGate);
        }
        TakeShards(worker: 0);
        AwaitUnfinished();
    }

    private void ServeRuns(int worker)
    {
        while (AwaitShards())
            TakeShards(worker);
    }

    private void TakeShards(int worker)
    {
        int remaining;
        while ((remaining = Interlocked.Decrement(ref _state.Remaining)) >= 0)
        {
            ExecuteShard(_shardCount - 1 - remaining, worker);
            if (Interlocked.Decrement(ref _state.Unfinished) == 0 && Volatile.Read(ref _state.CallerSleeps) != 0)
            {
                lock (_doneGate)
                    Monitor.Pulse(_doneGate);
            }
        }
    }

    /// <summary>Waits for shards to take; false once the team is disposed.</summary>
    private bool AwaitShards()
    {
        SpinWait spin = default;
        while (spin.Count < SpinsBeforeSleep)
        {
            if (_disposed)
                return false;
            if (Volatile.Read(ref _state.Remaining) > 0)
                return true;
            spin.SpinOnce(sleep1Threshold: -1);
        }
        lock (_idleGate)
        {
            Interlocked.Increment(ref _state.Sleepers);
            while (!_disposed && Volatile.Read(ref _state.Remaining) <= 0)
                Monitor.Wait(_idleGate);
            Interlocked.Decrement(ref _state.Sleepers);
        }
        return !_disposed;
    }

    /// <summary>Waits until the shards that other workers have begun are done.</summary>
    private void AwaitUnfinished()
    {
        SpinWait spin = default;
        while (spin.Count < SpinsBeforeSleep)
        {
            if (Volatile.Read(ref _state.Unfinished) == 0)
                return;
            spin.SpinOnce(sleep1Threshold: -1);
        }
        lock (_doneGate)
        {
            // A full fence, as in RunShared: the last worker sees the flag, or we see its zero.
            Interlocked.Exchange(ref _state.CallerSleeps, 1);
            while (Volatile.Read(ref _state.Unfinished) != 0)
                Monitor.Wait(_doneGate);
            Volatile.Write(ref _state.CallerSleeps, 0);
        }
    }
}
