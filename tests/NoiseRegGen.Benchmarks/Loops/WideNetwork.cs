namespace NoiseRegGen.Benchmarks.Loops;

/// <summary>Its weights fit in the second-level cache.</summary>
[Mlp(784, 128, 10, Hidden = Activation.Relu)]
internal sealed partial class WideNetwork;
