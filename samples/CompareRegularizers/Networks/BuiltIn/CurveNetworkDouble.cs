using NoiseRegGen;

namespace CompareRegularizers.Networks;

/// <summary><see cref="CurveNetwork"/> in double precision.</summary>
[Mlp(1, 32, 32, 1, Hidden = Activation.Tanh, Precision = Precision.Double)]
internal sealed partial class CurveNetworkDouble;
