using System;
using System.Numerics;
using System.Threading;

namespace NoiseRegGen.Training;

/// <summary>
/// Trains a network on a data set by mini-batches, with any of the regularisers. One trainer is one run of
/// <see cref="TrainingOptions.Epochs"/> epochs; equal seeds, data and initial parameters give equal parameters, bit for bit, with
/// any number of workers.
/// </summary>
/// <remarks>
/// Each epoch presents every example once, in a fresh order. Step t uses weight noise of step t, row i of the batch being
/// presentation i. After the first epoch nothing is allocated, checkpoints aside. A step whose loss or gradient is not finite is not
/// taken: it ends the run with a <see cref="TrainingDivergedException"/>.
/// </remarks>
/// <typeparam name="TNet">The network's class.</typeparam>
/// <typeparam name="T">Its number type.</typeparam>
public sealed partial class Trainer<TNet, T>
    where TNet : class, IMlp<TNet, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly IOptimizer<T> _optimizer;
    private readonly ParallelGradient<TNet, T> _objective;
    private readonly EpochOrder _order;
    private readonly int _inputs;
    private readonly int _outputs;

    /// <summary>Sets a run up.</summary>
    /// <param name="network">The network; trained in place.</param>
    /// <param name="optimizer">Its learning rate is the schedule's start and is as before after each epoch.</param>
    /// <param name="options">How to train.</param>
    /// <param name="team">The workers that share each batch's shards, still owned by the caller; null for this thread alone.</param>
    /// <exception cref="ArgumentException">The optimiser is for another number of parameters.</exception>
    public Trainer(TNet network, IOptimizer<T> optimizer, TrainingOptions options, WorkerTeam? team = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentNullException.ThrowIfNull(options);
        int count = network.Parameters.Length;
        if (optimizer.ParameterCount != count)
        {
            throw new ArgumentException(
                $"optimizer is for {optimizer.ParameterCount} parameters; the network has {count}.", nameof(optimizer));
        }
        Network = network;
        Options = options;
        _optimizer = optimizer;
        _objective = new ParallelGradient<TNet, T>(network, team, options.ShardSize);
        _order = new EpochOrder(options.Seed);
        _inputs = TNet.LayerSizes[0];
        _outputs = TNet.LayerSizes[^1];
        _gradient = new T[count];
        _lastGood = new T[count];
    }

    /// <summary>The network in training.</summary>
    public TNet Network { get; }

    /// <summary>How it is trained.</summary>
    public TrainingOptions Options { get; }

    /// <summary>The number of epochs done.</summary>
    public int EpochCount { get; private set; }

    /// <summary>The number of steps done: the index of the next one.</summary>
    public long StepCount { get; private set; }

    /// <summary>Trains through all epochs that are left.</summary>
    /// <param name="x">rows x inputs, at least one row.</param>
    /// <param name="y">rows x outputs.</param>
    /// <param name="onEpoch">Called on this thread after each epoch; an exception of its own ends the run.</param>
    /// <param name="cancellationToken">Looked at before each step.</param>
    /// <exception cref="ArgumentException">A length is wrong, or there are no rows.</exception>
    /// <exception cref="InvalidOperationException">All epochs are done.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled; the network has the parameters of its last step.</exception>
    /// <exception cref="TrainingDivergedException">The objective stopped being finite.</exception>
    public TrainingResult Train(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, Action<EpochReport>? onEpoch = null, CancellationToken cancellationToken = default)
    {
        EpochReport report;
        do
        {
            report = TrainEpoch(x, y, cancellationToken);
            SaveIfDue();
            onEpoch?.Invoke(report);
        }
        while (EpochCount < Options.Epochs);
        return new TrainingResult(report.Epoch, report.Steps, report.Loss, report.Penalty);
    }

    /// <summary>Trains through the next epoch.</summary>
    /// <param name="x">rows x inputs, at least one row.</param>
    /// <param name="y">rows x outputs.</param>
    /// <param name="cancellationToken">Looked at before each step. A cancelled epoch does not count; its steps do.</param>
    /// <exception cref="ArgumentException">A length is wrong, or there are no rows.</exception>
    /// <exception cref="InvalidOperationException">All epochs are done.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled; the network has the parameters of its last step.</exception>
    /// <exception cref="TrainingDivergedException">The objective stopped being finite.</exception>
    public EpochReport TrainEpoch(ReadOnlySpan<T> x, ReadOnlySpan<T> y, CancellationToken cancellationToken = default)
    {
        int rows = Require.Rows(x.Length, y.Length, _inputs, _outputs, nameof(x), nameof(y));
        if (EpochCount == Options.Epochs)
            throw new InvalidOperationException($"All {Options.Epochs} epochs of this run are done; a new run needs a new trainer.");
        int batchSize = Math.Min(Options.BatchSize, rows);
        ReserveBatch(batchSize);
        ReadOnlySpan<int> order = _order.Shuffle(rows, EpochCount);
        Sums sums = default;
        double learningRate = _optimizer.LearningRate;
        try
        {
            for (int first = 0; first < rows; first += batchSize)
            {
                cancellationToken.ThrowIfCancellationRequested();
                ReadOnlySpan<int> chosen = order.Slice(first, Math.Min(batchSize, rows - first));
                Gather(x, y, chosen);
                Plan(learningRate, progress: (EpochCount + ((double)first / rows)) / Options.Epochs, ref sums);
                TakeStep(chosen, ref sums);
            }
        }
        finally
        {
            _optimizer.LearningRate = learningRate;
        }
        RequireFiniteParameters();
        EpochCount++;
        return sums.Report(EpochCount, Options.Epochs, StepCount, rows);
    }
}
