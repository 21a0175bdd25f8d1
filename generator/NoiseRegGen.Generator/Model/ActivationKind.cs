namespace NoiseRegGen.Generator.Model;

/// <summary>The runtime's <c>Activation</c>, in the same order: a generator cannot refer to the assembly that it serves.</summary>
internal enum ActivationKind
{
    Identity,
    Relu,
    LeakyRelu,
    Elu,
    Tanh,
    Sigmoid,
    Softplus,
    Softsign,
    Silu,
    Gelu,
    Sin,
}
