namespace NoiseRegGen.Samples.Tests.Experiments;

/// <summary><see cref="LinearNetwork"/> in double precision.</summary>
[Mlp(10, 1, Precision = Precision.Double)]
internal sealed partial class LinearNetworkDouble;
