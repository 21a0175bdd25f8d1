using System;

namespace NoiseRegGen.Training;

/// <content>The shards of one call: computed in waves, each into its own slot, and reduced in index order.</content>
public sealed partial class ParallelGradient<TNet, T>
{
    private const int ShardsPerWorkerAndWave = 4;

    private readonly Slot[] _slots;
    private readonly ShardWork _shardWork;
    private readonly Reduction _reduction;
    private Request _request;
    private int _waveStart;

    private enum Objective
    {
        Plain,
        Noisy,
        Penalized,
        Projected,
        Corrected,
    }

    /// <summary>What one call is asked for.</summary>
    private readonly record struct Request(
        Objective Objective, ReadOnlyMemory<T> X, ReadOnlyMemory<T> Target, Memory<T> Gradient, int Batch)
    {
        internal WeightNoise Noise { get; init; }

        internal double Eta { get; init; }

        internal RandomProbe Probe { get; init; }
    }

    /// <summary>What one shard gives: means over its own examples.</summary>
    private struct Slot
    {
        internal T[]? Gradient;
        internal double Loss;
        internal double Shifted;
        internal double Penalty;
    }

    private (double Loss, double Shifted, double Penalty) RunShards()
    {
        int shards = ((_request.Batch - 1) / ShardSize) + 1;
        double loss = 0, shifted = 0, penalty = 0;
        try
        {
            for (_waveStart = 0; _waveStart < shards; _waveStart += _slots.Length)
            {
                int wave = Math.Min(_slots.Length, shards - _waveStart);
                Distribute(wave, _shardWork);
                _reduction.Run(wave);
                for (int slot = 0; slot < wave; slot++)
                {
                    int rows = RowsOf(_waveStart + slot);
                    loss += rows * _slots[slot].Loss;
                    shifted += rows * _slots[slot].Shifted;
                    penalty += rows * _slots[slot].Penalty;
                }
            }
        }
        finally
        {
            // The caller's arrays are not kept alive between calls.
            int batch = _request.Batch;
            _request = default;
            loss /= batch;
            shifted /= batch;
            penalty /= batch;
        }
        return (loss, shifted, penalty);
    }

    private void Distribute(int shards, IShardWork work)
    {
        if (_team is not null)
        {
            _team.Run(shards, work);
            return;
        }
        for (int shard = 0; shard < shards; shard++)
            work.Execute(shard, worker: 0);
    }

    private int RowsOf(int shard) => Math.Min(ShardSize, _request.Batch - (shard * ShardSize));

    private void ComputeShard(ref Slot slot, int shard, MlpWorkspace<T> workspace)
    {
        slot.Gradient ??= new T[Network.Parameters.Length];
        int first = shard * ShardSize, rows = RowsOf(shard);
        ReadOnlySpan<T> x = _request.X.Span.Slice(first * _inputs, rows * _inputs);
        ReadOnlySpan<T> target = _request.Target.Span.Slice(first * _outputs, rows * _outputs);
        switch (_request.Objective)
        {
            case Objective.Plain:
                slot.Loss = double.CreateChecked(Network.Gradient(x, target, slot.Gradient, workspace));
                break;
            case Objective.Noisy:
                WeightNoise noise = _request.Noise with { FirstExample = _request.Noise.FirstExample + first };
                slot.Loss = double.CreateChecked(Network.NoisyGradient(x, target, slot.Gradient, noise, workspace));
                break;
            case Objective.Corrected:
                CorrectedLoss<T> corrected = Network.CorrectedGradient(x, target, slot.Gradient, _request.Eta, ProbeOf(first), workspace);
                slot.Loss = double.CreateChecked(corrected.Loss);
                slot.Shifted = double.CreateChecked(corrected.ShiftedLoss);
                slot.Penalty = double.CreateChecked(corrected.Penalty);
                break;
            default:
                PenalizedLoss<T> loss = _request.Objective == Objective.Projected
                    ? Network.PenalizedGradient(x, target, slot.Gradient, _request.Eta, ProbeOf(first), workspace)
                    : Network.PenalizedGradient(x, target, slot.Gradient, _request.Eta, workspace);
                slot.Loss = double.CreateChecked(loss.Loss);
                slot.Penalty = double.CreateChecked(loss.Penalty);
                break;
        }
    }

    private RandomProbe ProbeOf(int first) => _request.Probe with { FirstExample = _request.Probe.FirstExample + first };

    private sealed class ShardWork(ParallelGradient<TNet, T> owner) : IShardWork
    {
        public void Execute(int shard, int worker) =>
            owner.ComputeShard(ref owner._slots[shard], owner._waveStart + shard, owner._workspaces[worker]);
    }

    /// <summary><c>gradient = sum_s (B_s / B) g_s</c>, each parameter's sum in shard order, ranges of parameters shared out.</summary>
    private sealed class Reduction(ParallelGradient<TNet, T> owner) : IShardWork
    {
        // A range of 16 KB in float stays in the first-level cache while the slots pass by; less is not worth another thread.
        private const int Range = 4096;

        private int _wave;

        internal void Run(int wave)
        {
            _wave = wave;
            int ranges = ((owner._request.Gradient.Length - 1) / Range) + 1;
            owner.Distribute(ranges, this);
        }

        public void Execute(int shard, int worker)
        {
            int start = shard * Range;
            Span<T> sum = owner._request.Gradient.Span[start..];
            sum = sum[..Math.Min(Range, sum.Length)];
            for (int slot = 0; slot < _wave; slot++)
            {
                int index = owner._waveStart + slot;
                T weight = T.CreateChecked(owner.RowsOf(index) / (double)owner._request.Batch);
                ReadOnlySpan<T> part = owner._slots[slot].Gradient.AsSpan(start, sum.Length);
                if (index == 0)
                    VectorOps.Scale(part, weight, sum);
                else
                    VectorOps.AddScaled(part, weight, sum);
            }
        }
    }
}
