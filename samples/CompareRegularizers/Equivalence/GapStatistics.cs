using System;
using System.Collections.Generic;
using System.Linq;
using MathNet.Numerics.Statistics;

namespace CompareRegularizers.Equivalence;

/// <summary>From antithetic pairs to estimates of the gap with their standard errors.</summary>
/// <remarks>
/// The mean <c>P + r T</c> of the control C is known, so <c>gap = eta (P + r T) + E R</c> with the remainder <c>R = G - eta C</c> of
/// a pair, whose deviation is of second order in eta like its mean: the relative error of the remainder does not depend on eta,
/// where that of <c>G - eta (P + r T)</c> would grow like 1 / eta. What R still has in common with C is taken out by regression
/// (at large eta, where the jet says little, this turns the control off).
/// </remarks>
internal sealed class GapStatistics
{
    private readonly IReadOnlyList<double> _etas;
    private readonly double _penalty;
    private readonly double _residualLaplacian;

    /// <summary>Computes the statistics.</summary>
    /// <param name="draws">The pairs.</param>
    /// <param name="etas">The noise variances, increasing.</param>
    /// <param name="penalty"><c>mean P</c>.</param>
    /// <param name="residualLaplacian"><c>mean r T</c>.</param>
    internal GapStatistics(GapDraws draws, IReadOnlyList<double> etas, double penalty, double residualLaplacian)
    {
        (_etas, _penalty, _residualLaplacian) = (etas, penalty, residualLaplacian);
        double known = penalty + residualLaplacian;
        ControlScore = (draws.Controls.Mean() - known) / StandardError(draws.Controls);
        Remainders = [.. Enumerable.Range(0, etas.Count).Select(e => Adjust(Row(draws, e), draws.Controls, known))];
        Points = [.. Enumerable.Range(0, etas.Count).Select(e => Estimate(e, draws))];
    }

    /// <summary>
    /// How many standard errors the control's mean is off <c>P + r T</c>: a check of the library's P and T by noise alone, beyond 4
    /// in one of 16,000 networks.
    /// </summary>
    internal double ControlScore { get; }

    /// <summary>Etas x pairs: the remainder of each pair, what it has in common with the control taken out.</summary>
    internal IReadOnlyList<double[]> Remainders { get; }

    /// <summary>The estimates, by eta.</summary>
    internal IReadOnlyList<GapEstimate> Points { get; }

    private static double[] Row(GapDraws draws, int e) => [.. Enumerable.Range(0, draws.Pairs).Select(pair => draws.Remainders[e, pair])];

    private static double[] Adjust(double[] remainders, double[] controls, double known)
    {
        double variance = controls.Variance();
        double slope = variance > 0 ? remainders.Covariance(controls) / variance : 0;
        return [.. remainders.Zip(controls, (remainder, control) => remainder - (slope * (control - known)))];
    }

    private static double StandardError(double[] values) => values.StandardDeviation() / Math.Sqrt(values.Length);

    private GapEstimate Estimate(int e, GapDraws draws)
    {
        double eta = _etas[e];
        double[] plain = [.. Row(draws, e).Zip(draws.Controls, (remainder, control) => remainder + (eta * control))];
        return new GapEstimate(
            eta, Remainders[e].Mean(), StandardError(Remainders[e]), plain.Mean(), StandardError(plain), _penalty, _residualLaplacian);
    }
}
