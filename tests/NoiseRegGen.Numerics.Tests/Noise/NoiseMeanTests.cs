using System;
using System.Linq;
using NoiseRegGen.Numerics.Tests.ClosedForms;
using NoiseRegGen.Numerics.Tests.Networks;
using NoiseRegGen.Numerics.Tests.Reference;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Noise;

/// <summary>Means over many draws, against closed forms to all orders in eta and against the expansion to first order.</summary>
public class NoiseMeanTests
{
    // A normal deviate beyond 5 has probability 6e-7, and some thousand are looked at; the seeds are fixed.
    private const double StandardErrors = 5;

    public static TheoryData<Activation, NoiseSampling> OneHiddenLayer
    {
        get
        {
            var data = new TheoryData<Activation, NoiseSampling>();
            foreach (Activation activation in Enum.GetValues<Activation>())
            {
                foreach (NoiseSampling sampling in Samplings.OfTheDefinition)
                    data.Add(activation, sampling);
            }

            return data;
        }
    }

    public static TheoryData<string> Smooth =>
    [
        "Activated.TanhDouble", "Activated.SigmoidDouble", "Activated.SoftplusDouble", "Activated.SiluDouble", "Activated.GeluDouble",
        "Activated.SinDouble", "OracleNetworks.MixedDouble", "OracleNetworks.TwoHiddenTanhDouble", "Shapes.EightLayersDouble", "Activated.SiluSingle",
    ];

    [Theory]
    [MemberData(nameof(OneHiddenLayer))]
    public void Output_moments_and_mean_gradient_of_one_hidden_layer_are_the_closed_forms(Activation activation, NoiseSampling sampling)
    {
        // Strong noise and small weights: a ReLU unit that is shut but for one draw in a thousand has no normal mean.
        const double Eta = 0.2, Target = 0.4, FiniteDifference = 1e-8;
        TestNetwork network = TestNetworks.Get($"{nameof(OneHidden)}.{activation}");
        double[] w = TestData.Parameters(network.Shape, 71).Select(value => value / 2).ToArray(), x = [0.7, -1.1];
        OutputMoments moments = ClosedForms.OneHiddenLayer.Moments(network.Shape, w, x, Eta);
        double[] gradient = FiniteDifferences.Gradient(
            at => ClosedForms.OneHiddenLayer.Moments(network.Shape, at, x, Eta).SquaredError(Target), w, 1e-3);

        INetworkInstance instance = network.Create(w);
        var output = new Statistics();
        var loss = new Statistics();
        Statistics[] components = w.Select(_ => new Statistics()).ToArray();
        for (int step = 0; step < 4000; step++)
        {
            var noise = new WeightNoise { Eta = Eta, Seed = 72, Step = step, Sampling = sampling };
            (double sampleLoss, double[] sample) = instance.NoisyGradient(x, [Target], noise);
            output.Add(instance.NoisyForward(x, noise)[0]);
            loss.Add(sampleLoss);
            for (int i = 0; i < sample.Length; i++)
                components[i].Add(sample[i]);
        }

        Close.Within(StandardErrors * output.StandardError, moments.Mean, output.Mean, "mean output");
        Close.Within(StandardErrors * output.VarianceStandardError, moments.Variance, output.Variance, "variance of the output");
        Close.Within(StandardErrors * loss.StandardError, moments.SquaredError(Target), loss.Mean, "mean loss");
        for (int i = 0; i < components.Length; i++)
            Close.Within((StandardErrors * components[i].StandardError) + FiniteDifference, gradient[i], components[i].Mean, $"mean gradient {i}");
    }

    [Theory]
    [MemberData(nameof(Smooth))]
    public void The_mean_loss_is_the_expansion_to_first_order(string name)
    {
        // Antithetic pairs leave a spread of the order of eta, as large as what is measured; the second order that the expansion
        // lacks is some kappa = eta n_max <= 1.6e-3 of the first (theory 1.7) times the number of layers.
        const double Eta = 1e-4, SecondOrder = 0.01;
        const int Rows = 128, Calls = 150;
        TestNetwork network = TestNetworks.Get(name);
        double[] w = TestData.Parameters(network.Shape, 73), x = TestData.Normals(network.Shape.InputSize, 74), target = TestData.Normals(network.Shape.OutputSize, 75);
        var truth = new ReferenceNetwork<Exact>(network.Shape, w);
        double penalty = truth.Penalty(x), residual = truth.ResidualLaplacian(x, target);
        INetworkInstance instance = network.Create(w);
        double[] rows = Enumerable.Repeat(x, Rows).SelectMany(row => row).ToArray(), targets = Enumerable.Repeat(target, Rows).SelectMany(row => row).ToArray();
        double noiseless = instance.Loss(rows, targets);
        foreach (NoiseSampling sampling in new[] { NoiseSampling.LocalReparameterization, NoiseSampling.PerExample })
        {
            var gap = new Statistics();
            for (int step = 0; step < Calls; step++)
            {
                var noise = new WeightNoise { Eta = Eta, Seed = 76, Step = step, Sampling = sampling, Antithetic = true };
                gap.Add((instance.NoisyGradient(rows, targets, noise).Loss - noiseless) / Eta);
            }

            // In float the noiseless and the noisy loss are rounded alike, but not the same: 1e-7 of the loss, divided by eta.
            double rounding = network.IsDouble ? 0 : 1e-7 * noiseless / Eta;
            double bound = (StandardErrors * gap.StandardError) + (SecondOrder * (penalty + Math.Abs(residual))) + rounding;
            Close.Within(bound, penalty + residual, gap.Mean, $"{sampling}: gap / eta");
        }
    }
}
