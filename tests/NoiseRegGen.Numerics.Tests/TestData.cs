using System;
using System.Linq;
using NoiseRegGen.Numerics.Tests.Reference;

namespace NoiseRegGen.Numerics.Tests;

/// <summary>Random parameters and data, exact in float, so that both precisions are asked the same question.</summary>
internal static class TestData
{
    // Distances from the kinks of ReLU-like activations at which neither float rounding (1e-6) nor the steps of finite
    // differences (1e-3 times weights and inputs of order one) cross them.
    private const double KinkMargin = 1e-2;

    /// <summary>Weights of variance 1.5 / inputs, so that pre-activations are of order one in any width and depth.</summary>
    public static double[] Parameters(NetworkShape shape, int seed)
    {
        var random = new Random(seed);
        var parameters = new double[shape.ParameterCount];
        for (int l = 1; l <= shape.LayerCount; l++)
        {
            double scale = Math.Sqrt(1.5 / shape.Sizes[l - 1]);
            for (int i = shape.WeightOffset(l); i < shape.BiasOffset(l); i++)
                parameters[i] = (float)(scale * Normal(random));
            for (int i = 0; i < shape.Sizes[l]; i++)
                parameters[shape.BiasOffset(l) + i] = (float)(0.5 * Normal(random));
        }

        return parameters;
    }

    /// <summary>Standard normal numbers.</summary>
    public static double[] Normals(int count, int seed)
    {
        var random = new Random(seed);
        return Enumerable.Range(0, count).Select(_ => (double)(float)Normal(random)).ToArray();
    }

    /// <summary>Rows of normal inputs at which no pre-activation of a ReLU-like unit is near its kink, where a derivative jumps.</summary>
    public static double[] Inputs(NetworkShape shape, double[] parameters, int batch, int seed, double scale = 1)
    {
        var random = new Random(seed);
        var x = new double[batch * shape.InputSize];
        for (int example = 0; example < batch; example++)
        {
            double[] row;
            double margin = KinkMargin;
            do
            {
                row = Enumerable.Range(0, shape.InputSize).Select(_ => (double)(float)(scale * Normal(random))).ToArray();
                margin *= 0.98; // A wide network always has a unit near its kink: settle for less.
            }
            while (DistanceFromKinks(shape, parameters, row) < margin);
            row.CopyTo(x, example * shape.InputSize);
        }

        return x;
    }

    private static double DistanceFromKinks(NetworkShape shape, double[] parameters, double[] row)
    {
        Exact[][] z = Definitions.Forward(shape, Definitions.Constants<Exact>(parameters), Definitions.Constants<Exact>(row)).Z;
        double distance = double.PositiveInfinity;
        for (int l = 1; l <= shape.LayerCount; l++)
        {
            if (shape.Activations[l - 1] is Activation.Relu or Activation.LeakyRelu or Activation.Elu or Activation.Softsign)
                distance = Math.Min(distance, z[l].Min(value => Math.Abs(value.Value)));
        }

        return distance;
    }

    public static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
