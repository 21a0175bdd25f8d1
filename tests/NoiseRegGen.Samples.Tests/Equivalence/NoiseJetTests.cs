using System;
using System.Linq;
using CompareRegularizers.Data;
using CompareRegularizers.Equivalence;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Equivalence;

public class NoiseJetTests
{
    [Fact]
    public void The_jet_is_the_derivative_of_the_librarys_own_noisy_outputs()
    {
        AssertDerivatives<FirstMixed>();
        AssertDerivatives<SecondMixed>();
        AssertDerivatives<ThirdMixed>();
    }

    [Fact]
    public void The_means_of_the_jet_are_P_and_T()
    {
        AssertMeans<FirstMixed>();
        AssertMeans<SecondMixed>();
        AssertMeans<ThirdMixed>();
    }

    // Differences of the noisy outputs by sqrt(eta), with both signs of the same normals: wrong by O(eta) times a fourth derivative.
    private static void AssertDerivatives<TNet>()
        where TNet : class, IMlp<TNet, double>
    {
        (TNet network, Part part) = Create<TNet>();
        MlpWorkspace<double> workspace = TNet.CreateWorkspace();
        int values = part.Targets.Length;
        double[] plain = new double[values], one = new double[values], mean = new double[values];
        double[] first = new double[values], second = new double[values];
        NoiseJet.At(network, part.Inputs).Propagate(seed: 21, step: 4, first, second);
        // Small enough that no unit of these examples crosses a kink, which the sum over layers of the errors below would show.
        const double eta = 1e-10;
        network.Forward(part.Inputs, plain, workspace);
        network.NoisyForward(part.Inputs, one, new WeightNoise { Eta = eta, Seed = 21, Step = 4 }, workspace);
        network.NoisyForward(part.Inputs, mean, new WeightNoise { Eta = eta, Seed = 21, Step = 4, Antithetic = true }, workspace);
        for (int i = 0; i < values; i++)
        {
            // Truncation eta x a third derivative of at most 1e3 or so; rounding 1e-15 / 1e-5 and 1e-15 / 1e-10.
            Assert.Equal((one[i] - mean[i]) / Math.Sqrt(eta), first[i], 1e-6);
            Assert.Equal(2 * (mean[i] - plain[i]) / eta, second[i], 1e-4);
        }
    }

    private static void AssertMeans<TNet>()
        where TNet : class, IMlp<TNet, double>
    {
        const int draws = 4000;
        (TNet network, Part part) = Create<TNet>();
        MlpWorkspace<double> workspace = TNet.CreateWorkspace();
        int values = part.Targets.Length, outputs = values / Samples.Count;
        double[] first = new double[values], second = new double[values], norms = new double[Samples.Count], laplacians = new double[values];
        network.SquaredGradientNorms(part.Inputs, norms, workspace);
        network.Laplacians(part.Inputs, laplacians, workspace);
        Assert.Equal(LaplacianMethod.Exact, TNet.LaplacianMethod);
        NoiseJet jet = NoiseJet.At(network, part.Inputs);
        double[] penalty = new double[draws], laplacian = new double[draws];
        for (int draw = 0; draw < draws; draw++)
        {
            jet.Propagate(seed: 2, draw, first, second);
            penalty[draw] = first.Sum(value => value * value) / Samples.Count;
            laplacian[draw] = second.Where((_, i) => i % outputs == 0).Average();
        }

        AssertMean(norms.Average(), penalty);
        AssertMean(laplacians.Where((_, i) => i % outputs == 0).Average(), laplacian);
    }

    // Five standard errors of six comparisons.
    private static void AssertMean(double expected, double[] values)
    {
        double mean = values.Average(), variance = values.Average(value => Math.Pow(value - mean, 2));
        Assert.Equal(expected, mean, 5 * Math.Sqrt(variance / values.Length));
    }

    private static (TNet Network, Part Part) Create<TNet>()
        where TNet : class, IMlp<TNet, double>
    {
        int count = Enumerable.Range(1, TNet.LayerSizes.Length - 1).Sum(l => TNet.LayerSizes[l] * (TNet.LayerSizes[l - 1] + 1));
        return (TNet.Create(Samples.Parameters(count)), Samples.Data(TNet.LayerSizes[0], TNet.LayerSizes[^1]));
    }
}
