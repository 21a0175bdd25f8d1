namespace CompareRegularizers.Experiments;

/// <summary>A point of a fitted curve of one input, in the data's own units.</summary>
/// <param name="X">The input.</param>
/// <param name="Y">The output.</param>
/// <param name="Deviation"><c>sqrt(eta P(x))</c>: to first order the standard deviation of the output under weight noise.</param>
internal readonly record struct FitPoint(double X, double Y, double Deviation);
