namespace NoiseRegGen.PeerBenchmarks.Networks;

[Mlp(8, 64, 64, 1, Hidden = Activation.Tanh)]
internal sealed partial class Net8;
