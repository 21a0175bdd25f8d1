using System.Globalization;
using CompareRegularizers.Experiments;

namespace CompareRegularizers.Runs;

/// <summary>The file of one measurement of the noise gap.</summary>
internal sealed record GapDocument(double Gap, double StandardError, double Penalty, double ResidualLaplacian)
{
    /// <summary>A name for the file: <c>gap_trained_0.001</c>.</summary>
    internal static string KeyOf(GapState state, double eta) =>
        string.Create(CultureInfo.InvariantCulture, $"gap_{state.ToString().ToLowerInvariant()}_{eta:R}");

    /// <summary>Describes a measurement.</summary>
    internal static GapDocument Of(GapPoint g) => new(g.Gap, g.StandardError, g.Penalty, g.ResidualLaplacian);

    /// <summary>The measurement that was described.</summary>
    internal GapPoint ToPoint(GapState state, double eta) => new(state, eta, Gap, StandardError, Penalty, ResidualLaplacian);
}
