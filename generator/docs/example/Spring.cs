using NoiseRegGen;

namespace Example;

/// <summary>The force of a spring from its length and its speed.</summary>
[Mlp(2, 8, 5, 1, Hidden = Activation.Tanh)]
public sealed partial class Spring;
