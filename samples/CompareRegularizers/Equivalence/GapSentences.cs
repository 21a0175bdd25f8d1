using System;
using System.Globalization;
using System.Linq;
using CompareRegularizers.Reporting;
using NoiseRegGen;

namespace CompareRegularizers.Equivalence;

/// <summary>What one curve says: whether the gap is <c>eta P</c>, up to which eta, and which term breaks it.</summary>
internal static class GapSentences
{
    // Twenty standard errors in the tolerance make a gap that can be judged.
    private const double LargestError = Reach.Tolerance / 20;
    private const double LargestScore = 5;

    /// <summary>The sentences.</summary>
    internal static string Describe(GapCurve curve, NetworkMeasurement measurement)
    {
        string when = Capital(curve.State.Title())
            + Invariant($" (step {curve.Step}, mean r^2 {Figures.Value(curve.MeanSquaredError)})");
        return IsJudged(curve)
            ? $"{when} {Equivalence(curve, measurement)}{Correction(curve, measurement)}{Examples(curve)}{Warning(curve)}"
            : $"{when} the gap is not resolved; more --pairs would help.{Warning(curve)}";
    }

    /// <summary>Whether the measurement is good enough to say anything; the smallest eta decides, which the claim is about.</summary>
    internal static bool IsJudged(GapCurve curve)
    {
        GapEstimate first = curve.Points[0];
        bool fails = Math.Abs(first.PenaltyError) - (4 * first.StandardError) > Reach.Tolerance * first.PenaltyPrediction;
        return fails || first.StandardError <= LargestError * first.PenaltyPrediction;
    }

    /// <summary>An eta with its kappa.</summary>
    internal static string At(double eta, int width) => $"eta = {Figures.Eta(eta)} (eta x width {Figures.Eta(eta * width)})";

    private static string Equivalence(GapCurve curve, NetworkMeasurement measurement)
    {
        Reach reach = curve.PenaltyReach;
        if (reach.Eta == 0)
        {
            GapEstimate first = curve.Points[0];
            return Invariant($"the gap is eta P at no eta measured: at eta = {Figures.Eta(first.Eta)} it is ")
                + Invariant($"{first.Gap / first.PenaltyPrediction:0.00} eta P. {FirstOrderCause(curve, measurement)}");
        }

        string extent = $"the gap is eta P within 10 % up to {At(reach.Eta, measurement.Width)}";
        return reach.WholeGrid
            ? $"{extent}, where the measurement ends."
            : $"{extent}; beyond it {HigherOrderCause(curve, measurement)} breaks it.";
    }

    private static string FirstOrderCause(GapCurve curve, NetworkMeasurement measurement)
    {
        GapEstimate first = curve.Points[0];
        if (Math.Abs(first.Remainder) <= Math.Abs(first.PenaltyError) / 2)
        {
            return Invariant($"The term that breaks it is r T, which is of the same order as P and {100 * curve.Share:0} % of it: ")
                + "no eta is small enough.";
        }

        return HasKink(measurement)
            ? $"r T is no help; what breaks it are the kinks of {Kinks(measurement)}, at which there is no expansion: the noise bends "
                + "every unit whose input lies within it of 0, and among many examples there are some."
            : "What breaks it is of higher order in eta: try smaller ones.";
    }

    private static string HigherOrderCause(GapCurve curve, NetworkMeasurement measurement)
    {
        GapEstimate failing = curve.Points.First(point => !(Math.Abs(point.PenaltyError) <= Reach.Tolerance * point.PenaltyPrediction));
        if (Math.Abs(failing.Remainder) <= Math.Abs(failing.Eta * failing.ResidualLaplacian))
            return "r T";
        return HasKink(measurement)
            ? $"what is beyond the first order, the kinks of {Kinks(measurement)} included,"
            : "the second order in eta";
    }

    private static string Correction(GapCurve curve, NetworkMeasurement measurement)
    {
        if (curve.FullSlope is not { } slope)
            return string.Empty;
        string growth = Invariant($"eta^{slope.Value:0.00} (± {slope.StandardError:0.00})") + Comment(slope, measurement);
        if (curve.ResidualLaplacian == 0)
            return $" What eta P leaves of the gap grows like {growth}.";
        Reach reach = curve.FullReach;
        string extent = reach.Eta == 0 ? "at no eta measured" : $"up to {At(reach.Eta, measurement.Width)}";
        return $" With r T the prediction is within 10 % {extent}, and what it leaves grows like {growth}.";
    }

    private static string Comment(Slope slope, NetworkMeasurement measurement)
    {
        if (Math.Abs(slope.Value - 2) <= 0.1)
            return ", the second order that theory leaves";
        return HasKink(measurement) ? ", not eta^2: the kinks" : ", where theory has eta^2 for smaller etas";
    }

    private static string Examples(GapCurve curve) => curve.ResidualLaplacian == 0
        ? Invariant($" Of the variance between examples eta P explains {Percent(curve.PenaltyExplains)}.")
        : Invariant($" Of the variance between examples eta P explains {Percent(curve.PenaltyExplains)}, ")
            + $"with r T {Percent(curve.FullExplains)}.";

    private static string Percent(double part) => part < 0 ? "nothing" : Invariant($"{100 * part:0.0} %");

    private static string Warning(GapCurve curve) => Math.Abs(curve.ControlScore) <= LargestScore
        ? string.Empty
        : Invariant($" Beware: the draws' own first order is {curve.ControlScore:0.0} standard errors off P + r T; one of them is wrong.");

    private static bool HasKink(NetworkMeasurement measurement) => measurement.Shape.Activations.Any(IsKinked);

    private static string Kinks(NetworkMeasurement measurement) => string.Join(
        " and ", measurement.Shape.Activations.Where(IsKinked).Distinct().Select(activation => activation.ToString().ToLowerInvariant()));

    // Their first derivative jumps: the second one, on which T is built, has a point mass there.
    private static bool IsKinked(Activation activation) => activation is Activation.Relu or Activation.LeakyRelu;

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
