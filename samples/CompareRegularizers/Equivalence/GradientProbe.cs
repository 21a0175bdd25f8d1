using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CompareRegularizers.Data;
using NoiseRegGen;

namespace CompareRegularizers.Equivalence;

/// <summary>Compares gradients at one moment of a training: that of the noise, of the penalty and of the corrected penalty.</summary>
/// <typeparam name="TNet">The network, in double precision.</typeparam>
internal sealed class GradientProbe<TNet>
    where TNet : class, IMlp<TNet, double>
{
    private const int Blocks = 20;
    private readonly TNet _network;
    private readonly Part _part;
    private readonly double _eta;
    private readonly MlpWorkspace<double> _workspace = TNet.CreateWorkspace();
    private readonly double[] _plain;
    private readonly double[] _gradient;

    /// <summary>Prepares the comparison.</summary>
    /// <param name="parameters">The network's parameters.</param>
    /// <param name="part">The examples.</param>
    /// <param name="eta">The noise variance and the weight of the penalties.</param>
    internal GradientProbe(double[] parameters, Part part, double eta)
    {
        (_network, _part, _eta) = (TNet.Create(parameters), part, eta);
        (_plain, _gradient) = (new double[parameters.Length], new double[parameters.Length]);
        _network.Gradient(part.Inputs, part.Targets, _plain, _workspace);
    }

    /// <summary>Measures.</summary>
    /// <param name="checkpoint">When, for the record.</param>
    /// <param name="seed">The seed of the noise.</param>
    /// <param name="pairs">Antithetic pairs for each example.</param>
    /// <param name="cancellation">Stops it between two pairs.</param>
    internal TrainingPoint Measure(Checkpoint checkpoint, ulong seed, int pairs, CancellationToken cancellation)
    {
        NoiseExpansion<double>[] expansions =
            [.. LaplacianProbes.Of<TNet>(seed).Select(probe => _network.ExpandNoise(_part.Inputs, _part.Targets, in probe, _workspace))];
        double[][] blocks = OfNoise(seed, pairs, cancellation);
        var noise = new NoiseGradient(blocks);
        double[] penalty = OfPenalty();
        return new TrainingPoint(
            checkpoint.Epoch,
            checkpoint.Step,
            expansions[0].Loss,
            expansions[0].Penalty,
            expansions.Average(expansion => expansion.ResidualLaplacian),
            noise.Length,
            noise.CompareWith(penalty),
            noise.CompareWith(OfCorrectedPenalty(seed)),
            OffFit(blocks, penalty));
    }

    // All three are what is added to the gradient of the loss, over eta.
    private void AddPart(double[] sum, double weight)
    {
        for (int i = 0; i < sum.Length; i++)
            sum[i] += weight * (_gradient[i] - _plain[i]) / _eta;
    }

    private double[] OfPenalty()
    {
        _network.PenalizedGradient(_part.Inputs, _part.Targets, _gradient, _eta, _workspace);
        var result = new double[_gradient.Length];
        AddPart(result, 1);
        return result;
    }

    private double[] OfCorrectedPenalty(ulong seed)
    {
        IReadOnlyList<RandomProbe> probes = LaplacianProbes.Of<TNet>(seed);
        var result = new double[_gradient.Length];
        foreach (RandomProbe probe in probes)
        {
            _network.CorrectedGradient(_part.Inputs, _part.Targets, _gradient, _eta, in probe, _workspace);
            AddPart(result, 1.0 / probes.Count);
        }

        return result;
    }

    private Alignment OffFit(double[][] blocks, double[] penalty) => FitDirections.Of(_network, _part.Inputs) is { } fit
        ? new NoiseGradient([.. blocks.Select(fit.Remove)]).CompareWith(fit.Remove(penalty))
        : Alignment.None;

    private double[][] OfNoise(ulong seed, int pairs, CancellationToken cancellation)
    {
        var blocks = new double[Math.Min(Blocks, pairs)][];
        for (int block = 0; block < blocks.Length; block++)
        {
            blocks[block] = new double[_gradient.Length];
            int from = block * pairs / blocks.Length, to = (block + 1) * pairs / blocks.Length;
            for (int pair = from; pair < to; pair++)
            {
                cancellation.ThrowIfCancellationRequested();
                var noise = new WeightNoise { Eta = _eta, Seed = seed, Step = pair, Antithetic = true };
                _network.NoisyGradient(_part.Inputs, _part.Targets, _gradient, in noise, _workspace);
                AddPart(blocks[block], 1.0 / (to - from));
            }
        }

        return blocks;
    }
}
