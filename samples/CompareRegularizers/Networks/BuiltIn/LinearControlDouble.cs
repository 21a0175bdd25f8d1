using NoiseRegGen;

namespace CompareRegularizers.Networks;

/// <summary><see cref="LinearControl"/> in double precision.</summary>
[Mlp(10, 1, Precision = Precision.Double)]
internal sealed partial class LinearControlDouble;
