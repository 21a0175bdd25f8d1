using System;

namespace NoiseRegGen.Analysis;

/// <summary>
/// Sums over antithetic pairs <c>y+-</c> of one noisy output, from which the moments of the output and their standard errors follow.
/// </summary>
/// <remarks>
/// <para>
/// With the pair's mean <c>m</c> and half-difference <c>d</c>, <c>y = m + d</c>. The noise is symmetric, so (m, d) and (m, -d) have one law:
/// <c>E y = E m</c>, <c>E d = E m d = 0</c> and <c>Var y = Var m + E d^2</c>. Estimated without bias by the mean of m, and by the sample
/// variance of m plus the mean of d^2.
/// </para>
/// <para>
/// The standard error of the variance is that of the mean of <c>(m - E m)^2 + d^2</c>, to which the estimate is equal up to O(1/n). Sums are of
/// <c>u = m - yhat</c>, which is of the order of its own spread, so that nothing cancels in their central moments.
/// </para>
/// </remarks>
internal struct PairSums
{
    private double _u;
    private double _u2;
    private double _u3;
    private double _u4;
    private double _q;
    private double _q2;
    private double _qu;
    private double _qu2;

    /// <summary>Adds a pair: <c>u = m - yhat</c> and <c>d = y+ - m</c>.</summary>
    internal void Add(double u, double d)
    {
        double square = u * u, q = d * d;
        _u += u;
        _u2 += square;
        _u3 += square * u;
        _u4 += square * square;
        _q += q;
        _q2 += q * q;
        _qu += q * u;
        _qu2 += q * square;
    }

    /// <summary>The moments after <paramref name="n"/> pairs, at least 2, about the noiseless output <paramref name="yhat"/>.</summary>
    internal readonly NoisyOutput Moments(int n, double yhat)
    {
        double u = _u / n, square = u * u, q = _q / n;
        double spread = Math.Max(0, (_u2 / n) - square);
        double sampleVariance = spread * n / (n - 1.0);

        // E ((m - E m)^2 + d^2)^2 by the binomial formula.
        double fourth = (_u4 / n) - (4 * u * _u3 / n) + (6 * square * _u2 / n) - (3 * square * square);
        double mixed = (_qu2 / n) - (2 * u * _qu / n) + (square * q);
        double second = (_q2 / n) + (2 * mixed) + fourth;
        double noise = Math.Max(0, second - ((spread + q) * (spread + q)));
        return new NoisyOutput(yhat + u, sampleVariance + q)
        {
            MeanStandardError = Math.Sqrt(sampleVariance / n),
            VarianceStandardError = Math.Sqrt(noise / (n - 1.0)),
        };
    }
}
