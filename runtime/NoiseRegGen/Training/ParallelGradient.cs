using System;
using System.Numerics;

namespace NoiseRegGen.Training;

/// <summary>
/// The losses and gradients of a network over a batch, cut into shards of a fixed number of examples that a
/// <see cref="WorkerTeam"/> shares out. The result is the same, bit for bit, for any number of workers.
/// </summary>
/// <remarks>
/// <para>
/// With batch size B and shards of <c>B_s</c> examples: <c>J = sum_s (B_s / B) J_s</c> in double, and likewise the gradient in
/// <typeparamref name="T"/>, both summed in shard order for every parameter, whoever computed the shards. A batch of at most
/// <see cref="ShardSize"/> examples goes to the network as it is. Against the unsharded gradient the rounding differs: by at most
/// about (number of shards + 1) unit roundoffs of the sum of the terms' magnitudes.
/// </para>
/// <para>
/// Data are memory, not spans, since other threads read them; arrays convert by themselves. Each call reuses
/// the gradient buffers of the calls before: after the largest batch nothing is allocated. Not for use by two threads at once.
/// </para>
/// </remarks>
/// <typeparam name="TNet">The network's class.</typeparam>
/// <typeparam name="T">Its number type.</typeparam>
public sealed partial class ParallelGradient<TNet, T>
    where TNet : class, IMlp<TNet, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The shard size unless chosen: large enough to hide the hand-out, small enough for batches to split.</summary>
    public const int DefaultShardSize = 128;

    private readonly WorkerTeam? _team;
    private readonly MlpWorkspace<T>[] _workspaces;
    private readonly int _inputs;
    private readonly int _outputs;

    /// <summary>Reserves one workspace per worker.</summary>
    /// <param name="network">The network; its parameters are read at each call.</param>
    /// <param name="team">The workers, still owned by the caller; null for the calling thread alone.</param>
    /// <param name="shardSize">The number of examples of a shard, at least 1. Results depend on it in their last bits.</param>
    public ParallelGradient(TNet network, WorkerTeam? team = null, int shardSize = DefaultShardSize)
    {
        ArgumentNullException.ThrowIfNull(network);
        Network = network;
        ShardSize = Require.AtLeast(shardSize, 1, nameof(shardSize));
        _team = team;
        _inputs = TNet.LayerSizes[0];
        _outputs = TNet.LayerSizes[^1];
        _workspaces = new MlpWorkspace<T>[team?.WorkerCount ?? 1];
        for (int i = 0; i < _workspaces.Length; i++)
            _workspaces[i] = TNet.CreateWorkspace();
        // Alone, a shard's gradient is best added while it is still in the cache. A team gets some shards each per wave, so that
        // uneven speed evens out. The length of a wave bounds the memory and changes no bit of the sums.
        _slots = new Slot[_workspaces.Length == 1 ? 1 : ShardsPerWorkerAndWave * _workspaces.Length];
        _shardWork = new ShardWork(this);
        _reduction = new Reduction(this);
    }

    /// <summary>The network.</summary>
    public TNet Network { get; }

    /// <summary>The number of examples of a shard; a batch's last one may be smaller.</summary>
    public int ShardSize { get; }

    /// <summary><c>J</c> and its gradient.</summary>
    /// <param name="x">batch x inputs.</param>
    /// <param name="target">batch x outputs.</param>
    /// <param name="gradient">dJ/dW in the order of the parameters; overwritten.</param>
    /// <returns><c>J</c>.</returns>
    /// <exception cref="ArgumentException">A length is wrong, the batch is empty, or the gradient overlaps another argument.</exception>
    public T Gradient(ReadOnlyMemory<T> x, ReadOnlyMemory<T> target, Memory<T> gradient)
    {
        int batch = CheckArguments(x.Span, target.Span, gradient.Span);
        if (batch <= ShardSize)
            return Network.Gradient(x.Span, target.Span, gradient.Span, _workspaces[0]);
        _request = new Request(Objective.Plain, x, target, gradient, batch);
        return T.CreateChecked(RunShards().Loss);
    }

    /// <summary>The loss under weight noise and its gradient; see <see cref="IMlp{TSelf, T}.NoisyGradient"/>.</summary>
    /// <param name="x">batch x inputs.</param>
    /// <param name="target">batch x outputs.</param>
    /// <param name="gradient">In the order of the parameters; overwritten.</param>
    /// <param name="noise">The noise; row i is its presentation <c>FirstExample + i</c>, whatever the shard.</param>
    /// <exception cref="ArgumentException">A length is wrong, the batch is empty, or the gradient overlaps another argument.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The noise is out of range, as for the network's own operation.</exception>
    public T NoisyGradient(ReadOnlyMemory<T> x, ReadOnlyMemory<T> target, Memory<T> gradient, in WeightNoise noise)
    {
        int batch = CheckArguments(x.Span, target.Span, gradient.Span);
        if (batch <= ShardSize)
            return Network.NoisyGradient(x.Span, target.Span, gradient.Span, noise, _workspaces[0]);
        _request = new Request(Objective.Noisy, x, target, gradient, batch) { Noise = noise };
        return T.CreateChecked(RunShards().Loss);
    }

    /// <summary>The penalised objective <c>J + eta mean P</c> and its exact gradient.</summary>
    /// <param name="x">batch x inputs.</param>
    /// <param name="target">batch x outputs.</param>
    /// <param name="gradient">In the order of the parameters; overwritten.</param>
    /// <param name="eta">The weight of the penalty: finite, at least 0.</param>
    /// <exception cref="ArgumentException">A length is wrong, the batch is empty, or the gradient overlaps another argument.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="eta"/> is negative, NaN or infinite.</exception>
    public PenalizedLoss<T> PenalizedGradient(ReadOnlyMemory<T> x, ReadOnlyMemory<T> target, Memory<T> gradient, double eta)
    {
        int batch = CheckArguments(x.Span, target.Span, gradient.Span);
        Require.NotNegative(eta, nameof(eta));
        if (batch <= ShardSize)
            return Network.PenalizedGradient(x.Span, target.Span, gradient.Span, eta, _workspaces[0]);
        _request = new Request(Objective.Penalized, x, target, gradient, batch) { Eta = eta };
        return RunPenalized(eta);
    }

    /// <summary>The same with P estimated by one random projection of the outputs.</summary>
    /// <param name="x">batch x inputs.</param>
    /// <param name="target">batch x outputs.</param>
    /// <param name="gradient">In the order of the parameters; overwritten.</param>
    /// <param name="eta">The weight of the penalty: finite, at least 0.</param>
    /// <param name="projection">The signs; row i is their presentation <c>FirstExample + i</c>, whatever the shard.</param>
    /// <exception cref="ArgumentException">A length is wrong, the batch is empty, or the gradient overlaps another argument.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="eta"/> is negative, NaN or infinite, or an index is out of range.</exception>
    public PenalizedLoss<T> PenalizedGradient(ReadOnlyMemory<T> x, ReadOnlyMemory<T> target, Memory<T> gradient, double eta, in RandomProbe projection)
    {
        int batch = CheckArguments(x.Span, target.Span, gradient.Span);
        Require.NotNegative(eta, nameof(eta));
        if (batch <= ShardSize)
            return Network.PenalizedGradient(x.Span, target.Span, gradient.Span, eta, projection, _workspaces[0]);
        _request = new Request(Objective.Projected, x, target, gradient, batch) { Eta = eta, Probe = projection };
        return RunPenalized(eta);
    }

    /// <summary>The corrected penalty <c>mean [ sum_k (yhat_k + (eta/2) T_k - y_k)^2 + eta P ]</c> and its gradient.</summary>
    /// <param name="x">batch x inputs.</param>
    /// <param name="target">batch x outputs.</param>
    /// <param name="gradient">In the order of the parameters; overwritten.</param>
    /// <param name="eta">The variance of the noise that the penalty stands for: finite, at least 0.</param>
    /// <param name="probe">The random signs of an estimate; row i is their presentation <c>FirstExample + i</c>, whatever the shard.</param>
    /// <exception cref="ArgumentException">A length is wrong, the batch is empty, or the gradient overlaps another argument.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="eta"/> is negative, NaN or infinite, or an index is out of range.</exception>
    public CorrectedLoss<T> CorrectedGradient(ReadOnlyMemory<T> x, ReadOnlyMemory<T> target, Memory<T> gradient, double eta, in RandomProbe probe)
    {
        int batch = CheckArguments(x.Span, target.Span, gradient.Span);
        Require.NotNegative(eta, nameof(eta));
        if (batch <= ShardSize)
            return Network.CorrectedGradient(x.Span, target.Span, gradient.Span, eta, probe, _workspaces[0]);
        _request = new Request(Objective.Corrected, x, target, gradient, batch) { Eta = eta, Probe = probe };
        (double loss, double shifted, double penalty) = RunShards();
        return new CorrectedLoss<T>(T.CreateChecked(loss), T.CreateChecked(shifted), T.CreateChecked(penalty), T.CreateChecked(shifted + (eta * penalty)));
    }

    private PenalizedLoss<T> RunPenalized(double eta)
    {
        (double loss, _, double penalty) = RunShards();
        return new PenalizedLoss<T>(T.CreateChecked(loss), T.CreateChecked(penalty), T.CreateChecked(loss + (eta * penalty)));
    }

    private int CheckArguments(ReadOnlySpan<T> x, ReadOnlySpan<T> target, ReadOnlySpan<T> gradient)
    {
        int batch = Require.Rows(x.Length, target.Length, _inputs, _outputs, nameof(x), nameof(target));
        Require.Length(gradient.Length, Network.Parameters.Length, nameof(gradient));
        Require.Disjoint(gradient, x, nameof(gradient), nameof(x));
        Require.Disjoint(gradient, target, nameof(gradient), nameof(target));
        Require.Disjoint(gradient, Network.Parameters, nameof(gradient), nameof(Network.Parameters));
        return batch;
    }
}
