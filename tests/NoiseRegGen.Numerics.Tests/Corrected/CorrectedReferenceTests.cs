using System;
using System.Linq;
using NoiseRegGen.Numerics.Tests.Reference;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Corrected;

/// <summary>The truth of the corrected penalty is tested: its gradients by finite differences, its estimates by enumerating all signs.</summary>
public class CorrectedReferenceTests
{
    // As in ReferenceTests, with second derivatives in the function: some hundred times the fifth derivatives.
    private const double Step = 2e-3;
    private const double Tolerance = 1e-7;

    public static TheoryData<Activation> Activations => new(Enum.GetValues<Activation>());

    [Theory]
    [MemberData(nameof(Activations))]
    public void Gradients_are_those_of_their_values(Activation activation)
    {
        var shape = new NetworkShape([3, 4, 3, 2], [activation, activation, activation]);
        double[] w = TestData.Parameters(shape, 1), x = TestData.Inputs(shape, w, 2, 2), target = TestData.Normals(4, 3);
        double[][] signs = Signs(shape.UnitCount, 2), seeds = Signs(2, 2);
        var reference = new ReferenceNetwork<Exact>(shape, w);
        Check(r => r.CorrectedLoss(x, target, 0.3)[3], reference.CorrectedGradient(x, target, 0.3), "exact");
        Check(r => r.CorrectedLoss(x, target, 0.3, signs)[3], reference.CorrectedGradient(x, target, 0.3, signs), "probed");
        Check(r => r.ProjectedPenalty(x, seeds)[0], reference.ProjectedPenaltyGradient(x, seeds), "projected");

        void Check(Func<IReference, double> value, double[] gradient, string what) =>
            Close.Relatively(Tolerance, FiniteDifferences.Gradient(at => value(new ReferenceNetwork<Exact>(shape, at)), w, Step), gradient, what);
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void The_estimate_has_the_mean_T_over_all_signs_and_the_formula_of_the_theory(Activation activation)
    {
        var shape = new NetworkShape([2, 3, 3, 2], [activation, activation, activation]);
        double[] w = TestData.Parameters(shape, 4), x = TestData.Inputs(shape, w, 1, 5);
        var reference = new ReferenceNetwork<Exact>(shape, w);
        double[] mean = new double[2];
        for (int bits = 0; bits < 1 << shape.UnitCount; bits++)
        {
            double[] signs = Enumerable.Range(0, shape.UnitCount).Select(unit => (bits >> unit & 1) == 0 ? 1.0 : -1).ToArray();
            double[] estimate = reference.ProbedLaplacians(x, [signs]);
            Close.Within(1e-12, ByTheory(shape, w, x, signs), estimate, "the sum over layers of a . (p' t^2)");
            for (int k = 0; k < 2; k++)
                mean[k] += estimate[k] / (1 << shape.UnitCount);
        }

        // Some thousand roundings of terms of order ten.
        Close.Within(1e-11, reference.Laplacians(x), mean, "mean over all signs");
        Close.Within(1e-11, reference.LaplaciansByParameter(x), mean, "mean over all signs");
    }

    // t_1 = sqrt(s_1) xi_1, t_l = sqrt(s_l) xi_l + W_l (p_{l-1} o t_{l-1}); That_k = sum_l a_l . (p'_l o t_l^2) with a_l = d yhat_k / d h_l.
    private static double[] ByTheory(NetworkShape shape, double[] w, double[] x, double[] signs)
    {
        (Exact[][] z, Exact[][] h) = Definitions.Forward(shape, Definitions.Constants<Exact>(w), Definitions.Constants<Exact>(x));
        var estimate = new double[shape.OutputSize];
        double[] sloped = [];
        int unit = 0;
        for (int l = 1; l <= shape.LayerCount; l++)
        {
            Activation activation = shape.Activations[l - 1];
            int inputs = shape.Sizes[l - 1], start = shape.WeightOffset(l);
            double root = Math.Sqrt(Definitions.SquaredNorm(h[l - 1]).Value);
            double[] t = Enumerable.Range(0, shape.Sizes[l]).Select(i => (root * signs[unit + i])
                + sloped.Select((value, j) => w[start + (i * inputs) + j] * value).Sum()).ToArray();
            unit += t.Length;
            for (int i = 0; i < t.Length; i++)
            {
                double[] answers = OutputsByActivation(shape, w, h, l, i);
                for (int k = 0; k < estimate.Length; k++)
                    estimate[k] += answers[k] * ActivationFunction.Derivative(activation, 2, z[l][i].Value) * t[i] * t[i];
            }

            sloped = t.Select((value, i) => ActivationFunction.Derivative(activation, 1, z[l][i].Value) * value).ToArray();
        }

        return estimate;
    }

    // d yhat / d h_{l,i} by the chain rule, forward.
    private static double[] OutputsByActivation(NetworkShape shape, double[] w, Exact[][] h, int l, int i)
    {
        Dual<Exact>[] moving = h[l].Select((value, j) => new Dual<Exact>(value, new(j == i ? 1 : 0))).ToArray();
        Dual<Exact>[] weights = w.Select(value => new Dual<Exact>(new(value), new(0))).ToArray();
        return Definitions.ForwardAbove(shape, l, weights, moving).Select(y => y.Tangent.Value).ToArray();
    }

    private static double[][] Signs(int count, int rows) =>
        Enumerable.Range(0, rows).Select(row => TestData.Normals(count, 10 + row).Select(value => value < 0 ? -1.0 : 1).ToArray()).ToArray();
}
