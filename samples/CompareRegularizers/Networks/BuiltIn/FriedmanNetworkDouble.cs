using NoiseRegGen;

namespace CompareRegularizers.Networks;

/// <summary><see cref="FriedmanNetwork"/> in double precision.</summary>
[Mlp(10, 32, 32, 1, Hidden = Activation.Tanh, Precision = Precision.Double)]
internal sealed partial class FriedmanNetworkDouble;
