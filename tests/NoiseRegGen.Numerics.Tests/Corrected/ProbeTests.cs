using System;
using System.Linq;
using NoiseRegGen.Numerics.Tests.Networks;
using NoiseRegGen.Numerics.Tests.Noise;
using NoiseRegGen.Numerics.Tests.Passes;
using NoiseRegGen.Numerics.Tests.Reference;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Corrected;

/// <summary>
/// Networks whose Laplacians are estimated by random signs (theory 1.6): the very estimate of the signs drawn, its mean T, its variance, and the
/// bias it leaves in the corrected penalty.
/// </summary>
public class ProbeTests
{
    private const double StandardErrors = 5;
    private const int Samples = 20_000;
    private static readonly RandomProbe Probe = new() { Seed = 1UL << 40 | 7, Step = 8, FirstExample = 9 };

    public static TheoryData<string> Networks => ProbedNetworks.Names;

    public static TheoryData<string> Curved => new(ProbedNetworks.Names.Select(row => row.Data).Where(name => name != "Probed.ReluDouble"));

    [Theory]
    [MemberData(nameof(Networks))]
    public void Estimates_and_the_gradient_are_those_of_the_signs_drawn(string name)
    {
        TestNetwork network = ProbedNetworks.Get(name);
        Assert.Equal(name == "Probed.ReluDouble" ? LaplacianMethod.Exact : LaplacianMethod.Probe, network.LaplacianMethod);
        bool large = name is "Probed.TanhDouble" or "Probed.MixedDouble"; // The definition takes a dual number per parameter and example.
        foreach (int batch in new[] { 1, large ? (8 * network.LaneBlock) + 3 : network.LaneBlock + 1 })
        {
            var question = new Question(network, batch, 231);
            (double[] x, double[] target) = (question.X, question.Target);
            INetworkInstance instance = network.Create(question.Parameters);
            double[][] signs = DrawnSigns.Of(network.Shape, Probe, batch);
            question.Agree(r => r.ProbedLaplacians(x, signs), instance.Laplacians(x, Probe), "Laplacians");

            NoiseExpansion<double> expansion = instance.ExpandNoise(x, target, Probe);
            question.Agree(r => [r.Loss(x, target)], [expansion.Loss], "loss of the expansion");
            question.Agree(r => [r.Penalty(x)], [expansion.Penalty], "penalty of the expansion");
            question.Agree(
                r => [r.Forward(x).Zip(target, (y, t) => y - t).Zip(r.ProbedLaplacians(x, signs), (residual, t) => residual * t).Sum() / batch],
                [expansion.ResidualLaplacian],
                "residual Laplacian");

            const double Eta = 0.1;
            (CorrectedLoss<double> loss, double[] gradient) = instance.CorrectedGradient(x, target, Eta, Probe);
            question.Agree(r => [r.CorrectedLoss(x, target, Eta, signs)[1]], [loss.ShiftedLoss], "shifted loss");
            question.Agree(r => [r.CorrectedLoss(x, target, Eta, signs)[3]], [loss.Total], "total");
            question.Agree(r => r.CorrectedGradient(x, target, Eta, signs), gradient, "gradient");
        }
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Without_a_probe_it_is_seed_0_and_step_0(string name)
    {
        TestNetwork network = ProbedNetworks.Get(name);
        (double[] w, double[] x, double[] target) = Ask(network, 5);
        INetworkInstance instance = network.Create(w);
        var zero = new RandomProbe { Seed = 0, Step = 0 };
        Close.Bitwise(instance.Laplacians(x, zero), instance.Laplacians(x), "Laplacians");
        Assert.Equal(instance.ExpandNoise(x, target, zero), instance.ExpandNoise(x, target));
        Close.Bitwise(instance.CorrectedGradient(x, target, 0.1, zero).Gradient, instance.CorrectedGradient(x, target, 0.1).Gradient, "gradient");
        if (Variances(network.Shape, w, x[..network.Shape.InputSize]).Sum() == 0)
            return; // t_1^2 = s_1 whatever the signs.
        foreach (RandomProbe other in new[] { zero with { Seed = 1 }, zero with { Seed = 1UL << 32 }, zero with { Step = 1 }, zero with { FirstExample = 1 } })
            Assert.True(Norms.Distance(instance.Laplacians(x, zero), instance.Laplacians(x, other)) > 1e-3, $"{other} draws the same signs.");
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void A_row_has_the_same_estimate_in_any_batch(string name)
    {
        TestNetwork network = ProbedNetworks.Get(name);
        int rows = (9 * network.LaneBlock) + 5, inputs = network.Shape.InputSize, outputs = network.Shape.OutputSize;
        (double[] w, double[] x, _) = Ask(network, rows);
        INetworkInstance instance = network.Create(w);
        double[] all = instance.Laplacians(x, Probe);
        foreach ((int first, int count) in new[] { (0, 1), (1, network.LaneBlock), (network.LaneBlock + 1, rows - network.LaneBlock - 1) })
        {
            double[] own = instance.Laplacians(x[(first * inputs)..((first + count) * inputs)], Probe with { FirstExample = Probe.FirstExample + first });
            Close.Bitwise(all[(first * outputs)..((first + count) * outputs)], own, $"rows from {first}");
        }
    }

    [Theory]
    [MemberData(nameof(Curved))]
    public void The_estimate_has_mean_T_and_the_variance_of_its_quadratic_form(string name)
    {
        // That_k = xi^T M_k xi: over signs, mean tr M and variance 2 (||M||_F^2 - sum_i M_ii^2).
        TestNetwork network = ProbedNetworks.Get(name);
        (double[] w, double[] x, _) = Ask(network, 1);
        double[] truth = new ReferenceNetwork<Exact>(network.Shape, w).Laplacians(x), variance = Variances(network.Shape, w, x);
        Statistics[] estimates = Sample(network, w, x);
        for (int k = 0; k < estimates.Length; k++)
        {
            // Single precision: rounding of the estimates, some 1e-6 of terms of order ten; a network of one layer has no variance but that.
            double rounding = network.IsDouble ? 1e-12 : 1e-5;
            Close.Within((StandardErrors * estimates[k].StandardError) + rounding, truth[k], estimates[k].Mean, $"mean {k}");
            Close.Within((StandardErrors * estimates[k].VarianceStandardError) + rounding, variance[k], estimates[k].Variance, $"variance {k}");
            Assert.True(estimates[k].VarianceStandardError <= (0.05 * variance[k]) + rounding, "The standard error proves nothing.");
        }
    }

    [Theory]
    [MemberData(nameof(Curved))]
    public void The_corrected_penalty_is_greater_on_average_by_the_stated_bias(string name)
    {
        // mean of sum_k (yhat_k + (eta/2) That_k - y_k)^2 is greater than with T by (eta^2/4) sum_k Var That_k; eta is large, to see it.
        const double Eta = 2;
        const int Rows = 4000;
        TestNetwork network = ProbedNetworks.Get(name);
        (double[] w, double[] x, double[] target) = Ask(network, 1);
        double exact = new ReferenceNetwork<Exact>(network.Shape, w).CorrectedLoss(x, target, Eta)[1], bias = Eta * Eta / 4 * Variances(network.Shape, w, x).Sum();
        INetworkInstance instance = network.Create(w);
        double[] rows = Repeat(x, Rows), targets = Repeat(target, Rows);
        double mean = instance.CorrectedGradient(rows, targets, Eta, Probe).Loss.ShiftedLoss;

        // The spread of the rows, from their estimates.
        double[] y = instance.Forward(x);
        var spread = new Statistics();
        foreach (double[] estimate in instance.Laplacians(rows, Probe).Chunk(y.Length))
            spread.Add(estimate.Select((t, k) => Math.Pow(y[k] + (Eta / 2 * t) - target[k], 2)).Sum());
        double rounding = (network.IsDouble ? 1e-12 : 1e-5) * (1 + exact);
        Close.Within((StandardErrors * spread.StandardError) + rounding, exact + bias, mean, "mean shifted loss");
    }

    [Theory]
    [InlineData("Probed.TanhDouble")]
    [InlineData("Probed.SiluDouble")]
    public void The_mean_gradient_is_that_of_the_exact_penalty_but_for_the_bias(string name)
    {
        // At a small eta, where the gradient's bias, of order eta^2, is small against the Laplacian's share, of order eta.
        const double Eta = 0.01;
        TestNetwork network = ProbedNetworks.Get(name);
        (double[] w, double[] x, double[] target) = Ask(network, 1);
        double[] exact = new ReferenceNetwork<Exact>(network.Shape, w).CorrectedGradient(x, target, Eta);
        INetworkInstance instance = network.Create(w);
        Statistics[] components = w.Select(_ => new Statistics()).ToArray();
        for (int step = 0; step < 4000; step++)
        {
            double[] gradient = instance.CorrectedGradient(x, target, Eta, new RandomProbe { Seed = 233, Step = step }).Gradient;
            for (int i = 0; i < w.Length; i++)
                components[i].Add(gradient[i]);
        }

        // The bias is the gradient of (eta^2/4) sum Var That, by finite differences.
        double[] bias = FiniteDifferences.Gradient(at => Eta * Eta / 4 * Variances(network.Shape, at, x).Sum(), w, 1e-3);
        for (int i = 0; i < w.Length; i++)
            Close.Within((StandardErrors * components[i].StandardError) + 1e-9, exact[i] + bias[i], components[i].Mean, $"component {i}");
    }

    private static Statistics[] Sample(TestNetwork network, double[] w, double[] x)
    {
        double[] estimates = network.Create(w).Laplacians(Repeat(x, Samples), new RandomProbe { Seed = 232, Step = 0 });
        Statistics[] outputs = Enumerable.Range(0, network.Shape.OutputSize).Select(_ => new Statistics()).ToArray();
        for (int i = 0; i < estimates.Length; i++)
            outputs[i % outputs.Length].Add(estimates[i]);
        return outputs;
    }

    // M_k(u, v) by polarisation: the form at e_u, and at e_u + e_v.
    private static double[] Variances(NetworkShape shape, double[] w, double[] x)
    {
        var reference = new ReferenceNetwork<Exact>(shape, w);
        int units = shape.UnitCount;
        double[] Form(int u, int v)
        {
            var xi = new double[units];
            xi[u] = xi[v] = 1;
            return reference.ProbedLaplacians(x, [xi]);
        }

        double[][] diagonal = Enumerable.Range(0, units).Select(u => Form(u, u)).ToArray();
        var variances = new double[shape.OutputSize];
        for (int u = 0; u < units; u++)
        {
            for (int v = 0; v < u; v++)
            {
                double[] sum = Form(u, v);
                for (int k = 0; k < variances.Length; k++)
                    variances[k] += 4 * Math.Pow((sum[k] - diagonal[u][k] - diagonal[v][k]) / 2, 2);
            }
        }

        return variances;
    }

    private static (double[] W, double[] X, double[] Target) Ask(TestNetwork network, int batch)
    {
        double[] w = TestData.Parameters(network.Shape, 234);
        return (w, TestData.Inputs(network.Shape, w, batch, 235), TestData.Normals(batch * network.Shape.OutputSize, 236));
    }

    private static double[] Repeat(double[] row, int count) => Enumerable.Repeat(row, count).SelectMany(values => values).ToArray();
}
