using System;
using System.Collections.Generic;
using System.Linq;
using MathNet.Numerics.LinearAlgebra;

namespace CompareRegularizers.Equivalence;

/// <summary>
/// An estimate of what weight noise adds to the gradient of the loss, from independent blocks of draws: their spread says what of
/// the estimate's length is Monte Carlo, and that part is taken out of what is reported.
/// </summary>
internal sealed class NoiseGradient
{
    private readonly Vector<double>[] _blocks;
    private readonly Vector<double> _mean;
    private readonly double[] _meanDots;
    private readonly double[] _squares;

    /// <summary>Takes the blocks' means.</summary>
    /// <param name="blocks">At least three vectors of one length.</param>
    internal NoiseGradient(IReadOnlyList<double[]> blocks)
    {
        _blocks = [.. blocks.Select(block => Vector<double>.Build.Dense(block))];
        _mean = Vector<double>.Build.Dense(blocks[0].Length);
        foreach (Vector<double> block in _blocks)
            _mean.Add(block, _mean);
        _mean.Divide(_blocks.Length, _mean);
        _meanDots = [.. _blocks.Select(block => block.DotProduct(_mean))];
        _squares = [.. _blocks.Select(block => block.DotProduct(block))];
    }

    private double Count => _blocks.Length;

    /// <summary>The length, without what Monte Carlo adds to it; NaN where nothing else is left.</summary>
    internal double Length => Math.Sqrt(SquaredLength(_mean.DotProduct(_mean), _squares.Sum(), Count));

    /// <summary>Compares it with the gradient of a penalty.</summary>
    /// <param name="gradient">A vector of the same length.</param>
    internal Alignment CompareWith(double[] gradient)
    {
        Vector<double> g = Vector<double>.Build.Dense(gradient);
        double norm = g.L2Norm(), meanSquare = _mean.DotProduct(_mean), all = _squares.Sum();
        double[] dots = [.. _blocks.Select(block => block.DotProduct(g))];
        double dot = dots.Average(), squared = SquaredLength(meanSquare, all, Count);
        double cosine = dot / (norm * Math.Sqrt(squared));
        double[] without = [.. Enumerable.Range(0, _blocks.Length).Select(Without)];
        double standardError = Math.Sqrt((Count - 1) / Count * without.Sum(c => Math.Pow(c - without.Average(), 2)));
        double difference = squared - (2 * dot) + (norm * norm);
        return new Alignment(cosine, standardError, difference / squared);

        // The cosine from all blocks but one.
        double Without(int block)
        {
            double rest = Count - 1;
            double square = ((Count * Count * meanSquare) - (2 * Count * _meanDots[block]) + _squares[block]) / (rest * rest);
            double product = ((Count * dot) - dots[block]) / rest;
            return product / (norm * Math.Sqrt(SquaredLength(square, all - _squares[block], rest)));
        }
    }

    // E |mean|^2 exceeds the squared length of the expectation by the trace of the mean's covariance, which the blocks' spread
    // estimates without bias: (sum |n_b|^2 - B |mean|^2) / (B (B - 1)).
    private static double SquaredLength(double meanSquare, double sumOfSquares, double blocks) =>
        meanSquare - ((sumOfSquares - (blocks * meanSquare)) / (blocks * (blocks - 1)));
}
