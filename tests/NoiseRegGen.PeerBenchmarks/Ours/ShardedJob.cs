using NoiseRegGen.PeerBenchmarks.Jobs;
using NoiseRegGen.Training;

namespace NoiseRegGen.PeerBenchmarks.Ours;

/// <summary>The sharded gradient on one thread or on a team.</summary>
internal sealed class ShardedJob<TNet> : Side
    where TNet : class, IMlp<TNet, float>
{
    private readonly JobKind _job;
    private readonly BatchData _data;
    private readonly WorkerTeam? _team;
    private readonly ParallelGradient<TNet, float> _parallel;
    private readonly float[] _gradient;
    private PenalizedLoss<float> _loss;

    internal ShardedJob(TNet network, JobKind job, BatchData data, int workers)
        : base("ours", $"{workers} thread{(workers == 1 ? string.Empty : "s")}")
    {
        (_job, _data) = (job, data);
        _team = workers == 1 ? null : new WorkerTeam(workers);
        _parallel = new ParallelGradient<TNet, float>(network, _team);
        _gradient = new float[network.Parameters.Length];
    }

    /// <inheritdoc/>
    internal override void Run() => _loss = _job switch
    {
        JobKind.Plain => new PenalizedLoss<float>(_parallel.Gradient(_data.X, _data.Target, _gradient), 0, 0),
        JobKind.LocalNoise => new PenalizedLoss<float>(
            _parallel.NoisyGradient(_data.X, _data.Target, _gradient, BatchData.Noise(NoiseSampling.LocalReparameterization)), 0, 0),
        _ => _parallel.PenalizedGradient(_data.X, _data.Target, _gradient, BatchData.Eta),
    };

    /// <inheritdoc/>
    internal override NamedResult[] Results()
    {
        Run();
        return [new("loss", [_loss.Loss]), new("penalty", [_loss.Penalty]), new("gradient", [.. _gradient])];
    }

    /// <inheritdoc/>
    public override void Dispose() => _team?.Dispose();
}
