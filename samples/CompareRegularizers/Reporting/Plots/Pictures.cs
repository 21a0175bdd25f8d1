using System.Collections.Generic;
using System.Linq;
using CompareRegularizers.Experiments;

namespace CompareRegularizers.Reporting.Plots;

/// <summary>The pictures of a comparison: those that there is something to be seen on.</summary>
internal static class Pictures
{
    /// <summary>All of them, in the order to be looked at.</summary>
    internal static IReadOnlyList<Picture> Of(ComparisonRecord record)
    {
        string data = record.Run.Data.Name;
        Summary summary = record.Summary;
        IReadOnlyList<GapPoint> gaps = record.Result.Gaps;
        var pictures = new List<Picture>();
        if (summary.Tuned.Count > 0)
        {
            pictures.Add(new("test-error", ErrorPlots.TestError(summary, data), Captions.TestError));
            pictures.Add(new("paired-difference", ErrorPlots.PairedDifference(summary, data), Captions.PairedDifference));
            pictures.Add(new("cost", CostPlot.Of(record), Captions.Cost));
            pictures.Add(new("robustness", RobustnessPlot.Of(record), Captions.Robustness));
        }

        if (summary.Pairs.Any(pair => pair.Distance > 0))
            pictures.Add(new("distance", DistancePlot.Of(summary, data), Captions.Distance));
        if (gaps.Count > 0)
        {
            pictures.Add(new("noise-gap", GapPlots.Gap(gaps, data), Captions.Gap));
            pictures.Add(new("noise-gap-ratio", GapPlots.Ratio(gaps, data), Captions.Ratio));
        }

        if (record.Result.Outcomes.Any(outcome => outcome.Result.Fit.Length > 0))
            pictures.Add(new("fit", FitPlot.Of(record), Captions.Fit));
        return pictures;
    }
}
