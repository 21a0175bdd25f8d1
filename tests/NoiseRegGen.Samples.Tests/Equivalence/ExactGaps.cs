using System;
using System.Linq;
using CompareRegularizers.Data;
using MathNet.Numerics.Integration;

namespace NoiseRegGen.Samples.Tests.Equivalence;

/// <summary>The noise gap without Monte Carlo (theory 1.9), written from the definitions.</summary>
internal static class ExactGaps
{
    /// <summary>One hidden layer and a linear output: pre-activations are independent normals, so that one-dimensional moments do.</summary>
    /// <param name="parameters">W1, b1, w2, b2.</param>
    /// <param name="part">The examples.</param>
    /// <param name="eta">The noise variance.</param>
    /// <param name="moments"><c>(E sigma, E sigma^2)</c> of a normal pre-activation with the given mean and deviation.</param>
    internal static double OneHidden(double[] parameters, Part part, double eta, Func<double, double, (double M1, double M2)> moments)
    {
        int inputs = part.Inputs.Length / part.Count, units = (parameters.Length - 1) / (inputs + 2);
        return part.Inputs.Chunk(inputs).Select((x, n) => Gap(x, part.Targets[n])).Average();

        double Gap(double[] x, double y)
        {
            double deviation = Math.Sqrt(eta * (x.Sum(value => value * value) + 1));
            double mean = parameters[^1], variance = eta, plain = parameters[^1];
            for (int j = 0; j < units; j++)
            {
                double z = parameters[(units * inputs) + j] + x.Select((value, i) => value * parameters[(j * inputs) + i]).Sum();
                double w = parameters[(units * (inputs + 1)) + j];
                (double m1, double m2) = moments(z, deviation);
                mean += w * m1;
                variance += (w * w * (m2 - (m1 * m1))) + (eta * m2);
                plain += w * moments(z, 0).M1;
            }

            return ((mean - y) * (mean - y)) + variance - ((plain - y) * (plain - y));
        }
    }

    internal static (double M1, double M2) Tanh(double z, double deviation) => deviation == 0
        ? (Math.Tanh(z), Math.Tanh(z) * Math.Tanh(z))
        : (Mean(t => Math.Tanh(z + (deviation * t))), Mean(t => Math.Pow(Math.Tanh(z + (deviation * t)), 2)));

    internal static (double M1, double M2) Relu(double z, double deviation)
    {
        if (deviation == 0)
            return (Math.Max(0, z), Math.Max(0, z) * Math.Max(0, z));
        double t = z / deviation;
        double distribution = MathNet.Numerics.Distributions.Normal.CDF(0, 1, t), density = MathNet.Numerics.Distributions.Normal.PDF(0, 1, t);
        return (
            (z * distribution) + (deviation * density),
            (((z * z) + (deviation * deviation)) * distribution) + (z * deviation * density));
    }

    /// <summary>A deep linear network: mean and covariance of each layer under independent noise.</summary>
    internal static double DeepLinear(double[] parameters, int[] sizes, Part part, double eta) =>
        part.Inputs.Chunk(sizes[0]).Select((x, n) =>
        {
            (double plain, _) = Output(parameters, sizes, x, 0);
            (double mean, double variance) = Output(parameters, sizes, x, eta);
            double y = part.Targets[n];
            return Math.Pow(mean - y, 2) + variance - Math.Pow(plain - y, 2);
        }).Average();

    private static (double Mean, double Variance) Output(double[] parameters, int[] sizes, double[] x, double eta)
    {
        double[] mean = x;
        var covariance = new double[x.Length, x.Length];
        int offset = 0;
        for (int l = 1; l < sizes.Length; l++)
        {
            (int rows, int columns) = (sizes[l], sizes[l - 1]);
            var w = new double[rows, columns];
            for (int i = 0; i < rows * columns; i++)
                w[i / columns, i % columns] = parameters[offset + i];
            double own = eta * (mean.Sum(m => m * m) + Enumerable.Range(0, columns).Sum(i => covariance[i, i]) + 1);
            double[] next = [.. Enumerable.Range(0, rows).Select(i => parameters[offset + (rows * columns) + i]
                + Enumerable.Range(0, columns).Sum(j => w[i, j] * mean[j]))];
            covariance = Propagate(w, covariance, own);
            mean = next;
            offset += rows * (columns + 1);
        }

        return (mean[0], covariance[0, 0]);
    }

    private static double[,] Propagate(double[,] w, double[,] covariance, double own)
    {
        int rows = w.GetLength(0), columns = w.GetLength(1);
        var result = new double[rows, rows];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < rows; j++)
            {
                result[i, j] = i == j ? own : 0;
                for (int a = 0; a < columns; a++)
                {
                    for (int b = 0; b < columns; b++)
                        result[i, j] += w[i, a] * covariance[a, b] * w[j, b];
                }
            }
        }

        return result;
    }

    // Panels of one deviation, as far out as the density is above 1e-18.
    private static double Mean(Func<double, double> f) => Enumerable.Range(-9, 18).Sum(
        left => GaussLegendreRule.Integrate(t => Math.Exp(-t * t / 2) * f(t), left, left + 1, 20)) / Math.Sqrt(2 * Math.PI);
}
