using NoiseRegGen;

namespace CompareRegularizers.Networks;

/// <summary>Linear in its weights: the negative control, on which neither regulariser has an effect.</summary>
[Mlp(10, 1)]
internal sealed partial class LinearControl;
