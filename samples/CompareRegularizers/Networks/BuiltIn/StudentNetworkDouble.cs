using NoiseRegGen;

namespace CompareRegularizers.Networks;

/// <summary><see cref="StudentNetwork"/> in double precision.</summary>
[Mlp(5, 64, 64, 1, Hidden = Activation.Tanh, Precision = Precision.Double)]
internal sealed partial class StudentNetworkDouble;
