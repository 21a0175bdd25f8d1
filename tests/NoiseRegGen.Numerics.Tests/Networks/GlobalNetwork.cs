using NoiseRegGen;

/// <summary>A network in the global namespace.</summary>
[Mlp(2, 9, 2, Hidden = Activation.Sin, Precision = Precision.Double)]
internal sealed partial class GlobalNetwork;
