using System.Linq;

namespace NoiseRegGen.Numerics.Tests.Reference;

/// <summary>Layer sizes and activations, and where each parameter lies: W1 (out x in, row-major), b1, W2, b2, ...</summary>
internal sealed class NetworkShape(int[] sizes, Activation[] activations)
{
    public int[] Sizes { get; } = sizes;

    public Activation[] Activations { get; } = activations;

    public int LayerCount => Activations.Length;

    public int InputSize => Sizes[0];

    public int OutputSize => Sizes[^1];

    public int UnitCount => Sizes.Skip(1).Sum();

    public int ParameterCount => BiasOffset(LayerCount) + Sizes[LayerCount];

    /// <summary>The place of the first weight of layer l = 1..L.</summary>
    public int WeightOffset(int l)
    {
        int offset = 0;
        for (int m = 1; m < l; m++)
            offset += (Sizes[m - 1] + 1) * Sizes[m];
        return offset;
    }

    /// <summary>The place of the first bias of layer l = 1..L.</summary>
    public int BiasOffset(int l) => WeightOffset(l) + (Sizes[l - 1] * Sizes[l]);

    public override string ToString() => $"{string.Join('-', Sizes)} {string.Join(',', Activations.Distinct())}";
}
