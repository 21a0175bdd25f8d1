namespace CompareRegularizers.Equivalence;

/// <summary>The noise gap of one example at the reference eta.</summary>
/// <param name="Example">Its index in the training part.</param>
/// <param name="Penalty"><c>P</c>.</param>
/// <param name="ResidualLaplacian"><c>sum_k r_k T_k</c>.</param>
/// <param name="Gap">The measured gap.</param>
/// <param name="StandardError">Its standard error.</param>
internal sealed record ExampleGap(int Example, double Penalty, double ResidualLaplacian, double Gap, double StandardError);
