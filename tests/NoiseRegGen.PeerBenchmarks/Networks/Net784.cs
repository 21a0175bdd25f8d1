namespace NoiseRegGen.PeerBenchmarks.Networks;

[Mlp(784, 128, 10, Hidden = Activation.Relu)]
internal sealed partial class Net784;
