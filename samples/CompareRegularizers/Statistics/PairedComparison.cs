using System.Collections.Generic;
using System.Linq;

namespace CompareRegularizers.Statistics;

/// <summary>One arm against another over the repeats: by how much, how certain, and whether that may be chance.</summary>
/// <param name="Sample">The paired differences.</param>
/// <param name="Difference">Their median and quartiles.</param>
/// <param name="Mean">Their mean; NaN of none.</param>
/// <param name="MedianInterval">The bootstrap interval of the median.</param>
/// <param name="MeanInterval">The bootstrap interval of the mean.</param>
/// <param name="Wilcoxon">The signed-rank test.</param>
/// <param name="AdjustedPValue">Its p value after Holm's correction over the family; the plain one before.</param>
internal sealed record PairedComparison(
    PairedSample Sample,
    Quartiles Difference,
    double Mean,
    ConfidenceInterval MedianInterval,
    ConfidenceInterval MeanInterval,
    WilcoxonResult Wilcoxon,
    double AdjustedPValue)
{
    /// <summary>Compares values with their baseline, pair by pair.</summary>
    /// <param name="values">One per repeat; NaN for a training that diverged.</param>
    /// <param name="baseline">One per repeat.</param>
    /// <param name="seed">The seed of the bootstrap.</param>
    internal static PairedComparison Of(IReadOnlyList<double> values, IReadOnlyList<double> baseline, ulong seed)
    {
        PairedSample sample = PairedSample.Of(values, baseline);
        double[] differences = sample.Differences;
        WilcoxonResult wilcoxon = WilcoxonSignedRank.Test(differences);
        return new PairedComparison(
            sample,
            Quartiles.Of(differences),
            differences.Length > 0 ? differences.Average() : double.NaN,
            Bootstrap.OfMedian(differences, seed),
            Bootstrap.OfMean(differences, seed),
            wilcoxon,
            wilcoxon.PValue);
    }

    /// <summary>The same comparisons with p values corrected for their number: the family is all of them, over data sets, arms and etas.</summary>
    internal static IReadOnlyList<PairedComparison> AdjustFamily(IReadOnlyList<PairedComparison> family)
    {
        double[] adjusted = Holm.Adjust([.. family.Select(comparison => comparison.Wilcoxon.PValue)]);
        return [.. family.Select((comparison, i) => comparison with { AdjustedPValue = adjusted[i] })];
    }
}
