using System;
using System.Collections.Generic;
using System.Linq;

namespace NoiseRegGen.Numerics.Tests.Reference;

internal sealed partial class ReferenceNetwork<T>
{
    public double[] ProbedLaplacians(double[] x, double[][] signs) =>
        Rows(x, shape.InputSize).SelectMany((row, example) => Values(Definitions.ProbedLaplacians(shape, _w, row, signs[example]))).ToArray();

    public double[] CorrectedLoss(double[] x, double[] target, double eta, double[][]? signs = null)
    {
        double[] laplacians = signs is null ? Laplacians(x) : ProbedLaplacians(x, signs);
        double loss = Loss(x, target), penalty = Penalty(x), shifted = Loss(x, Shift(target, laplacians, eta));
        return [loss, shifted, penalty, shifted + (eta * penalty)];
    }

    /// <summary>
    /// The gradient of the mean of <c>sum_k (yhat_k + (eta/2) T_k - y_k)^2 + eta P</c>: with the shifted residual r',
    /// <c>2 r'_k (g_k + (eta/2) grad T_k)</c> of each example and output, and the penalty's gradient.
    /// </summary>
    public double[] CorrectedGradient(double[] x, double[] target, double eta, double[][]? signs = null)
    {
        double scale = 2.0 / BatchOf(x);
        T[] sum = Definitions.Constants<T>(PenaltyGradient(x).Select(g => eta * g).ToArray());
        int example = 0;
        foreach (T[] row in Rows(x, shape.InputSize))
        {
            (T[] laplacians, T[][] gradients) = signs is null ? LaplacianGradients(row) : ProbedLaplacianGradients(row, signs[example]);
            T[] y = Definitions.Forward(shape, _w, row).H[^1];
            for (int k = 0; k < y.Length; k++)
            {
                T residual = y[k] + (T.Constant(eta / 2) * laplacians[k]) - T.Constant(target[(example * y.Length) + k]);
                T[] g = OutputGradient(_w, row, k);
                for (int i = 0; i < sum.Length; i++)
                    sum[i] += T.Constant(scale) * residual * (g[i] + (T.Constant(eta / 2) * gradients[k][i]));
            }

            example++;
        }

        return Values(sum);
    }

    public double[] ProjectedPenalty(double[] x, double[][] seeds) =>
        [Mean(Rows(x, shape.InputSize).Select((row, example) => Projected(_w, row, seeds[example]).Aggregate(T.Constant(0), (sum, g) => sum + (g * g))))];

    /// <summary><c>2 H_u g_u</c> of each example, with the gradient and the Hessian of <c>u . yhat</c>.</summary>
    public double[] ProjectedPenaltyGradient(double[] x, double[][] seeds)
    {
        T[] sum = Definitions.Constants<T>(new double[shape.ParameterCount]);
        int example = 0;
        foreach (T[] row in Rows(x, shape.InputSize))
        {
            Dual<T>[] along = _w.Zip(Projected(_w, row, seeds[example]), (w, g) => new Dual<T>(w, g)).ToArray();
            Dual<T>[] derivative = Projected(along, Array.ConvertAll(row, value => new Dual<T>(value, T.Constant(0))), seeds[example++]);
            for (int i = 0; i < sum.Length; i++)
                sum[i] += T.Constant(2.0 / BatchOf(x)) * derivative[i].Tangent;
        }

        return Values(sum);
    }

    // A target that is lower by (eta/2) T is the same as an output that is higher by it.
    private static double[] Shift(double[] target, double[] laplacians, double eta) =>
        target.Zip(laplacians, (y, t) => y - (eta / 2 * t)).ToArray();

    private TScalar[] Projected<TScalar>(TScalar[] w, TScalar[] x, double[] seed)
        where TScalar : struct, IScalar<TScalar>
    {
        (TScalar[][] z, TScalar[][] h) = Definitions.Forward(shape, w, x);
        return Definitions.Backward(shape, w, z, h, Definitions.Constants<TScalar>(seed)).Parameters;
    }

    /// <summary>
    /// <c>T_k</c> and its gradient by the definition: T is the sum over parameters of the second derivative along each, and derivation commutes
    /// with Taylor expansion, so that its gradient is backpropagation in Taylor arithmetic along each parameter.
    /// </summary>
    private (T[] Laplacians, T[][] Gradients) LaplacianGradients(T[] row)
    {
        T[] laplacians = Definitions.Constants<T>(new double[shape.OutputSize]);
        T[][] gradients = laplacians.Select(_ => Definitions.Constants<T>(new double[shape.ParameterCount])).ToArray();
        Taylor<T>[] w = Array.ConvertAll(_w, Fixed), x = Array.ConvertAll(row, Fixed);
        for (int i = 0; i < w.Length; i++)
        {
            w[i] = w[i] with { First = T.Constant(1) };
            (Taylor<T>[][] z, Taylor<T>[][] h) = Definitions.Forward(shape, w, x);
            AddSecondDerivatives(laplacians, T.Constant(1), h[^1]);
            for (int k = 0; k < gradients.Length; k++)
            {
                Taylor<T>[] seed = Definitions.Constants<Taylor<T>>(new double[shape.OutputSize]);
                seed[k] = Taylor<T>.Constant(1);
                AddSecondDerivatives(gradients[k], T.Constant(1), Definitions.Backward(shape, w, z, h, seed).Parameters);
            }

            w[i] = Fixed(_w[i]);
        }

        return (laplacians, gradients);
    }

    /// <summary>The same of the estimate with given signs, by one dual number per parameter.</summary>
    private (T[] Laplacians, T[][] Gradients) ProbedLaplacianGradients(T[] row, double[] signs)
    {
        T[][] gradients = Enumerable.Range(0, shape.OutputSize).Select(_ => new T[shape.ParameterCount]).ToArray();
        Dual<T>[] w = Array.ConvertAll(_w, value => new Dual<T>(value, T.Constant(0))), x = Array.ConvertAll(row, value => new Dual<T>(value, T.Constant(0)));
        for (int i = 0; i < w.Length; i++)
        {
            w[i] = w[i] with { Tangent = T.Constant(1) };
            Dual<T>[] estimate = Definitions.ProbedLaplacians(shape, w, x, signs);
            for (int k = 0; k < gradients.Length; k++)
                gradients[k][i] = estimate[k].Tangent;
            w[i] = w[i] with { Tangent = T.Constant(0) };
        }

        return (Definitions.ProbedLaplacians(shape, _w, row, signs), gradients);
    }
}
