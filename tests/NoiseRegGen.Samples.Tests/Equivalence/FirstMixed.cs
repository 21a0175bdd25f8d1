namespace NoiseRegGen.Samples.Tests.Equivalence;

/// <summary>Deep, with two outputs, and four of the activations.</summary>
[Mlp(3, 4, 5, 4, 2, Activations = [Activation.Tanh, Activation.Gelu, Activation.Softplus, Activation.Sigmoid], Precision = Precision.Double)]
internal sealed partial class FirstMixed;
