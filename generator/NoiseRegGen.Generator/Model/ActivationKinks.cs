namespace NoiseRegGen.Generator.Model;

/// <summary>Which activations have kinks.</summary>
internal static class ActivationKinks
{
    /// <summary>Whether sigma' jumps, so that sigma'' has a Dirac mass which the passes leave out. That of ELU with alpha = 1 does not jump, only its sigma'' does.</summary>
    internal static bool HasKink(this ActivationKind activation) => activation is ActivationKind.Relu or ActivationKind.LeakyRelu;
}
