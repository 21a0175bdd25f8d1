namespace NoiseRegGen.Benchmarks.Loops;

/// <summary>Its weights fit in the first-level cache.</summary>
[Mlp(8, 64, 64, 1)]
internal sealed partial class SmallNetwork;
