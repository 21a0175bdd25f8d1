namespace NoiseRegGen.PeerBenchmarks.Networks;

[Mlp(64, 256, 256, 10, Hidden = Activation.Relu)]
internal sealed partial class Net64;
