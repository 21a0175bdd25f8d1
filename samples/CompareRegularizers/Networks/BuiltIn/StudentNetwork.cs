using NoiseRegGen;

namespace CompareRegularizers.Networks;

/// <summary>The student of a teacher network with five inputs: wider than the teacher, so that it can become it.</summary>
[Mlp(5, 64, 64, 1, Hidden = Activation.Tanh)]
internal sealed partial class StudentNetwork;
