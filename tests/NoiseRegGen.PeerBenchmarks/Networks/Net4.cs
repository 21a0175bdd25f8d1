namespace NoiseRegGen.PeerBenchmarks.Networks;

[Mlp(4, 4, 1, Hidden = Activation.Tanh)]
internal sealed partial class Net4;
