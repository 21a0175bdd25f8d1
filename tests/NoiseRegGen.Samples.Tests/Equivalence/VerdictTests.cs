using System;
using CompareRegularizers.Equivalence;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Equivalence;

/// <summary>The words for situations whose truth is known because they are made up.</summary>
public class VerdictTests
{
    [Fact]
    public void Where_noise_is_the_penalty_it_says_so_and_up_to_where()
    {
        // 100 eta^2 against 10 eta: 10 % at eta = 0.01.
        string text = Of(Both(0, 100), penaltyCosine: 0.97, correctedCosine: 1);
        Assert.StartsWith("4-32-1 tanh on data. In short: the equivalence holds here, in value up to eta = 1e-2 and in gradient.", text, StringComparison.Ordinal);
        Says(text, "up to eta = 1e-2 (eta x width 3.2e-1); beyond it the second order in eta breaks it.");
    }

    [Fact]
    public void Where_only_the_value_agrees_it_says_that_the_gradient_does_not()
    {
        string text = Of(Both(0.1, 100), penaltyCosine: 0.3, correctedCosine: 0.99);
        Says(
            text,
            "In short: the equivalence holds here for the value of the mean loss, but not for its gradient, which is what trains; with r T it "
            + "holds in both, in value up to eta = 1e-2.");
        Says(text, "0.90 to that of P at step 0, 0.30 at the least (step 20) and 0.96 at step 100; ");
        Says(text, "to that of the corrected penalty it is never less than 0.990.");
        Says(text, "In the directions that keep the fitted values the last one is 1.00: the rest moves the fit");
    }

    [Fact]
    public void Where_r_T_breaks_it_that_is_named_and_no_eta_is_small_enough()
    {
        GapCurve[] curves = [MadeUp.Curve(NetworkState.Initial, -4, 100), MadeUp.Curve(NetworkState.Trained, 0.01, 100)];
        string text = Of(curves, penaltyCosine: 0.3, correctedCosine: 0.99);
        Says(text, "In short: the equivalence fails at initialisation, in value and in gradient; with r T it holds in both");
        Says(text, "at eta = 1e-5 it is 0.60 eta P. The term that breaks it is r T, which is of the same order as P and -40 % of it: no eta");
        Says(text, "what it leaves grows like eta^2.00 (± 0.01), the second order that theory leaves.");
    }

    [Fact]
    public void Where_kinks_break_it_they_are_named()
    {
        GapCurve[] curves = [MadeUp.Curve(NetworkState.Initial, 0, -2, power: 1), MadeUp.Curve(NetworkState.Trained, 0, -20, power: 1.5)];
        string text = Of(curves, penaltyCosine: 0.3, correctedCosine: 0.3, Activation.Relu);
        Says(text, "In short: the equivalence fails at initialisation, in value and in gradient; r T does not mend it.");
        Says(text, "r T is no help; what breaks it are the kinks of relu");
        Says(text, "grows like eta^1.50 (± 0.01), not eta^2: the kinks.");
        Assert.DoesNotContain("With r T", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gap_that_is_not_resolved_is_not_judged()
    {
        GapCurve[] curves = [MadeUp.Curve(NetworkState.Initial, -0.1, 1, standardError: 3), MadeUp.Curve(NetworkState.Trained, -0.1, 1, standardError: 3)];
        string text = Of(curves, penaltyCosine: double.NaN, correctedCosine: double.NaN);
        Says(text, "In short: nothing can be said; more --pairs would help.");
        Says(text, "the gap is not resolved");
    }

    [Fact]
    public void A_failure_that_is_larger_than_its_error_is_judged_all_the_same()
    {
        // Off by 40 % of eta P with a standard error of 2 %.
        GapCurve[] curves = [MadeUp.Curve(NetworkState.Initial, -4, 1, standardError: 0.2), MadeUp.Curve(NetworkState.Trained, -4, 1, standardError: 0.2)];
        Says(Of(curves, 0.3, 0.99), "The term that breaks it is r T");
    }

    [Fact]
    public void Draws_that_contradict_P_and_T_are_a_warning()
    {
        GapCurve[] curves = [MadeUp.Curve(NetworkState.Initial, 0, 1, score: -7), MadeUp.Curve(NetworkState.Trained, 0, 1)];
        Says(Of(curves, 0.99, 0.99), "Beware: the draws' own first order is -7.0 standard errors off P + r T");
    }

    [Fact]
    public void The_examples_are_judged_beside_their_mean()
    {
        // Measured 10.0, 10.1 and 13.9, in thousandths, where eta P is 8, 12, 10 and eta (P + r T) 10, 10, 14: the sums of squares
        // are 22.82 and 0.02 against 9.8867 about the mean.
        GapCurve curve = MadeUp.Curve(NetworkState.Initial, 0.1, 1);
        Assert.Equal(1 - (22.82 / 9.886666666667), curve.PenaltyExplains, 1e-9);
        Assert.Equal(1 - (0.02 / 9.886666666667), curve.FullExplains, 1e-9);
        Says(Of([curve], 0.9, 0.9), "Of the variance between examples eta P explains nothing, with r T 99.8 %.");
    }

    [Fact]
    public void Several_networks_get_a_paragraph_each_and_one_on_the_width_rule()
    {
        // The remainder 100 eta^2 reaches 10 % at eta = 0.01: eta x width is 0.08 and 0.32.
        NetworkMeasurement narrow = MadeUp.Network(Both(0, 100), 0.97, 1, width: 8), wide = MadeUp.Network(Both(0, 100), 0.97, 1);
        string[] paragraphs = Verdict.Of([narrow, wide], "data").Split("\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, paragraphs.Length);
        Says(paragraphs[2], "8e-2 at initialisation, 8e-2 after training (4-8-1 tanh); 3.2e-1 at initialisation");
        Says(paragraphs[2], "eta x width <= 0.1 is not enough for 4-8-1 tanh at initialisation, 4-8-1 tanh after training.");
    }

    private static void Says(string text, string part) => Assert.Contains(part, text, StringComparison.Ordinal);

    private static GapCurve[] Both(double residualLaplacian, double coefficient) =>
        [MadeUp.Curve(NetworkState.Initial, residualLaplacian, coefficient), MadeUp.Curve(NetworkState.Trained, residualLaplacian, coefficient)];

    private static string Of(GapCurve[] curves, double penaltyCosine, double correctedCosine, Activation activation = Activation.Tanh) =>
        Verdict.Of([MadeUp.Network(curves, penaltyCosine, correctedCosine, activation)], "data");
}
