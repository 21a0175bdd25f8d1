using System;
using System.Globalization;

namespace NoiseRegGen;

/// <summary>
/// Factors of the noise variance, for weights and biases of each layer apart: layer l's weights get variance
/// <c>Eta * Weights[l]</c>, its biases <c>Eta * Biases[l]</c>. Immutable.
/// </summary>
public sealed class NoiseScales
{
    private readonly double[] _weights;
    private readonly double[] _biases;

    /// <summary>Takes a copy of the factors.</summary>
    /// <param name="weights">One factor per layer, from the first: finite, at least 0.</param>
    /// <param name="biases">One factor per layer, from the first: finite, at least 0.</param>
    /// <exception cref="ArgumentException">No layer, or not as many factors for the biases as for the weights.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A factor is negative, NaN or infinite.</exception>
    public NoiseScales(ReadOnlySpan<double> weights, ReadOnlySpan<double> biases)
    {
        if (weights.IsEmpty)
            throw new ArgumentException("Expected one factor per layer, but the span is empty.", nameof(weights));
        if (biases.Length != weights.Length)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Expected {weights.Length} factors, as many as for the weights, but got {biases.Length}."), nameof(biases));
        Check(weights, nameof(weights));
        Check(biases, nameof(biases));
        _weights = weights.ToArray();
        _biases = biases.ToArray();
    }

    /// <summary>Each layer's factor for its weights, from the first layer.</summary>
    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>Each layer's factor for its biases, from the first layer.</summary>
    public ReadOnlySpan<double> Biases => _biases;

    /// <summary>The number of layers.</summary>
    public int LayerCount => _weights.Length;

    /// <summary>All factors, so that the text of equal scales is equal and of others is not: checkpoints compare it.</summary>
    public override string ToString() => $"NoiseScales {{ Weights = {Text(_weights)}, Biases = {Text(_biases)} }}";

    private static string Text(double[] factors) =>
        string.Join(' ', Array.ConvertAll(factors, factor => factor.ToString("R", CultureInfo.InvariantCulture)));

    private static void Check(ReadOnlySpan<double> factors, string name)
    {
        for (int layer = 0; layer < factors.Length; layer++)
        {
            if (!(factors[layer] >= 0 && double.IsFinite(factors[layer])))
                throw new ArgumentOutOfRangeException(name, factors[layer], string.Create(CultureInfo.InvariantCulture, $"Expected the factor of layer {layer} to be finite and at least 0."));
        }
    }
}
