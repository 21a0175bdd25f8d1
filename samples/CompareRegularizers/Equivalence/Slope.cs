namespace CompareRegularizers.Equivalence;

/// <summary>The slope of an error against eta on two logarithmic axes: the order in eta of what a prediction leaves over.</summary>
/// <param name="Value">The slope.</param>
/// <param name="StandardError">Its standard error, by the jackknife over blocks of pairs.</param>
/// <param name="FromEta">The smallest eta of the fit.</param>
/// <param name="ToEta">The largest eta of the fit.</param>
/// <param name="Points">The number of etas.</param>
internal sealed record Slope(double Value, double StandardError, double FromEta, double ToEta, int Points);
