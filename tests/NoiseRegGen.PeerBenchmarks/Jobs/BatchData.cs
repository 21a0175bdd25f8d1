using System;
using NoiseRegGen.PeerBenchmarks.Networks;

namespace NoiseRegGen.PeerBenchmarks.Jobs;

/// <summary>The numbers that all sides of a scenario share.</summary>
internal sealed class BatchData
{
    /// <summary>The variance of the noise and the weight of the penalty: large enough to show in every digit of the results.</summary>
    internal const double Eta = 0.01;

    /// <summary>The steps of the optimiser after which parameters are compared.</summary>
    internal const int CheckedSteps = 3;

    internal BatchData(NetworkCase network, int batch)
    {
        Random random = new(batch);
        Batch = batch;
        X = Fill(random, batch * network.Inputs);
        Target = Fill(random, batch * network.Outputs);
        Gradient = Fill(random, network.Parameters.Length);
    }

    internal int Batch { get; }

    /// <summary>batch x inputs.</summary>
    internal float[] X { get; }

    /// <summary>batch x outputs.</summary>
    internal float[] Target { get; }

    /// <summary>A gradient for the optimiser's step.</summary>
    internal float[] Gradient { get; }

    internal static WeightNoise Noise(NoiseSampling sampling) => new() { Eta = Eta, Seed = 7, Step = 3, Sampling = sampling };

    // Uniform of variance 1, like standardised data.
    private static float[] Fill(Random random, int count)
    {
        float[] values = new float[count];
        foreach (ref float value in values.AsSpan())
            value = (float)(Math.Sqrt(12) * (random.NextDouble() - 0.5));
        return values;
    }
}
