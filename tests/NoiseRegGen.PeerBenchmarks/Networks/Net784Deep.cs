namespace NoiseRegGen.PeerBenchmarks.Networks;

[Mlp(784, 512, 512, 10, Hidden = Activation.Relu)]
internal sealed partial class Net784Deep;
