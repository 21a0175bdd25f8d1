namespace NoiseRegGen.NativeAotBenchmarks;

/// <summary>A network whose products dominate.</summary>
[Mlp(64, 256, 256, 10, Hidden = Activation.Relu)]
public sealed partial class Middle;
