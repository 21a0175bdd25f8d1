using System;
using System.Threading;
using CompareRegularizers.Data;
using MathNet.Numerics.Statistics;
using NoiseRegGen;

namespace CompareRegularizers.Experiments;

/// <summary>Measures what weight noise adds to the squared error of a network, by Monte Carlo with antithetic pairs.</summary>
/// <typeparam name="TNet">The network, in double precision.</typeparam>
internal sealed class NoiseGapProbe<TNet>
    where TNet : class, IMlp<TNet, double>
{
    private const int Probes = 16;

    private readonly TNet _network;
    private readonly Part _part;
    private readonly ulong _seed;
    private readonly MlpWorkspace<double> _workspace = TNet.CreateWorkspace();
    private readonly double[] _plain;
    private readonly double[] _one;
    private readonly double[] _mean;

    /// <summary>Prepares the measurement on the examples of one part.</summary>
    internal NoiseGapProbe(TNet network, Part part, ulong seed)
    {
        (_network, _part, _seed) = (network, part, seed);
        _plain = new double[part.Count];
        _one = new double[part.Count];
        _mean = new double[part.Count];
        network.Forward(part.Inputs, _plain, _workspace);
    }

    /// <summary>The mean of <c>P</c> and of <c>r T</c>: exact, or where the network's Laplacians are probed the mean of some probes.</summary>
    internal (double Penalty, double ResidualLaplacian) Expand()
    {
        double penalty = 0, residual = 0;
        for (int step = 0; step < Probes; step++)
        {
            var probe = new RandomProbe { Seed = _seed, Step = step };
            NoiseExpansion<double> expansion = _network.ExpandNoise(_part.Inputs, _part.Targets, in probe, _workspace);
            penalty += expansion.Penalty / Probes;
            residual += expansion.ResidualLaplacian / Probes;
        }

        return (penalty, residual);
    }

    /// <summary>The mean gap over draws and examples, and its standard error over draws.</summary>
    /// <param name="eta">The noise variance.</param>
    /// <param name="draws">Pairs of draws; the same ones for every eta, so that a curve in eta is smooth.</param>
    /// <param name="cancellation">Stops the measurement.</param>
    internal (double Gap, double StandardError) Measure(double eta, int draws, CancellationToken cancellation)
    {
        var gaps = new double[draws];
        for (int draw = 0; draw < draws; draw++)
        {
            cancellation.ThrowIfCancellationRequested();
            gaps[draw] = Draw(eta, draw);
        }

        (double mean, double deviation) = gaps.MeanStandardDeviation();
        return (mean, deviation / Math.Sqrt(draws));
    }

    // With the pair y+- = yhat + m +- d and the residual r, the mean of both squared errors exceeds r^2 by 2 r m + m^2 + d^2:
    // formed so, nothing cancels when eta is small. m and d come from the pair's mean and one of its halves.
    private double Draw(double eta, int draw)
    {
        var noise = new WeightNoise { Eta = eta, Seed = _seed, Step = draw };
        _network.NoisyForward(_part.Inputs, _one, in noise, _workspace);
        WeightNoise both = noise with { Antithetic = true };
        _network.NoisyForward(_part.Inputs, _mean, in both, _workspace);
        double sum = 0;
        for (int i = 0; i < _plain.Length; i++)
        {
            double r = _plain[i] - _part.Targets[i];
            double m = _mean[i] - _plain[i];
            double d = _one[i] - _mean[i];
            sum += (2 * r * m) + (m * m) + (d * d);
        }

        return sum / _plain.Length;
    }
}
