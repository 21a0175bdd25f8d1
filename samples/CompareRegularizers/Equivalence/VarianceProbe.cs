using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CompareRegularizers.Data;
using MathNet.Numerics.Statistics;
using NoiseRegGen;

namespace CompareRegularizers.Equivalence;

/// <summary>
/// Measures the variance of the noise's gradient. Every batch size goes through the same examples, dealt into as many batches as
/// they make, so that the batches of two sizes differ in nothing but their size.
/// </summary>
/// <typeparam name="TNet">The network, in double precision.</typeparam>
internal sealed class VarianceProbe<TNet>
    where TNet : class, IMlp<TNet, double>
{
    private const int LargestBatch = 64;

    // Roundings of 1e-16 in each parameter, relative to the gradient: a linear network's antithetic pair has no other variance.
    private const double Rounding = 1e-26;

    private readonly TNet _network;
    private readonly Part _part;
    private readonly double _eta;
    private readonly MlpWorkspace<double> _workspace = TNet.CreateWorkspace();
    private readonly double[] _first;
    private readonly double[] _second;

    /// <summary>Prepares the measurement.</summary>
    /// <param name="parameters">The network's parameters.</param>
    /// <param name="part">The examples; the largest power of two of them, 64 at most, is used.</param>
    /// <param name="eta">The noise variance.</param>
    internal VarianceProbe(double[] parameters, Part part, double eta)
    {
        (_network, _part, _eta) = (TNet.Create(parameters), part, eta);
        (_first, _second) = (new double[parameters.Length], new double[parameters.Length]);
    }

    /// <summary>The batch sizes: 1, 2, 4, up to 64 or what the examples allow.</summary>
    /// <param name="examples">How many there are.</param>
    internal static IReadOnlyList<int> Batches(int examples)
    {
        var batches = new List<int>();
        for (int batch = 1; batch <= Math.Min(examples, LargestBatch); batch *= 2)
            batches.Add(batch);
        return batches;
    }

    /// <summary>Measures one point.</summary>
    /// <param name="kind">How the noise is drawn.</param>
    /// <param name="batch">Examples in a batch, one of <see cref="Batches"/>.</param>
    /// <param name="seed">The seed of the noise; another one for each point makes them independent.</param>
    /// <param name="pairs">Pairs of draws for each batch, at least 2.</param>
    /// <param name="cancellation">Stops it between two pairs.</param>
    internal GradientVariance Measure(NoiseKind kind, int batch, ulong seed, int pairs, CancellationToken cancellation)
    {
        int batches = Batches(_part.Count)[^1] / batch;
        var variances = new double[pairs];
        double square = 0;
        for (int pair = 0; pair < pairs; pair++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (int b = 0; b < batches; b++)
            {
                long step = 2L * ((pair * batches) + b);
                Draw(kind, b * batch, batch, seed, step, _first);
                Draw(kind, b * batch, batch, seed, step + 1, _second);
                variances[pair] += HalfSquaredDistance() / batches;
                square += _first.Sum(value => value * value) / (batches * pairs);
            }
        }

        double mean = variances.Mean();
        return mean <= Rounding * square
            ? new GradientVariance(batch, 0, 0)
            : new GradientVariance(batch, mean, variances.StandardDeviation() / Math.Sqrt(pairs));
    }

    private void Draw(NoiseKind kind, int from, int count, ulong seed, long step, double[] gradient)
    {
        int inputs = _part.Inputs.Length / _part.Count;
        var noise = new WeightNoise { Eta = _eta, Seed = seed, Step = step, Sampling = kind.Sampling, Antithetic = kind.BothSigns };
        _network.NoisyGradient(
            _part.Inputs.AsSpan(from * inputs, count * inputs),
            _part.Targets.AsSpan(from, count),
            gradient,
            in noise,
            _workspace);
    }

    // Its mean over two independent draws is the trace of the covariance, without the mean's having to be known.
    private double HalfSquaredDistance()
    {
        double sum = 0;
        for (int i = 0; i < _first.Length; i++)
            sum += (_first[i] - _second[i]) * (_first[i] - _second[i]);
        return sum / 2;
    }
}
