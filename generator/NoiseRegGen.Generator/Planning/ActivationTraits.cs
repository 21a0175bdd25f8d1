using NoiseRegGen.Generator.Model;

namespace NoiseRegGen.Generator.Planning;

/// <summary>What the passes must know of an activation.</summary>
internal static class ActivationTraits
{
    /// <summary>Whether the derivatives cannot be had from the output h and are saved by the forward pass.</summary>
    internal static bool SavesDerivatives(this ActivationKind activation) => activation
        is ActivationKind.Softplus or ActivationKind.Silu or ActivationKind.Gelu or ActivationKind.Sin;

    /// <summary>Whether sigma'' is 0 wherever it exists, so that the curvature terms of the layer vanish.</summary>
    internal static bool IsPiecewiseLinear(this ActivationKind activation) => activation
        is ActivationKind.Identity or ActivationKind.Relu or ActivationKind.LeakyRelu;
}
