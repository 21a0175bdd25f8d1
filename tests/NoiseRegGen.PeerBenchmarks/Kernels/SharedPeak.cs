using NoiseRegGen.PeerBenchmarks.Jobs;
using NoiseRegGen.Training;

namespace NoiseRegGen.PeerBenchmarks.Kernels;

/// <summary>
/// <see cref="FmaPeak"/> in shards, on one thread or on a team: work without memory, whose gain is all that the machine has to give.
/// </summary>
internal sealed class SharedPeak : Side, IShardWork
{
    // A quarter of a millisecond: as long as the shorter of the sharded gradients.
    private const int Shards = 32;

    private readonly FmaPeak[] _workers;
    private readonly WorkerTeam _team;

    internal SharedPeak(int workers)
        : base("machine", $"FMA peak, {workers} thread{(workers == 1 ? string.Empty : "s")}")
    {
        _team = new WorkerTeam(workers);
        _workers = new FmaPeak[workers];
        for (int worker = 0; worker < workers; worker++)
            _workers[worker] = new FmaPeak();
    }

    /// <inheritdoc/>
    public void Execute(int shard, int worker) => _workers[worker].Run();

    /// <inheritdoc/>
    internal override void Run() => _team.Run(Shards, this);

    /// <inheritdoc/>
    internal override NamedResult[] Results() => _workers[0].Results();

    /// <inheritdoc/>
    public override void Dispose() => _team.Dispose();
}
