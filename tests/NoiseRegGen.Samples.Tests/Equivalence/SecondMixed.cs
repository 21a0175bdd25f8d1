namespace NoiseRegGen.Samples.Tests.Equivalence;

/// <summary>Four more.</summary>
[Mlp(3, 4, 5, 4, 2, Activations = [Activation.Silu, Activation.Sin, Activation.Softsign, Activation.Identity], Precision = Precision.Double)]
internal sealed partial class SecondMixed;
