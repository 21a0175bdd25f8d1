using System;

namespace NoiseRegGen.Runtime.Tests.Training;

/// <summary>The published update rules for one parameter, literally and in double.</summary>
internal static class ReferenceOptimizers
{
    /// <summary>Kingma and Ba 2015, algorithm 1; with a decay, Loshchilov and Hutter 2019, algorithm 2.</summary>
    internal static double Adam(double w, double[] gradients, double rate, double beta1, double beta2, double epsilon, double decay)
    {
        double m = 0, v = 0;
        for (int t = 1; t <= gradients.Length; t++)
        {
            double g = gradients[t - 1];
            m = (beta1 * m) + ((1 - beta1) * g);
            v = (beta2 * v) + ((1 - beta2) * g * g);
            double mHat = m / (1 - Math.Pow(beta1, t)), vHat = v / (1 - Math.Pow(beta2, t));
            w = w - (rate * mHat / (Math.Sqrt(vHat) + epsilon)) - (rate * decay * w);
        }
        return w;
    }

    /// <summary>The rule of PyTorch's documentation of SGD, with dampening 0.</summary>
    internal static double Sgd(double w, double[] gradients, double rate, double momentum, bool nesterov, double decay)
    {
        double b = 0;
        for (int t = 1; t <= gradients.Length; t++)
        {
            double g = gradients[t - 1] + (decay * w);
            if (momentum != 0)
            {
                b = t > 1 ? (momentum * b) + g : g;
                g = nesterov ? g + (momentum * b) : b;
            }
            w -= rate * g;
        }
        return w;
    }
}
