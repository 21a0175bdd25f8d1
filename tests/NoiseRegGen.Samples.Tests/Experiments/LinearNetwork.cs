namespace NoiseRegGen.Samples.Tests.Experiments;

/// <summary>Friedman's ten inputs and no hidden layer: the negative control, on which the penalty has no effect.</summary>
[Mlp(10, 1)]
internal sealed partial class LinearNetwork;
