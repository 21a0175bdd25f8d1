using System;

namespace NoiseRegGen.Numerics.Tests;

/// <summary>Mean, variance and their standard errors of a stream of independent numbers (Welford's update, fourth moments by Pébay).</summary>
internal sealed class Statistics
{
    private double _second;
    private double _third;
    private double _fourth;

    public long Count { get; private set; }

    public double Mean { get; private set; }

    /// <summary>The unbiased estimate of the variance.</summary>
    public double Variance => _second / (Count - 1);

    /// <summary>The standard error of <see cref="Mean"/>.</summary>
    public double StandardError => Math.Sqrt(Variance / Count);

    /// <summary>The standard error of <see cref="Variance"/>: <c>sqrt((m4 - m2^2) / n)</c>.</summary>
    public double VarianceStandardError
    {
        get
        {
            double m2 = _second / Count;
            return Math.Sqrt(Math.Max(0, (_fourth / Count) - (m2 * m2)) / Count);
        }
    }

    public void Add(double value)
    {
        double n = ++Count;
        double delta = value - Mean;
        double step = delta / n;
        double term = delta * step * (n - 1);
        Mean += step;
        _fourth += (term * step * step * ((n * n) - (3 * n) + 3)) + (6 * step * step * _second) - (4 * step * _third);
        _third += (term * step * (n - 2)) - (3 * step * _second);
        _second += term;
    }
}
