using NoiseRegGen;

namespace CompareRegularizers.Data;

/// <summary>The network that makes up the targets of <see cref="TeacherStudent"/>.</summary>
[Mlp(5, 16, 16, 1, Hidden = Activation.Tanh, Precision = Precision.Double)]
internal sealed partial class TeacherNetwork;
