using System;
using System.Collections.Generic;

namespace NoiseRegGen.Numerics.Tests.Reference;

internal sealed partial class ReferenceNetwork<T>
{
    /// <summary>
    /// <c>T_k</c> with one second derivative per unit: <c>z_i</c> is affine in the weights <c>w_ij</c> and the bias of unit i, so that
    /// <c>d2/dw_ij^2 = h_j^2 d2/dz_i^2</c> and the sum over unit i's parameters is <c>(||h||^2 + 1) d2 yhat_k/dz_i^2</c>.
    /// </summary>
    public double[] Laplacians(double[] x)
    {
        var laplacians = new List<double>();
        Taylor<T>[] w = Array.ConvertAll(_w, Fixed);
        foreach (T[] row in Rows(x, shape.InputSize))
        {
            (T[][] z, T[][] h) = Definitions.Forward(shape, _w, row);
            T[] sum = Definitions.Constants<T>(new double[shape.OutputSize]);
            for (int l = 1; l <= shape.LayerCount; l++)
                AddLayer(sum, w, l, z[l], h[l - 1]);
            laplacians.AddRange(Values(sum));
        }

        return laplacians.ToArray();
    }

    /// <summary>The definition itself: one second derivative per parameter.</summary>
    public double[] LaplaciansByParameter(double[] x)
    {
        var laplacians = new List<double>();
        Taylor<T>[] w = Array.ConvertAll(_w, Fixed);
        foreach (T[] row in Rows(x, shape.InputSize))
        {
            T[] sum = Definitions.Constants<T>(new double[shape.OutputSize]);
            Taylor<T>[] x2 = Array.ConvertAll(row, Fixed);
            for (int i = 0; i < w.Length; i++)
            {
                w[i] = w[i] with { First = T.Constant(1) };
                AddSecondDerivatives(sum, T.Constant(1), Definitions.Forward(shape, w, x2).H[^1]);
                w[i] = Fixed(_w[i]);
            }

            laplacians.AddRange(Values(sum));
        }

        return laplacians.ToArray();
    }

    public double ResidualLaplacian(double[] x, double[] target)
    {
        T[] r = Residuals(x, target);
        double[] laplacians = Laplacians(x);
        T sum = T.Constant(0);
        for (int i = 0; i < r.Length; i++)
            sum += r[i] * T.Constant(laplacians[i]);
        return (sum * T.Constant(1.0 / BatchOf(x))).Value;
    }

    private void AddLayer(T[] sum, Taylor<T>[] w, int l, T[] z, T[] h)
    {
        T s = T.Constant(1);
        foreach (T value in h)
            s += value * value;
        Taylor<T>[] moving = Array.ConvertAll(z, Fixed);
        for (int i = 0; i < z.Length; i++)
        {
            moving[i] = moving[i] with { First = T.Constant(1) };
            AddSecondDerivatives(sum, s, Definitions.ForwardFrom(shape, l, w, moving));
            moving[i] = Fixed(z[i]);
        }
    }

    private static void AddSecondDerivatives(T[] sum, T factor, Taylor<T>[] outputs)
    {
        for (int k = 0; k < sum.Length; k++)
            sum[k] += factor * T.Constant(2) * outputs[k].Second;
    }

    private static Taylor<T> Fixed(T value) => new(value, T.Constant(0), T.Constant(0));
}
