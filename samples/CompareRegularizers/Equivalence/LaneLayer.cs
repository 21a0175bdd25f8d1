namespace CompareRegularizers.Equivalence;

/// <summary>
/// One layer at the unperturbed parameters, for all examples: a lane block is some examples side by side, and the arrays are lane
/// blocks x units x lanes.
/// </summary>
/// <param name="Units">The number of units.</param>
/// <param name="Weights">Units x inputs.</param>
/// <param name="InputValues"><c>h_{l-1}</c>: lane blocks x inputs x lanes.</param>
/// <param name="InputNorm"><c>sqrt(s_l)</c>, <c>s_l = ||h_{l-1}||^2 + 1</c>: lane blocks x lanes.</param>
/// <param name="Slope"><c>sigma'(z_l)</c>.</param>
/// <param name="Curvature"><c>sigma''(z_l)</c>.</param>
internal sealed record LaneLayer(
    int Units, double[] Weights, double[] InputValues, double[] InputNorm, double[] Slope, double[] Curvature);
