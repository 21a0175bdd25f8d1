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
            pictures.Add(new("test-error", ErrorPlots.TestError(summary, data), "The error of each arm on the test part. Where a curve lies below the black line, the regulariser helps."));
            pictures.Add(new("paired-difference", ErrorPlots.PairedDifference(summary, data), "The same, less the error without a regulariser in the same repeat: what the repeats have in common is gone. An interval that does not reach 0 is more than chance, as long as one does not pick it out of many."));
            pictures.Add(new("cost", CostPlot.Of(record), "What the tuned arms cost and what they are worth. The cost is counted in multiplications, so that it does not depend on the machine."));
            pictures.Add(new("robustness", RobustnessPlot.Of(record), "The error under noise on the weights of the trained network: what training with noise certainly improves, whether or not it improves the error without noise."));
        }

        if (summary.Pairs.Any(pair => pair.Distance > 0))
            pictures.Add(new("distance", DistancePlot.Of(summary, data), "How far apart the functions are that two arms learn at the same eta. If an arm equals weight noise to first order, the curve falls with slope 1 or 2 until the optimiser's own noise is reached."));
        if (gaps.Count > 0)
        {
            pictures.Add(new("noise-gap", GapPlots.Gap(gaps, data), "What noise adds to the squared error of one network, measured, against what is predicted."));
            pictures.Add(new("noise-gap-ratio", GapPlots.Ratio(gaps, data), "The same in units of eta P: 1 is where the penalty says it all."));
        }

        if (record.Result.Outcomes.Any(outcome => outcome.Result.Fit.Length > 0))
            pictures.Add(new("fit", FitPlot.Of(record), "The fitted curves of the first repeat, each arm at the eta that validation chose most, with a band of one standard deviation of the output under weight noise of that eta."));
        return pictures;
    }
}
