using System;
using System.Threading;
using NoiseRegGen.Training;
using Xunit;

namespace NoiseRegGen.Runtime.Tests.Training;

[Collection(AllocationCollection.Name)]
public class WorkerTeamTests
{
    private sealed class Counting(int shards, int workers) : IShardWork
    {
        internal readonly int[] Counts = new int[shards];
        internal int BadWorkers;

        public void Execute(int shard, int worker)
        {
            Interlocked.Increment(ref Counts[shard]);
            if ((uint)worker >= (uint)workers)
                Interlocked.Increment(ref BadWorkers);
        }
    }

    private sealed class Acting(Action<int, int> action) : IShardWork
    {
        public void Execute(int shard, int worker) => action(shard, worker);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void Every_shard_is_done_once_in_every_run(int workers)
    {
        using WorkerTeam team = new(workers);
        const int Runs = 2000;
        foreach (int shards in new[] { 0, 1, 2, 7 })
        {
            Counting work = new(shards, workers);
            for (int run = 0; run < Runs; run++)
                team.Run(shards, work);
            Assert.All(work.Counts, count => Assert.Equal(Runs, count));
            Assert.Equal(0, work.BadWorkers);
        }
    }

    [Fact]
    public void All_workers_take_part_also_after_a_sleep()
    {
        using WorkerTeam team = new(3);
        using Barrier everybody = new(3);
        bool met = true;
        // Each shard waits for the two others to begin; the limit only ends a test that has failed.
        Acting work = new((_, _) => met &= everybody.SignalAndWait(TimeSpan.FromSeconds(20), Numbers.Stop));
        for (int run = 0; run < 5 && met; run++)
        {
            team.Run(3, work);
            Thread.Sleep(5);
        }
        Assert.True(met);
    }

    [Fact]
    public void Sleeping_workers_wake_and_a_sleeping_caller_too()
    {
        using WorkerTeam team = new(3);
        int done = 0;
        // Shards longer than any spinning, so that everybody has slept before the next run; one shard long after the others.
        Acting work = new((shard, _) =>
        {
            Thread.Sleep(shard == 1 ? 8 : 2);
            Interlocked.Increment(ref done);
        });
        for (int run = 1; run <= 5; run++)
        {
            team.Run(4, work);
            Assert.Equal(4 * run, done);
            Thread.Sleep(5);
        }
    }

    [Fact]
    public void One_worker_goes_in_index_order_on_the_callers_thread()
    {
        using WorkerTeam team = new(1);
        int next = 0, caller = Environment.CurrentManagedThreadId;
        team.Run(5, new Acting((shard, worker) =>
        {
            Assert.Equal(next++, shard);
            Assert.Equal(0, worker);
            Assert.Equal(caller, Environment.CurrentManagedThreadId);
        }));
        Assert.Equal(5, next);
    }

    [Fact]
    public void A_worker_does_one_shard_at_a_time_in_index_order()
    {
        using WorkerTeam team = new(4);
        int[] busy = new int[4], last = new int[4];
        int clashes = 0;
        Acting work = new((shard, worker) =>
        {
            if (Interlocked.Exchange(ref busy[worker], 1) != 0 || shard <= last[worker])
                Interlocked.Increment(ref clashes);
            last[worker] = shard;
            Thread.SpinWait(20);
            Volatile.Write(ref busy[worker], 0);
        });
        for (int run = 0; run < 500; run++)
        {
            last.AsSpan().Fill(-1);
            team.Run(9, work);
        }
        Assert.Equal(0, clashes);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void The_first_failing_shards_exception_reaches_the_caller_and_the_team_lives_on(int workers)
    {
        using WorkerTeam team = new(workers);
        Acting failing = new((shard, _) =>
        {
            if (shard == 3)
                Thread.SpinWait(2000);
            if (shard >= 3)
                throw new FormatException($"shard {shard}");
        });
        for (int run = 0; run < 50; run++)
        {
            FormatException exception = Assert.Throws<FormatException>(() => team.Run(12, failing));
            Assert.Equal("shard 3", exception.Message);
            Counting work = new(6, workers);
            team.Run(6, work);
            Assert.All(work.Counts, count => Assert.Equal(1, count));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_run_within_a_shard_is_refused(int workers)
    {
        using WorkerTeam team = new(workers);
        Acting inner = new((_, _) => { });
        Assert.Throws<InvalidOperationException>(() => team.Run(4, new Acting((_, _) => team.Run(2, inner))));
        Assert.Throws<InvalidOperationException>(() => team.Run(4, new Acting((_, _) => team.Dispose())));
        team.Run(2, inner);
    }

    [Fact]
    public void A_disposed_team_refuses_to_run()
    {
        WorkerTeam team = new(3);
        team.Dispose();
        team.Dispose();
        Assert.Throws<ObjectDisposedException>(() => team.Run(1, new Acting((_, _) => { })));
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        Assert.Equal("workerCount", Assert.Throws<ArgumentOutOfRangeException>(() => new WorkerTeam(0)).ParamName);
        using WorkerTeam team = new(1);
        Assert.Equal("shardCount", Assert.Throws<ArgumentOutOfRangeException>(() => team.Run(-1, new Counting(1, 1))).ParamName);
        Assert.Equal("work", Assert.Throws<ArgumentNullException>(() => team.Run(1, null!)).ParamName);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Runs_allocate_nothing_on_any_thread(int workers)
    {
        using WorkerTeam team = new(workers);
        Counting work = new(8, workers);
        long bytes = AllocationCollection.FewestBytes(() =>
        {
            for (int run = 0; run < 200; run++)
                team.Run(8, work);
            // Long enough for the workers to fall asleep, so that sleeping and waking are measured too.
            Thread.Sleep(2);
            team.Run(8, work);
        });
        Assert.Equal(0, bytes);
    }
}
