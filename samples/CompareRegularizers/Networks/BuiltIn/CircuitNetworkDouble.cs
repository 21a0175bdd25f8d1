using NoiseRegGen;

namespace CompareRegularizers.Networks;

/// <summary><see cref="CircuitNetwork"/> in double precision.</summary>
[Mlp(4, 32, 32, 1, Hidden = Activation.Tanh, Precision = Precision.Double)]
internal sealed partial class CircuitNetworkDouble;
