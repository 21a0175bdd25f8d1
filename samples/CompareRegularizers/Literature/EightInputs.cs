using NoiseRegGen;

namespace CompareRegularizers.Literature;

/// <summary>The usual network for the small tables, one hidden layer of 50 units, with the other tables' eight inputs.</summary>
[Mlp(8, 50, 1, Hidden = Activation.Tanh)]
internal sealed partial class EightInputs;
