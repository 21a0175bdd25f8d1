using NoiseRegGen;

namespace CompareRegularizers.Networks;

/// <summary>The network for Friedman's functions #2 and #3, which are an alternating-current circuit's: four inputs.</summary>
[Mlp(4, 32, 32, 1, Hidden = Activation.Tanh)]
internal sealed partial class CircuitNetwork;
