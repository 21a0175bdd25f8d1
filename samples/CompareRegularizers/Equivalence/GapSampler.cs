using System;
using System.Collections.Generic;
using System.Threading;
using NoiseRegGen;

namespace CompareRegularizers.Equivalence;

/// <summary>Draws antithetic pairs of weight noise with the library's local reparameterisation; one per thread.</summary>
/// <typeparam name="TNet">The network, in double precision.</typeparam>
internal sealed class GapSampler<TNet>
    where TNet : class, IMlp<TNet, double>
{
    private readonly GapTarget<TNet> _target;
    private readonly IReadOnlyList<double> _etas;
    private readonly int _referenceEta;
    private readonly ulong _seed;
    private readonly MlpWorkspace<double> _workspace = TNet.CreateWorkspace();
    private readonly double[] _one, _mean, _first, _second, _controls, _sums, _squares;

    /// <summary>Prepares the draws.</summary>
    /// <param name="target">The network and the examples.</param>
    /// <param name="etas">The noise variances.</param>
    /// <param name="referenceEta">The index of the one at which the examples are told apart.</param>
    /// <param name="seed">The seed of the noise: the same normals for every eta, so that a curve in eta is smooth.</param>
    internal GapSampler(GapTarget<TNet> target, IReadOnlyList<double> etas, int referenceEta, ulong seed)
    {
        (_target, _etas, _referenceEta, _seed) = (target, etas, referenceEta, seed);
        int values = target.Outputs.Length;
        (_one, _mean, _first, _second) = (new double[values], new double[values], new double[values], new double[values]);
        (_controls, _sums, _squares) = (new double[target.Count], new double[target.Count], new double[target.Count]);
    }

    /// <summary>Draws some of the pairs into their places.</summary>
    /// <param name="draws">Where they go.</param>
    /// <param name="from">The first pair.</param>
    /// <param name="to">The one after the last.</param>
    /// <param name="cancellation">Stops it between two pairs.</param>
    /// <returns>The sums over these pairs, of each example's remainder at the reference eta and of its square.</returns>
    internal (double[] Sums, double[] Squares) Sample(GapDraws draws, int from, int to, CancellationToken cancellation)
    {
        for (int pair = from; pair < to; pair++)
        {
            cancellation.ThrowIfCancellationRequested();
            draws.Controls[pair] = SetControls(pair);
            for (int e = 0; e < _etas.Count; e++)
                draws.Remainders[e, pair] = Remainder(pair, e);
        }

        return (_sums, _squares);
    }

    private double SetControls(int pair)
    {
        _target.Jet.Propagate(_seed, pair, _first, _second);
        Array.Clear(_controls);
        int outputs = _first.Length / _controls.Length;
        double sum = 0;
        for (int i = 0; i < _first.Length; i++)
        {
            double control = (_first[i] * _first[i]) + (_target.Residuals[i] * _second[i]);
            _controls[i / outputs] += control;
            sum += control;
        }

        return sum / _controls.Length;
    }

    // With the pair y+- = yhat + m +- d the mean of both squared errors exceeds r^2 by 2 r m + m^2 + d^2: formed so, nothing
    // cancels when eta is small. m and d come from the pair's mean and one of its halves.
    private double Remainder(int pair, int e)
    {
        double eta = _etas[e];
        var noise = new WeightNoise { Eta = eta, Seed = _seed, Step = pair };
        _target.Network.NoisyForward(_target.Part.Inputs, _one, in noise, _workspace);
        WeightNoise both = noise with { Antithetic = true };
        _target.Network.NoisyForward(_target.Part.Inputs, _mean, in both, _workspace);
        int outputs = _one.Length / _controls.Length;
        double total = 0;
        for (int example = 0; example < _controls.Length; example++)
        {
            double remainder = -eta * _controls[example];
            for (int i = example * outputs; i < (example + 1) * outputs; i++)
            {
                (double m, double d) = (_mean[i] - _target.Outputs[i], _one[i] - _mean[i]);
                remainder += (2 * _target.Residuals[i] * m) + (m * m) + (d * d);
            }

            total += remainder;
            if (e == _referenceEta)
                (_sums[example], _squares[example]) = (_sums[example] + remainder, _squares[example] + (remainder * remainder));
        }

        return total / _controls.Length;
    }
}
