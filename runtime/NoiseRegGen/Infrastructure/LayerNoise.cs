using System;
using System.ComponentModel;

namespace NoiseRegGen.Infrastructure;

/// <summary>The weight noise of one layer. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct LayerNoise
{
    // Keeps sqrt(s) away from 0 where biases carry no noise and all inputs are 0; in units of the weights' variance, far below any rounding error.
    private const double LeastShare = 1e-30;

    private LayerNoise(double weights, double biases)
    {
        WeightDeviation = Math.Sqrt(weights);
        BiasDeviation = Math.Sqrt(biases);
        OnWeights = weights > 0;
        Deviation = OnWeights ? WeightDeviation : BiasDeviation;
        BiasShare = OnWeights ? Math.Max(biases / weights, LeastShare) : 1;
    }

    // The same on weights and biases, so that the biases' share is 1.
    private LayerNoise(double variance)
    {
        Deviation = WeightDeviation = BiasDeviation = Math.Sqrt(variance);
        OnWeights = variance > 0;
        BiasShare = 1;
    }

    /// <summary>The standard deviation of each weight's noise.</summary>
    public double WeightDeviation { get; }

    /// <summary>The standard deviation of each bias's noise.</summary>
    public double BiasDeviation { get; }

    /// <summary>
    /// For the local reparameterisation, where z_l is drawn with standard deviation <c>Deviation sqrt(s_l)</c>: the weights' deviation, or the biases' where
    /// only they carry noise; 0 if nothing does.
    /// </summary>
    public double Deviation { get; }

    /// <summary>Whether <c>s_l = ||h_{l-1}||^2 + BiasShare</c>; otherwise it is <c>BiasShare</c> alone.</summary>
    public bool OnWeights { get; }

    /// <summary>The biases' variance over the weights', 1 unless the noise has scales of its own.</summary>
    public double BiasShare { get; }

    /// <summary>The noise of layer <paramref name="layer"/> = 1..L.</summary>
    public static LayerNoise Of(in WeightNoise noise, int layer, int layers)
    {
        double variance = noise.Eta;
        if (noise.Sampling == NoiseSampling.LayerWise)
            variance *= noise.Step % layers == layer - 1 ? layers : 0;
        return noise.Scales is { } scales
            ? new LayerNoise(variance * scales.Weights[layer - 1], variance * scales.Biases[layer - 1])
            : new LayerNoise(variance);
    }
}
