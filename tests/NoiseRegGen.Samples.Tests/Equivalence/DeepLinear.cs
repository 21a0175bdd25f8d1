namespace NoiseRegGen.Samples.Tests.Equivalence;

/// <summary>A deep linear network: the moments of its output follow from recursions.</summary>
[Mlp(2, 3, 4, 1, Hidden = Activation.Identity, Precision = Precision.Double)]
internal sealed partial class DeepLinear;
