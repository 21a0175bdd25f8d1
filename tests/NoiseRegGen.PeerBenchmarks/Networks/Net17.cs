namespace NoiseRegGen.PeerBenchmarks.Networks;

[Mlp(17, 93, 61, 3, Hidden = Activation.Gelu)]
internal sealed partial class Net17;
