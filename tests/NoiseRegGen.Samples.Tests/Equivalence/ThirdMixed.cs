namespace NoiseRegGen.Samples.Tests.Equivalence;

/// <summary>And those with corners.</summary>
[Mlp(3, 4, 5, 4, 2, Activations = [Activation.Elu, Activation.LeakyRelu, Activation.Relu, Activation.Identity], Precision = Precision.Double)]
internal sealed partial class ThirdMixed;
