using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CompareRegularizers.Reporting;

namespace CompareRegularizers.Equivalence;

/// <summary>What the gradients along the training say: two losses may agree in value and yet pull elsewhere.</summary>
internal static class GradientSentences
{
    /// <summary>The sentences; empty where no gradient could be compared.</summary>
    /// <param name="training">The moments of the training.</param>
    /// <param name="eta">The noise variance.</param>
    internal static string Describe(IReadOnlyList<TrainingPoint> training, double eta)
    {
        TrainingPoint[] known = [.. training.Where(point => double.IsFinite(point.ByPenalty.Cosine))];
        if (known.Length == 0)
            return string.Empty;
        TrainingPoint least = known.MinBy(point => point.ByPenalty.Cosine)!, last = known[^1];
        string text = Invariant(
            $"What noise of eta = {Figures.Eta(eta)} adds to the gradient has the cosine {known[0].ByPenalty.Cosine:0.00} to that of P at step {known[0].Step}, {least.ByPenalty.Cosine:0.00} at the least (step {least.Step}) and {last.ByPenalty.Cosine:0.00} at step {last.Step}");
        return text + Corrected(known) + "." + OffFit(last);
    }

    private static string Corrected(TrainingPoint[] points)
    {
        TrainingPoint[] known = [.. points.Where(point => double.IsFinite(point.ByCorrectedPenalty.Cosine))];
        return known.Length == 0
            ? string.Empty
            : Invariant($"; to that of the corrected penalty never less than {known.Min(point => point.ByCorrectedPenalty.Cosine):0.00}");
    }

    private static string OffFit(TrainingPoint last) => double.IsFinite(last.ByPenaltyOffFit.Cosine)
        ? Invariant(
            $" In the directions that keep the fitted values the last one is {last.ByPenaltyOffFit.Cosine:0.00}: what else there is moves the fit by -(eta/2) T.")
        : string.Empty;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
