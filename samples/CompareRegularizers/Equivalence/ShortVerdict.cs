using System.Collections.Generic;
using System.Linq;
using CompareRegularizers.Reporting;

namespace CompareRegularizers.Equivalence;

/// <summary>The first sentence of a verdict: does the equivalence hold, in value and in gradient, and does r T mend it?</summary>
internal static class ShortVerdict
{
    // Within 18 degrees.
    private const double AlignedCosine = 0.95;

    /// <summary>The sentence.</summary>
    internal static string Of(NetworkMeasurement measurement)
    {
        GapCurve[] judged = [.. measurement.Curves.Where(GapSentences.IsJudged)];
        if (judged.Length == 0)
            return "In short: nothing can be said; more --pairs would help.";
        IEnumerable<Alignment> penalty = measurement.Training.Select(point => point.ByPenalty);
        string[] broken = [.. judged.Where(curve => curve.PenaltyReach.Eta == 0).Select(curve => curve.State.Title())];
        bool gradient = Aligned(penalty);
        if (broken.Length == 0 && gradient)
        {
            double reach = judged.Min(curve => curve.PenaltyReach.Eta);
            return $"In short: the equivalence holds here, in value up to eta = {Figures.Eta(reach)} and in gradient.";
        }


        string claim = broken.Length > 0
            ? $"the equivalence fails {string.Join(" and ", broken)}, in value{(gradient ? string.Empty : " and in gradient")}"
            : "the equivalence holds here for the value of the mean loss, but not for its gradient, which is what trains";
        return $"In short: {claim}; {Mending(measurement, judged)}.";
    }

    private static string Mending(NetworkMeasurement measurement, GapCurve[] judged)
    {
        bool gradient = Aligned(measurement.Training.Select(point => point.ByCorrectedPenalty));
        double reach = judged.Min(curve => curve.FullReach.Eta);
        return (reach > 0, gradient) switch
        {
            (true, true) => $"with r T it holds in both, in value up to eta = {Figures.Eta(reach)}",
            (true, false) => "with r T it holds in value, but not in gradient",
            (false, true) => "with r T it holds in gradient, but not in value",
            _ => "r T does not mend it",
        };
    }

    // What could not be compared does not speak against it.
    private static bool Aligned(IEnumerable<Alignment> alignments) =>
        alignments.Where(alignment => double.IsFinite(alignment.Cosine)).All(alignment => alignment.Cosine >= AlignedCosine);
}
