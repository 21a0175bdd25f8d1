using NoiseRegGen;

namespace Consumer;

/// <summary>A network of ragged sizes, so that every tail of the kernels is at work.</summary>
[Mlp(5, 19, 7, 2, Hidden = Activation.Gelu)]
public sealed partial class Consumed;
