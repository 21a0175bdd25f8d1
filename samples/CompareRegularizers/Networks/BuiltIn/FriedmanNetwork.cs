using NoiseRegGen;

namespace CompareRegularizers.Networks;

/// <summary>The network for Friedman's function #1: ten inputs, two hidden layers of 32 tanh units, one linear output.</summary>
[Mlp(10, 32, 32, 1, Hidden = Activation.Tanh)]
internal sealed partial class FriedmanNetwork;
