using NoiseRegGen;

namespace CompareRegularizers.Networks;

/// <summary>The network for curves of one input.</summary>
[Mlp(1, 32, 32, 1, Hidden = Activation.Tanh)]
internal sealed partial class CurveNetwork;
