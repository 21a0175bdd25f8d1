namespace NoiseRegGen.Samples.Tests.Equivalence;

/// <summary>One hidden layer with kinks: the integrals have closed forms.</summary>
[Mlp(2, 5, 1, Hidden = Activation.Relu, Precision = Precision.Double)]
internal sealed partial class OneHiddenRelu;
