using System;
using System.Runtime.InteropServices;
using System.Runtime.CompilerServices;

namespace NoiseRegGen.Numerics;

/// <summary>Initial weights: normal, with a variance that keeps signals and gradients at their scale from layer to layer.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>activation</term><description>variance of a weight</description></listheader>
/// <item><term>Identity, Tanh, Sigmoid, Softsign, Sin</term><description>2 / (inputs + outputs) (Glorot and Bengio 2010)</description></item>
/// <item><term>Relu, LeakyRelu, Elu, Softplus, Silu, Gelu</term><description>2 / inputs (He, Zhang, Ren and Sun 2015)</description></item>
/// </list>
/// Biases start at zero and are not this class's business.
/// </remarks>
public static class ParameterInitializer
{
    /// <summary>Fills one layer's weights; the same arguments give the same weights.</summary>
    /// <param name="weights">outputs x inputs; overwritten.</param>
    /// <param name="inputs">The number of inputs of the layer, at least 1.</param>
    /// <param name="outputs">The number of its units, at least 1.</param>
    /// <param name="activation">The activation that follows.</param>
    /// <param name="seed">The seed of the network.</param>
    /// <param name="layer">Any index below 65,536; generated networks pass l = 1..L.</param>
    /// <exception cref="ArgumentException">The span does not have inputs x outputs elements.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1, the layer lies outside [0, 65536), or the activation is unknown.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fill(Span<float> weights, int inputs, int outputs, Activation activation, ulong seed, int layer)
    {
        CheckShape(weights.Length, inputs, outputs, layer);
        float scale = (float)Math.Sqrt(Variance(inputs, outputs, activation));
        NormalNoise.FillVector(
            new NoiseKey(seed, 0), NoiseKey.Domain(layer, RandomStream.Initialization), weights.Length, ref MemoryMarshal.GetReference(weights));
        foreach (ref float weight in weights)
        {
            weight *= scale;
        }
    }

    /// <inheritdoc cref="Fill(Span{float}, int, int, Activation, ulong, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fill(Span<double> weights, int inputs, int outputs, Activation activation, ulong seed, int layer)
    {
        CheckShape(weights.Length, inputs, outputs, layer);
        double scale = Math.Sqrt(Variance(inputs, outputs, activation));
        NormalNoise.FillVector(
            new NoiseKey(seed, 0), NoiseKey.Domain(layer, RandomStream.Initialization), weights.Length, ref MemoryMarshal.GetReference(weights));
        foreach (ref double weight in weights)
        {
            weight *= scale;
        }
    }

    private static double Variance(int inputs, int outputs, Activation activation) => activation switch
    {
        Activation.Identity or Activation.Tanh or Activation.Sigmoid or Activation.Softsign or Activation.Sin
            => 2.0 / ((double)inputs + outputs),
        Activation.Relu or Activation.LeakyRelu or Activation.Elu or Activation.Softplus or Activation.Silu or Activation.Gelu
            => 2.0 / inputs,
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "Expected a value of Activation."),
    };

    private static void CheckShape(int length, int inputs, int outputs, int layer)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(outputs);
        if ((uint)layer > ushort.MaxValue)
        {
            throw new ArgumentOutOfRangeException(nameof(layer), layer, "Expected a layer index in [0, 65536).");
        }

        if (length != (long)inputs * outputs)
        {
            throw new ArgumentException($"Expected {inputs} x {outputs} = {(long)inputs * outputs} weights, got {length}.", "weights");
        }
    }
}
