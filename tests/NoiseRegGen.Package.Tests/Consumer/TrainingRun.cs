using System;
using System.Globalization;
using System.Numerics;
using System.Text;
using NoiseRegGen;
using NoiseRegGen.Training;

namespace Consumer;

/// <summary>Trains two networks for a few steps and reports every loss to the last bit.</summary>
/// <remarks>Written in C# 13 and free of nullable types: it is compiled under every setting that the tests try.</remarks>
public static class TrainingRun
{
    private const int Examples = 37;

    /// <summary>One line per step and network: the bits of the losses.</summary>
    public static string Report()
    {
        var report = new StringBuilder();
        report.Append(CultureInfo.InvariantCulture, $"Vector<byte>.Count {Vector<byte>.Count}\n");
        Train<Consumed, float>(report);
        Train<Outer.ConsumedDouble, double>(report);
        return report.ToString();
    }

    private static void Train<TNet, T>(StringBuilder report)
        where TNet : class, IMlp<TNet, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TNet network = TNet.Create(1);
        MlpWorkspace<T> workspace = TNet.CreateWorkspace();
        int inputs = TNet.LayerSizes[0], outputs = TNet.LayerSizes[^1];
        T[] x = Waves<T>(Examples * inputs, 0.7), y = Waves<T>(Examples * outputs, 0.3);
        var gradient = new T[network.Parameters.Length];
        var optimizer = new Adam<T>(gradient.Length, learningRate: 0.01);
        for (int step = 0; step < 10; step++)
        {
            var noise = new WeightNoise { Eta = 1e-3, Seed = 1, Step = step };
            T noisy = network.NoisyGradient(x, y, gradient, noise, workspace);
            optimizer.Step(network.Parameters, gradient);
            T penalized = network.PenalizedGradient(x, y, gradient, 1e-3, workspace).Total;
            optimizer.Step(network.Parameters, gradient);
            T plain = network.Gradient(x, y, gradient, workspace);
            optimizer.Step(network.Parameters, gradient);
            report.Append(CultureInfo.InvariantCulture, $"{typeof(TNet).Name} {step}: {Bits(noisy)} {Bits(penalized)} {Bits(plain)}\n");
        }
    }

    // Sines of a fixed frequency: the same data everywhere, made without the library's random numbers.
    private static T[] Waves<T>(int length, double frequency)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var data = new T[length];
        for (int i = 0; i < length; i++)
            data[i] = T.CreateChecked((float)Math.Sin(frequency * (i + 1)));
        return data;
    }

    private static string Bits<T>(T value)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        BitConverter.DoubleToInt64Bits(double.CreateChecked(value)).ToString("x16", CultureInfo.InvariantCulture);
}
