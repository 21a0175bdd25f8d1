namespace NoiseRegGen.Numerics.Tests.Reference;

/// <summary>Factors of the noise's variance on one layer's weights and biases.</summary>
internal readonly record struct LayerScale(double Weights, double Biases)
{
    public static LayerScale One => new(1, 1);
}
