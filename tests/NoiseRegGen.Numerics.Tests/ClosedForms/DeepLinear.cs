using System;
using System.Linq;
using NoiseRegGen.Numerics.Tests.Reference;

namespace NoiseRegGen.Numerics.Tests.ClosedForms;

/// <summary>
/// Mean and covariance of the noisy outputs of a deep linear network to all orders (theory 1.9):
/// <c>mu_l = W mu + b</c>, <c>C_l = W C W^T + eta (w ||mu_{l-1}||^2 + w tr C_{l-1} + v) I</c> with the layer's factors w and v, 1 unless given.
/// </summary>
internal static class DeepLinear
{
    public static (double[] Mean, double[,] Covariance) Moments(NetworkShape shape, double[] w, double[] x, double eta, LayerScale[]? scales = null)
    {
        if (shape.Activations.Any(activation => activation != Activation.Identity))
            throw new ArgumentException("Identity activations expected.");
        double[] mean = x;
        var covariance = new double[x.Length, x.Length];
        for (int l = 1; l <= shape.LayerCount; l++)
            (mean, covariance) = Layer(shape, l, w, mean, covariance, eta, scales?[l - 1] ?? LayerScale.One);
        return (mean, covariance);
    }

    private static (double[] Mean, double[,] Covariance) Layer(NetworkShape shape, int l, double[] w, double[] mean, double[,] covariance, double eta, LayerScale scale)
    {
        int inputs = mean.Length, outputs = shape.Sizes[l], start = shape.WeightOffset(l);
        double s = scale.Biases;
        for (int j = 0; j < inputs; j++)
            s += scale.Weights * ((mean[j] * mean[j]) + covariance[j, j]);
        var nextMean = new double[outputs];
        var next = new double[outputs, outputs];
        for (int i = 0; i < outputs; i++)
        {
            nextMean[i] = w[shape.BiasOffset(l) + i];
            for (int j = 0; j < inputs; j++)
                nextMean[i] += w[start + (i * inputs) + j] * mean[j];
            for (int k = 0; k < outputs; k++)
            {
                next[i, k] = i == k ? eta * s : 0;
                for (int j = 0; j < inputs; j++)
                {
                    for (int m = 0; m < inputs; m++)
                        next[i, k] += w[start + (i * inputs) + j] * covariance[j, m] * w[start + (k * inputs) + m];
                }
            }
        }

        return (nextMean, next);
    }
}
