namespace NoiseRegGen.NativeAotBenchmarks;

/// <summary>The quick start's network.</summary>
[Mlp(8, 64, 64, 1)]
public sealed partial class Small;
