namespace NoiseRegGen.PeerBenchmarks.Networks;

[Mlp(13, 50, 1, Hidden = Activation.Tanh)]
internal sealed partial class Net13;
