namespace NoiseRegGen.Samples.Tests.Equivalence;

/// <summary>One curved hidden layer: the gap is a sum of one-dimensional integrals.</summary>
[Mlp(2, 5, 1, Precision = Precision.Double)]
internal sealed partial class OneHiddenTanh;
