namespace CompareRegularizers.Reporting.Plots;

/// <summary>A chart with its place in the report.</summary>
/// <param name="Name">The name of its files, without the ending.</param>
/// <param name="Chart">The chart.</param>
/// <param name="Caption">What one sees on it, in a sentence or two.</param>
internal sealed record Picture(string Name, Chart Chart, string Caption);
