using System;
using System.Runtime.ExceptionServices;
using System.Threading;

namespace NoiseRegGen.Training;

/// <summary>
/// A fixed set of threads that share out the shards of one piece of work after another: the caller's thread and
/// <c>WorkerCount - 1</c> of its own, which it keeps. A run allocates nothing.
/// </summary>
/// <remarks>
/// Idle threads spin briefly and then sleep. They are background threads, so an undisposed team does not hold up the end of the
/// process. One run at a time; the team may be handed from thread to thread between runs.
/// </remarks>
public sealed partial class WorkerTeam : IDisposable
{
    private readonly Thread[] _threads;
    private IShardWork? _work;
    private int _shardCount;
    private int _running;
    private ExceptionDispatchInfo? _failure;

    /// <summary>Starts the team's threads.</summary>
    /// <param name="workerCount">The number of workers, the caller among them; at least 1. With 1 there are no threads to start.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="workerCount"/> is below 1.</exception>
    public WorkerTeam(int workerCount)
    {
        Require.AtLeast(workerCount, 1, nameof(workerCount));
        _threads = new Thread[workerCount - 1];
        for (int i = 0; i < _threads.Length; i++)
        {
            int worker = i + 1;
            _threads[i] = new Thread(() => ServeRuns(worker)) { IsBackground = true, Name = $"NoiseRegGen worker {worker}" };
            _threads[i].Start();
        }
    }

    /// <summary>Starts one worker per processor.</summary>
    public WorkerTeam()
        : this(Environment.ProcessorCount)
    {
    }

    /// <summary>The number of workers, the caller among them.</summary>
    public int WorkerCount => _threads.Length + 1;

    /// <summary>Does all shards of a piece of work, handing them out in index order, and returns when all are done.</summary>
    /// <param name="shardCount">The number of shards, at least 0.</param>
    /// <param name="work">The work.</param>
    /// <remarks>
    /// If shards throw, the exception of the first of them in index order is thrown here, whatever the number of workers; shards
    /// after it that have not begun are left out.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="shardCount"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">The team is running already; one of its own shards may not call it.</exception>
    /// <exception cref="ObjectDisposedException">The team was disposed.</exception>
    public void Run(int shardCount, IShardWork work)
    {
        Require.AtLeast(shardCount, 0, nameof(shardCount));
        ArgumentNullException.ThrowIfNull(work);
        Enter();
        try
        {
            _work = work;
            _shardCount = shardCount;
            _state.FailedShard = int.MaxValue;
            if (shardCount > 1 && _threads.Length > 0)
                RunShared(shardCount);
            else
                RunAlone(shardCount);
            _failure?.Throw();
        }
        finally
        {
            _work = null;
            _failure = null;
            Volatile.Write(ref _running, 0);
        }
    }

    /// <summary>Ends the team's threads and waits for them. A second call does nothing.</summary>
    /// <exception cref="InvalidOperationException">A run is under way.</exception>
    public void Dispose()
    {
        if (_disposed)
            return;
        Enter();
        lock (_idleGate)
        {
            _disposed = true;
            Monitor.PulseAll(_idleGate);
        }
        foreach (Thread thread in _threads)
            thread.Join();
        Volatile.Write(ref _running, 0);
    }

    private void Enter()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (Interlocked.Exchange(ref _running, 1) != 0)
            throw new InvalidOperationException("The worker team is running already; one run at a time, and none from within a shard.");
    }

    private void RunAlone(int shardCount)
    {
        for (int shard = 0; shard < shardCount; shard++)
            ExecuteShard(shard, worker: 0);
    }

    private void ExecuteShard(int shard, int worker)
    {
        // Every shard before a failed one has begun, since they begin in index order; so the first failure is always found.
        if (shard > Volatile.Read(ref _state.FailedShard))
            return;
        try
        {
            _work!.Execute(shard, worker);
        }
        catch (Exception exception)
        {
            RecordFailure(shard, exception);
        }
    }

    private void RecordFailure(int shard, Exception exception)
    {
        lock (_doneGate)
        {
            if (shard >= _state.FailedShard)
                return;
            _failure = ExceptionDispatchInfo.Capture(exception);
            Volatile.Write(ref _state.FailedShard, shard);
        }
    }
}
