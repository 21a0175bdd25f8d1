namespace NoiseRegGen.Samples.Tests.Statistics;

/// <summary>Paired differences whose statistics are published.</summary>
internal static class PublishedData
{
    /// <summary>
    /// Darwin's Zea mays: cross- less self-fertilised plants in eighths of an inch (Fisher, <i>The Design of Experiments</i>, 1935);
    /// also the example of SciPy's documentation of <c>scipy.stats.wilcoxon</c>.
    /// </summary>
    internal static readonly double[] Darwin = [6, 8, 14, 16, 23, 24, 28, 29, 41, -48, 49, 56, 60, -67, 75];

    /// <summary>
    /// Hamilton's depression scale before and after treatment (Hollander and Wolfe 1973, p. 29), the example of R's
    /// <c>?wilcox.test</c>.
    /// </summary>
    internal static readonly double[] Before = [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30];

    /// <inheritdoc cref="Before"/>
    internal static readonly double[] After = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];

    /// <summary>Student's hours of sleep gained under two drugs, first less second (Student 1908): R's <c>sleep</c>.</summary>
    internal static readonly double[] Sleep = [-1.2, -2.4, -1.3, -1.3, 0.0, -1.0, -1.8, -0.8, -4.6, -1.4];

    /// <summary>Made up, skewed to the right.</summary>
    internal static readonly double[] Skewed = [0.1, 0.2, 0.2, 0.3, 0.4, 0.7, 1.1, 1.9, 3.5, 8.0];
}
