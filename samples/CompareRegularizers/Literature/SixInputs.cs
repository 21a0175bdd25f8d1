using NoiseRegGen;

namespace CompareRegularizers.Literature;

/// <summary>The usual network for the small tables, one hidden layer of 50 units, with the yacht table's six inputs.</summary>
[Mlp(6, 50, 1, Hidden = Activation.Tanh)]
internal sealed partial class SixInputs;
