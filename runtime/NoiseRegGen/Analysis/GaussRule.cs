using System;

namespace NoiseRegGen.Analysis;

/// <summary>
/// The n nodes and weights of Gauss's quadrature for a symmetric probability distribution, which integrates polynomials up to degree
/// 2 n - 1 exactly.
/// </summary>
/// <remarks>
/// The orthonormal polynomials obey <c>b_{k+1} p_{k+1} = t p_k - b_k p_{k-1}</c>, <c>p_0 = 1</c>. The nodes are the roots of <c>p_n</c>, found by bisection on
/// the number of sign changes in <c>p_0(t), ..., p_n(t)</c>, which is the number of roots above t (Sturm); the weights are <c>1 / sum_{k &lt; n} p_k(t)^2</c>
/// (Christoffel).
/// </remarks>
internal sealed class GaussRule
{
    private readonly double[] _b;

    private GaussRule(double[] b, double radius)
    {
        _b = b;
        int n = b.Length - 1;
        Nodes = new double[n];
        Weights = new double[n];
        for (int i = 0; i < n; i++)
        {
            Nodes[i] = Root(n - i, radius);
            Weights[i] = 1 / SquaredSum(Nodes[i]);
        }
    }

    /// <summary>For the standard normal distribution (Gauss-Hermite): <c>b_k = sqrt(k)</c>.</summary>
    internal static GaussRule Normal(int n)
    {
        var b = new double[n + 1];
        for (int k = 0; k <= n; k++)
            b[k] = Math.Sqrt(k);
        return new GaussRule(b, 2 * Math.Sqrt(n));
    }

    /// <summary>For the uniform distribution on (-1, 1) (Gauss-Legendre): <c>b_k = k / sqrt(4 k^2 - 1)</c>.</summary>
    internal static GaussRule Uniform(int n)
    {
        var b = new double[n + 1];
        for (int k = 1; k <= n; k++)
            b[k] = k / Math.Sqrt((4.0 * k * k) - 1);
        return new GaussRule(b, 1);
    }

    /// <summary>Ascending.</summary>
    internal double[] Nodes { get; }

    /// <summary>They sum to 1.</summary>
    internal double[] Weights { get; }

    // The root that has `above - 1` others above it.
    private double Root(int above, double radius)
    {
        double low = -radius, high = radius;
        while (true)
        {
            double middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high)
                return middle;
            if (RootsAbove(middle) >= above)
                low = middle;
            else
                high = middle;
        }
    }

    private int RootsAbove(double t)
    {
        double previous = 0, current = 1;
        int changes = 0;
        for (int k = 0; k + 1 < _b.Length; k++)
        {
            double next = ((t * current) - (_b[k] * previous)) / _b[k + 1];
            changes += (next < 0) != (current < 0) ? 1 : 0;
            (previous, current) = (current, next);
        }

        return changes;
    }

    private double SquaredSum(double t)
    {
        double previous = 0, current = 1, sum = 0;
        for (int k = 0; k + 1 < _b.Length; k++)
        {
            sum += current * current;
            (previous, current) = (current, ((t * current) - (_b[k] * previous)) / _b[k + 1]);
        }

        return sum;
    }
}
