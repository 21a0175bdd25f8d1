using System;
using System.Diagnostics;
using System.Threading;
using CompareRegularizers.Data;
using NoiseRegGen;
using NoiseRegGen.Training;

namespace CompareRegularizers.Experiments;

/// <summary>
/// Trains one network with Adam for a fixed number of epochs, the step size falling linearly to 0. There is no early stopping:
/// it would be a regulariser of its own.
/// </summary>
/// <typeparam name="TNet">The network.</typeparam>
internal sealed class TrainingRun<TNet>
    where TNet : class, IMlp<TNet, float>
{
    // The penalty grows with high powers of the weights: eta rises to its value over the first tenth of the steps, and a
    // gradient that still explodes is cut to this norm, in every arm alike.
    private const double WarmUp = 0.1;
    private const double LargestGradient = 10;

    private readonly TNet _network;
    private readonly Cell _cell;
    private readonly ComparisonSettings _settings;
    private readonly MlpWorkspace<float> _workspace = TNet.CreateWorkspace();
    private readonly Adam<float> _optimizer;
    private readonly float[] _gradient;
    private readonly float[] _inputs;
    private readonly float[] _targets;
    private readonly Random _order;
    private readonly ulong _noiseSeed;
    private readonly int[] _rows;
    private readonly float[] _batchInputs;
    private readonly float[] _batchTargets;

    /// <summary>Prepares the training of a freshly initialised network.</summary>
    internal TrainingRun(TNet network, Part train, Cell cell, ComparisonSettings settings)
    {
        (_network, _cell, _settings) = (network, cell, settings);
        _optimizer = new Adam<float>(network.Parameters.Length, settings.LearningRate);
        _gradient = new float[network.Parameters.Length];
        _inputs = RepeatData.ToSingle(train.Inputs);
        _targets = RepeatData.ToSingle(train.Targets);
        _order = RandomStream.Create(settings.Seed, cell.Repeat, RandomStream.Purpose.Batches);
        _noiseSeed = RandomStream.Seed(settings.Seed, cell.Repeat, RandomStream.Purpose.Noise);
        _rows = new int[train.Count];
        for (int i = 0; i < _rows.Length; i++)
            _rows[i] = i;
        int batch = Math.Min(settings.Batch, train.Count);
        _batchInputs = new float[batch * InputCount];
        _batchTargets = new float[batch];
        StepCount = (long)settings.Epochs * ((train.Count + batch - 1) / batch);
    }

    /// <summary>The number of optimiser steps.</summary>
    internal long StepCount { get; }

    private static int InputCount => TNet.LayerSizes[0];

    /// <summary>Trains to the end.</summary>
    /// <returns>The wall-clock time of a step, in seconds.</returns>
    internal double Run(CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        for (int epoch = 0; epoch < _settings.Epochs; epoch++)
        {
            cancellation.ThrowIfCancellationRequested();
            _order.Shuffle(_rows);
            for (int first = 0; first < _rows.Length; first += _batchTargets.Length)
                Step(_rows.AsSpan(first, Math.Min(_batchTargets.Length, _rows.Length - first)));
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds / StepCount;
    }

    private void Step(ReadOnlySpan<int> rows)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            _inputs.AsSpan(rows[i] * InputCount, InputCount).CopyTo(_batchInputs.AsSpan(i * InputCount));
            _batchTargets[i] = _targets[rows[i]];
        }

        double progress = (double)_optimizer.StepCount / StepCount;
        ComputeGradient(_batchInputs.AsSpan(0, rows.Length * InputCount), _batchTargets.AsSpan(0, rows.Length), progress);
        GradientClipping.ByNorm<float>(_gradient, LargestGradient);
        _optimizer.LearningRate = _settings.LearningRate * (1 - progress);
        _optimizer.Step(_network.Parameters, _gradient);
    }

    private void ComputeGradient(ReadOnlySpan<float> x, ReadOnlySpan<float> target, double progress)
    {
        double eta = _cell.Eta * Math.Min(1, progress / WarmUp);
        switch (_cell.Arm)
        {
            case Arm.None:
                _network.Gradient(x, target, _gradient, _workspace);
                break;
            case Arm.WeightNoise:
                var noise = new WeightNoise { Eta = eta, Seed = _noiseSeed, Step = _optimizer.StepCount };
                _network.NoisyGradient(x, target, _gradient, in noise, _workspace);
                break;
            case Arm.GradientPenalty:
                _network.PenalizedGradient(x, target, _gradient, eta, _workspace);
                break;
        }
    }
}
