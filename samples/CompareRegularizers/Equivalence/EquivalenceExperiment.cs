using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CompareRegularizers.Data;
using CompareRegularizers.Experiments;
using CompareRegularizers.Networks;
using NoiseRegGen;

namespace CompareRegularizers.Equivalence;

/// <summary>An experiment with a network known at compile time.</summary>
/// <typeparam name="TNet">The network, in double precision: single precision's rounding swamps what the predictions miss.</typeparam>
internal sealed partial class EquivalenceExperiment<TNet> : IEquivalenceExperiment
    where TNet : class, IMlp<TNet, double>
{
    // Fixed pieces of work with a place of their own each: so no number depends on the number of threads.
    private const int PiecesPerState = 20;
    private const int MostStates = 3;

    private readonly NetworkShape _shape;
    private readonly EquivalenceSettings _settings;
    private readonly Part _train;
    private readonly Part _measured;
    private readonly int _reference;
    private readonly IReadOnlyList<int> _epochs;

    /// <summary>Draws the data.</summary>
    /// <param name="shape">What the network looks like.</param>
    /// <param name="source">The data.</param>
    /// <param name="settings">The settings; the reference eta, if there is one, is one of its etas.</param>
    public EquivalenceExperiment(NetworkShape shape, IDataSource source, EquivalenceSettings settings)
    {
        (_shape, _settings) = (shape, settings);
        _train = RepeatData.Prepare(source, settings.Seed, 0).Train;
        _measured = First(_train, settings.MostExamples);
        double reference = settings.ReferenceEta ?? WidthRule.ReferenceEta(settings.Etas, WidthRule.Width(shape));
        _reference = settings.Etas.ToList().IndexOf(reference);
        _epochs = CheckpointPlan.Epochs(settings.Epochs, settings.Checkpoints);
    }

    /// <inheritdoc/>
    public int WorkCount => _epochs.Count + (MostStates * PiecesPerState) + _epochs.Count
        + (NoiseKind.All.Count * VarianceProbe<TNet>.Batches(_measured.Count).Count);

    private double ReferenceEta => _settings.Etas[_reference];

    /// <inheritdoc/>
    public NetworkMeasurement Run(int threads, Action advance, CancellationToken cancellation)
    {
        IReadOnlyList<Checkpoint> checkpoints = Train(advance, cancellation);
        GapCurve[] curves = [.. Chosen(checkpoints).Select(chosen => MeasureGaps(
            chosen.State, chosen.Checkpoint, threads, advance, cancellation))];
        for (int skipped = curves.Length * PiecesPerState; skipped < MostStates * PiecesPerState; skipped++)
            advance();
        var training = new TrainingPoint[checkpoints.Count];
        ulong seed = RandomStream.Seed(_settings.Seed, 1, RandomStream.Purpose.Gap);
        ForEach(checkpoints.Count, threads, advance, cancellation, i =>
        {
            var probe = new GradientProbe<TNet>(checkpoints[i].Parameters, _measured, ReferenceEta);
            training[i] = probe.Measure(checkpoints[i], seed, _settings.Pairs, cancellation);
        });
        return new NetworkMeasurement(_shape, curves, training, MeasureVariances(checkpoints[0], threads, advance, cancellation));
    }

    private static Part First(Part part, int most)
    {
        if (part.Count <= most)
            return part;
        int inputs = part.Inputs.Length / part.Count;
        return new Part(part.Inputs[..(most * inputs)], part.Targets[..most]);
    }

    // One item at a time: ranges would leave a thread idle at the end.
    private static void ForEach(int count, int threads, Action advance, CancellationToken cancellation, Action<int> work)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.ForEach(
            Partitioner.Create(Enumerable.Range(0, count), EnumerablePartitionerOptions.NoBuffering),
            options,
            index =>
            {
                work(index);
                advance();
            });
    }

    // Where r T is largest at the start or at the end, there is nothing between them to show.
    private IEnumerable<(NetworkState State, Checkpoint Checkpoint)> Chosen(IReadOnlyList<Checkpoint> checkpoints)
    {
        Checkpoint extreme = checkpoints.MaxBy(Share)!;
        return ((NetworkState State, Checkpoint Checkpoint)[])
        [
            (NetworkState.Initial, checkpoints[0]),
            .. extreme == checkpoints[0] || extreme == checkpoints[^1] ? [] : new[] { (NetworkState.Extreme, extreme) },
            (NetworkState.Trained, checkpoints[^1]),
        ];
    }

    private double Share(Checkpoint checkpoint)
    {
        NoiseExpansion<double> expansion = TNet.Create(checkpoint.Parameters)
            .ExpandNoise(_measured.Inputs, _measured.Targets, TNet.CreateWorkspace());
        return Math.Abs(expansion.ResidualLaplacian) / expansion.Penalty;
    }

    private GapCurve MeasureGaps(
        NetworkState state, Checkpoint checkpoint, int threads, Action advance, CancellationToken cancellation)
    {
        var target = new GapTarget<TNet>(checkpoint.Parameters, _measured, _settings.Seed);
        GapDraws draws = Draw(target, threads, advance, cancellation);
        var statistics = new GapStatistics(draws, _settings.Etas, target.Penalty, target.ResidualLaplacian);
        double largest = WidthRule.LargestKappa / WidthRule.Width(_shape);
        double[][] penaltyErrors = [.. _settings.Etas.Select((eta, e) =>
            statistics.Remainders[e].Select(remainder => remainder + (eta * target.ResidualLaplacian)).ToArray())];
        return new GapCurve
        {
            State = state,
            Step = checkpoint.Step,
            MeanSquaredError = target.MeanSquaredError,
            ControlScore = statistics.ControlScore,
            Points = statistics.Points,
            PenaltySlope = SlopeFit.Fit(_settings.Etas, penaltyErrors, largest),
            FullSlope = SlopeFit.Fit(_settings.Etas, statistics.Remainders, largest),
            ReferenceEta = ReferenceEta,
            Examples = Examples(target, draws),
        };
    }

    private GapDraws Draw(GapTarget<TNet> target, int threads, Action advance, CancellationToken cancellation)
    {
        var draws = new GapDraws(_settings.Etas.Count, _settings.Pairs, target.Count);
        var pieces = new (double[] Sums, double[] Squares)[PiecesPerState];
        ulong seed = RandomStream.Seed(_settings.Seed, 0, RandomStream.Purpose.Gap);
        ForEach(PiecesPerState, threads, advance, cancellation, piece =>
        {
            var sampler = new GapSampler<TNet>(target, _settings.Etas, _reference, seed);
            int from = piece * _settings.Pairs / PiecesPerState, to = (piece + 1) * _settings.Pairs / PiecesPerState;
            pieces[piece] = sampler.Sample(draws, from, to, cancellation);
        });
        foreach ((double[] sums, double[] squares) in pieces)
            draws.Add(sums, squares);
        return draws;
    }

    private ExampleGap[] Examples(GapTarget<TNet> target, GapDraws draws) =>
        [.. Enumerable.Range(0, target.Count).Select(i =>
        {
            double mean = draws.ExampleSums[i] / draws.Pairs;
            double variance = Math.Max(0, (draws.ExampleSquares[i] / draws.Pairs) - (mean * mean)) / (draws.Pairs - 1);
            double first = ReferenceEta * (target.Penalties[i] + target.ResidualLaplacians[i]);
            return new ExampleGap(i, target.Penalties[i], target.ResidualLaplacians[i], first + mean, Math.Sqrt(variance));
        })];
}
