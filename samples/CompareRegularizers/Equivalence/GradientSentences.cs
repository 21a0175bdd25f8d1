using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CompareRegularizers.Reporting;

namespace CompareRegularizers.Equivalence;

/// <summary>What the gradients along the training say: two losses may agree in value and yet pull elsewhere.</summary>
internal static class GradientSentences
{
    private const double Same = 0.99;

    /// <summary>The sentences; empty where no gradient could be compared.</summary>
    /// <param name="training">The moments of the training.</param>
    /// <param name="eta">The noise variance.</param>
    internal static string Describe(IReadOnlyList<TrainingPoint> training, double eta)
    {
        TrainingPoint[] known = [.. training.Where(point => double.IsFinite(point.ByPenalty.Cosine))];
        if (known.Length == 0)
            return string.Empty;
        TrainingPoint first = known[0], least = known.MinBy(point => point.ByPenalty.Cosine)!, last = known[^1];
        return $"What noise of eta = {Figures.Eta(eta)} adds to the gradient has the cosine "
            + Invariant($"{first.ByPenalty.Cosine:0.00} to that of P at step {first.Step}, ")
            + Invariant($"{least.ByPenalty.Cosine:0.00} at the least (step {least.Step}) ")
            + Invariant($"and {last.ByPenalty.Cosine:0.00} at step {last.Step}{Corrected(known)}.{OffFit(last)}");
    }

    private static string Corrected(TrainingPoint[] points)
    {
        double[] known = [.. points.Select(point => point.ByCorrectedPenalty.Cosine).Where(double.IsFinite)];
        return known.Length == 0
            ? string.Empty
            : Invariant($"; to that of the corrected penalty it is never less than {known.Min():0.000}");
    }

    // At r = 0 the gradient of r T is T g: it moves the fitted values and nothing else (theory 1.5).
    private static string OffFit(TrainingPoint last)
    {
        if (!double.IsFinite(last.ByPenaltyOffFit.Cosine) || last.ByPenalty.Cosine > Same)
            return string.Empty;
        string kept = Invariant($" In the directions that keep the fitted values the last one is {last.ByPenaltyOffFit.Cosine:0.00}");
        return last.ByPenaltyOffFit.Cosine > Same ? $"{kept}: the rest moves the fit, by about (eta/2) T." : $"{kept}.";
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
