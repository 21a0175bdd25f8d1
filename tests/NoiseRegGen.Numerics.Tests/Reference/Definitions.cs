using System;
using System.Linq;

namespace NoiseRegGen.Numerics.Tests.Reference;

/// <summary>The definitions of theory.md 1.1 for one example, on plain arrays; index 0 of a list of layers is the input.</summary>
internal static partial class Definitions
{
    /// <summary><c>z_l = W_l h_{l-1} + b_l</c>, <c>h_l = sigma_l(z_l)</c>.</summary>
    public static (T[][] Z, T[][] H) Forward<T>(NetworkShape shape, T[] w, T[] x)
        where T : struct, IScalar<T>
    {
        var z = new T[shape.LayerCount + 1][];
        var h = new T[shape.LayerCount + 1][];
        z[0] = h[0] = x;
        for (int l = 1; l <= shape.LayerCount; l++)
        {
            z[l] = Affine(shape, l, w, h[l - 1]);
            h[l] = Activate(shape, l, z[l]);
        }

        return (z, h);
    }

    /// <summary>
    /// <c>z_l = W_l h_{l-1} + b_l + sqrt(eta (||h_{l-1}||^2 + 1)) xi_l</c>: the noise of theory 1.7 with given <c>xi</c>.
    /// </summary>
    public static T[] ReparameterizedForward<T>(NetworkShape shape, T[] w, T[] x, double[] xi, double eta, LayerScale[]? scales = null)
        where T : struct, IScalar<T> =>
        ReparameterizedForward(shape, w, x, xi, T.Constant(Math.Sqrt(eta)), scales);

    /// <summary>
    /// The same as a function of the noise's amplitude <c>tau = sqrt(eta)</c>, in which it is smooth; with factors of eta for each layer
    /// <c>w ||h_{l-1}||^2 + v</c> in place of <c>||h_{l-1}||^2 + 1</c>.
    /// </summary>
    public static T[] ReparameterizedForward<T>(NetworkShape shape, T[] w, T[] x, double[] xi, T tau, LayerScale[]? scales = null)
        where T : struct, IScalar<T>
    {
        T[] h = x;
        int unit = 0;
        for (int l = 1; l <= shape.LayerCount; l++)
        {
            T[] z = Affine(shape, l, w, h);
            LayerScale scale = scales?[l - 1] ?? LayerScale.One;
            T norm = (T.Constant(scale.Weights) * (SquaredNorm(h) - T.Constant(1))) + T.Constant(scale.Biases);
            T rho = norm.Value == 0 ? T.Constant(0) : tau * T.Sqrt(norm);
            for (int i = 0; i < z.Length; i++)
                z[i] += rho * T.Constant(xi[unit++]);
            h = Activate(shape, l, z);
        }

        return h;
    }

    /// <summary>Plain backpropagation of <c>v . yhat</c>: to the parameters, and to the input.</summary>
    public static (T[] Parameters, T[] Input) Backward<T>(NetworkShape shape, T[] w, T[][] z, T[][] h, T[] v)
        where T : struct, IScalar<T>
    {
        T[] gradient = Constants<T>(new double[shape.ParameterCount]);
        T[] dh = v;
        for (int l = shape.LayerCount; l >= 1; l--)
        {
            var dz = new T[shape.Sizes[l]];
            for (int i = 0; i < dz.Length; i++)
                dz[i] = T.Activate(shape.Activations[l - 1], 1, z[l][i]) * dh[i];
            int inputs = shape.Sizes[l - 1], weights = shape.WeightOffset(l), biases = shape.BiasOffset(l);
            dh = Constants<T>(new double[inputs]);
            for (int i = 0; i < dz.Length; i++)
            {
                gradient[biases + i] = dz[i];
                for (int j = 0; j < inputs; j++)
                {
                    gradient[weights + (i * inputs) + j] = dz[i] * h[l - 1][j];
                    dh[j] += w[weights + (i * inputs) + j] * dz[i];
                }
            }
        }

        return (gradient, dh);
    }

    /// <summary>The outputs as a function of the pre-activations of layer <paramref name="layer"/>.</summary>
    public static T[] ForwardFrom<T>(NetworkShape shape, int layer, T[] w, T[] z)
        where T : struct, IScalar<T>
    {
        return ForwardAbove(shape, layer, w, Activate(shape, layer, z));
    }

    /// <summary>The outputs as a function of the activations of layer <paramref name="layer"/>.</summary>
    public static T[] ForwardAbove<T>(NetworkShape shape, int layer, T[] w, T[] h)
        where T : struct, IScalar<T>
    {
        for (int l = layer + 1; l <= shape.LayerCount; l++)
            h = Activate(shape, l, Affine(shape, l, w, h));
        return h;
    }

    /// <summary><c>s = ||h||^2 + 1</c>.</summary>
    public static T SquaredNorm<T>(T[] h)
        where T : struct, IScalar<T> =>
        h.Aggregate(T.Constant(1), (sum, value) => sum + (value * value));

    /// <summary><c>sum_k (yhat_k - y_k)^2</c>.</summary>
    public static T SquaredError<T>(T[] y, double[] target)
        where T : struct, IScalar<T> =>
        y.Select((value, k) => value - T.Constant(target[k])).Aggregate(T.Constant(0), (sum, r) => sum + (r * r));

    public static T[] Constants<T>(ReadOnlySpan<double> values)
        where T : struct, IScalar<T>
    {
        var constants = new T[values.Length];
        for (int i = 0; i < values.Length; i++)
            constants[i] = T.Constant(values[i]);
        return constants;
    }

    private static T[] Affine<T>(NetworkShape shape, int l, T[] w, T[] h)
        where T : struct, IScalar<T>
    {
        int weights = shape.WeightOffset(l), biases = shape.BiasOffset(l);
        var z = new T[shape.Sizes[l]];
        for (int i = 0; i < z.Length; i++)
        {
            z[i] = w[biases + i];
            for (int j = 0; j < h.Length; j++)
                z[i] += w[weights + (i * h.Length) + j] * h[j];
        }

        return z;
    }

    private static T[] Activate<T>(NetworkShape shape, int l, T[] z)
        where T : struct, IScalar<T> =>
        Array.ConvertAll(z, value => T.Activate(shape.Activations[l - 1], 0, value));
}
