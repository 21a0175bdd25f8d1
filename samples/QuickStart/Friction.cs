using NoiseRegGen;

namespace QuickStart;

/// <summary>Eight inputs, two hidden layers of 64 tanh units, one output: everything else is generated.</summary>
[Mlp(8, 64, 64, 1)]
public sealed partial class Friction;
