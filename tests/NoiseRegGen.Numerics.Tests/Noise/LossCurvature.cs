using System;
using System.Linq;
using NoiseRegGen.Numerics.Tests.Reference;

namespace NoiseRegGen.Numerics.Tests.Noise;

/// <summary>
/// The second and third derivatives of one example's squared error with respect to the parameters, and the noisy gradient of the
/// local reparameterisation to second order in <c>tau = sqrt(eta)</c>: what the variances of theory 1.8 are made of.
/// </summary>
/// <remarks>
/// Weight noise e gives the gradient <c>g + tau H e + tau^2 / 2 D3(e, e) + ...</c>, the local reparameterisation with numbers xi per unit
/// <c>g + tau H U xi + tau^2 Q(xi, xi) + ...</c>, where U's columns are the unit directions <c>(h_{l-1}, 1) / sqrt(s_l)</c> of each unit's parameters, so that
/// <c>U U^T</c> is the projector Pi. An antithetic pair leaves the even orders.
/// </remarks>
internal sealed class LossCurvature
{
    private readonly NetworkShape _shape;
    private readonly double[] _w;
    private readonly double[] _x;
    private readonly double[] _target;

    public LossCurvature(NetworkShape shape, double[] w, double[] x, double[] target)
    {
        (_shape, _w, _x, _target) = (shape, w, x, target);
        (Hessian, Third) = Derivatives();
        AlongUnits = Project();
        LocalSecond = Polarise();
    }

    /// <summary><c>H</c>, p x p, row-major.</summary>
    public double[] Hessian { get; }

    /// <summary><c>D3</c>, p x p x p.</summary>
    public double[] Third { get; }

    /// <summary><c>H U</c>, p x units.</summary>
    public double[] AlongUnits { get; }

    /// <summary><c>Q</c>, p x units x units: a symmetric form for each parameter.</summary>
    public double[] LocalSecond { get; }

    /// <summary>The mean shift of the gradient divided by eta, <c>grad Lap loss / 2</c>.</summary>
    public double[] MeanShift => Traces(Third, _w.Length).Select(trace => trace / 2).ToArray();

    /// <summary>The same from the local reparameterisation.</summary>
    public double[] LocalMeanShift => Traces(LocalSecond, _shape.UnitCount);

    private double[] Traces(double[] forms, int size) =>
        Enumerable.Range(0, _w.Length).Select(i => Enumerable.Range(0, size).Sum(j => forms[(((i * size) + j) * size) + j])).ToArray();

    private (double[] Hessian, double[] Third) Derivatives()
    {
        int p = _w.Length;
        double[] hessian = new double[p * p], third = new double[p * p * p];
        for (int i = 0; i < p; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                Dual<Dual<Exact>>[] w = _w.Select((value, k) => new Dual<Dual<Exact>>(new(new(value), new(k == j ? 1 : 0)), new(new(k == i ? 1 : 0), new(0)))).ToArray();
                Dual<Dual<Exact>>[] gradient = Gradient(w);
                for (int k = 0; k < p; k++)
                {
                    hessian[(i * p) + k] = gradient[k].Tangent.Primal.Value;
                    third[(((i * p) + j) * p) + k] = third[(((j * p) + i) * p) + k] = gradient[k].Tangent.Tangent.Value;
                }
            }
        }

        return (hessian, third);
    }

    private Dual<Dual<Exact>>[] Gradient(Dual<Dual<Exact>>[] w)
    {
        (Dual<Dual<Exact>>[][] z, Dual<Dual<Exact>>[][] h) = Definitions.Forward(_shape, w, Definitions.Constants<Dual<Dual<Exact>>>(_x));
        Dual<Dual<Exact>>[] v = h[^1].Select((y, k) => Dual<Dual<Exact>>.Constant(2) * (y - Dual<Dual<Exact>>.Constant(_target[k]))).ToArray();
        return Definitions.Backward(_shape, w, z, h, v).Parameters;
    }

    private double[] Project()
    {
        int p = _w.Length, units = _shape.UnitCount;
        var projected = new double[p * units];
        Exact[][] h = Definitions.Forward(_shape, Definitions.Constants<Exact>(_w), Definitions.Constants<Exact>(_x)).H;
        for (int row = 0; row < p; row++)
        {
            int unit = 0;
            for (int l = 1; l <= _shape.LayerCount; l++)
            {
                double root = Math.Sqrt(Definitions.SquaredNorm(h[l - 1]).Value);
                for (int i = 0; i < _shape.Sizes[l]; i++, unit++)
                {
                    double along = Hessian[(row * p) + _shape.BiasOffset(l) + i];
                    for (int j = 0; j < h[l - 1].Length; j++)
                        along += Hessian[(row * p) + _shape.WeightOffset(l) + (i * h[l - 1].Length) + j] * h[l - 1][j].Value;
                    projected[(row * units) + unit] = along / root;
                }
            }
        }

        return projected;
    }

    // Q(u, v) = (Q(u + v, u + v) - Q(u, u) - Q(v, v)) / 2.
    private double[] Polarise()
    {
        int p = _w.Length, units = _shape.UnitCount;
        double[][] diagonal = Enumerable.Range(0, units).Select(u => SecondOrder(u, u)).ToArray();
        var forms = new double[p * units * units];
        for (int u = 0; u < units; u++)
        {
            for (int v = 0; v <= u; v++)
            {
                double[] sum = u == v ? diagonal[u] : SecondOrder(u, v);
                for (int i = 0; i < p; i++)
                {
                    double value = u == v ? sum[i] : (sum[i] - diagonal[u][i] - diagonal[v][i]) / 2;
                    forms[(((i * units) + u) * units) + v] = forms[(((i * units) + v) * units) + u] = value;
                }
            }
        }

        return forms;
    }

    // The tau^2 coefficient of the gradient with xi = 1 at one or two units: derivatives by parameter of a Taylor polynomial in tau.
    private double[] SecondOrder(int u, int v)
    {
        var xi = new double[_shape.UnitCount];
        xi[u] = xi[v] = 1;
        Dual<Taylor<Exact>>[] w = Definitions.Constants<Dual<Taylor<Exact>>>(_w), x = Definitions.Constants<Dual<Taylor<Exact>>>(_x);
        var tau = new Dual<Taylor<Exact>>(new(new(0), new(1), new(0)), Taylor<Exact>.Constant(0));
        var second = new double[_w.Length];
        for (int i = 0; i < w.Length; i++)
        {
            w[i] = w[i] with { Tangent = Taylor<Exact>.Constant(1) };
            second[i] = Definitions.SquaredError(Definitions.ReparameterizedForward(_shape, w, x, xi, tau), _target).Tangent.Second.Value;
            w[i] = w[i] with { Tangent = Taylor<Exact>.Constant(0) };
        }

        return second;
    }
}
