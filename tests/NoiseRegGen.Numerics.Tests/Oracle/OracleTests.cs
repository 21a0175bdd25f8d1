using System;
using System.Collections.Generic;
using System.Linq;
using NoiseRegGen.Numerics.Tests.Networks;
using NoiseRegGen.Numerics.Tests.Reference;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Oracle;

/// <summary>The generated networks against another system's automatic differentiation.</summary>
public class OracleTests
{
    // What the project promises for double precision, in the norm of each result; the rest of the suite is stricter.
    private const double DoubleTolerance = 1e-10;

    private static readonly Dictionary<string, (TestNetwork Single, TestNetwork Double)> Networks = new()
    {
        ["scalar-linear"] = Pair("ScalarLinear"),
        ["one-hidden-tanh"] = Pair("OneHiddenTanh"),
        ["leaky"] = Pair("Leaky"),
        ["squashed-output"] = Pair("SquashedOutput"),
        ["vector-output"] = Pair("VectorOutput"),
        ["relu"] = Pair("Relu"),
        ["two-hidden-tanh"] = Pair("TwoHiddenTanh"),
        ["mixed"] = Pair("Mixed"),
    };

    public static TheoryData<string> Cases => new(OracleCases.Names);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Double_precision_agrees_to_ten_digits(string name)
    {
        OracleCase oracle = OracleCases.Load(name);
        TestNetwork network = Networks[name].Double;
        Check(oracle, network, (expected, actual, _, what) => Close.Relatively(DoubleTolerance, expected, actual, what));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Single_precision_agrees_to_its_rounding(string name)
    {
        OracleCase oracle = OracleCases.Load(name);
        TestNetwork network = Networks[name].Single;
        Check(oracle, network, (expected, actual, quantity, what) => Close.Within(network.Bound(oracle.Parameters, expected, quantity), expected, actual, what));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_noisy_loss_agrees_with_an_independent_simulation(string name)
    {
        OracleCase oracle = OracleCases.Load(name);
        foreach (TestNetwork network in new[] { Networks[name].Single, Networks[name].Double })
        {
            foreach (NoiseSampling sampling in new[] { NoiseSampling.LocalReparameterization, NoiseSampling.PerExample })
                CheckNoisyLoss(oracle, network, sampling);
        }
    }

    private static void Check(OracleCase oracle, TestNetwork network, Action<double[], double[], Func<IReference, double[]>, string> agree)
    {
        const double Eta = 0.1;
        INetworkInstance instance = network.Create(oracle.Parameters);
        double[] x = oracle.X, target = oracle.Target, v = oracle.OutputGradient;

        (double loss, double[] gradient) = instance.Gradient(x, target);
        agree(oracle.Output, instance.Forward(x), r => r.Forward(x), "output");
        agree([oracle.Loss], [loss], r => [r.Loss(x, target)], "loss of the gradient");
        agree([oracle.Loss], [instance.Loss(x, target)], r => [r.Loss(x, target)], "loss");
        agree(oracle.Gradient, gradient, r => r.Gradient(x, target), "gradient");
        agree(oracle.Gradient, instance.ParameterGradient(x, v), r => r.ParameterGradient(x, v), "parameter gradient");
        agree(oracle.InputGradient, instance.InputGradient(x, v), r => r.InputGradient(x, v), "input gradient");
        agree(oracle.SquaredGradientNorms, instance.SquaredGradientNorms(x), r => r.SquaredGradientNorms(x), "squared gradient norms");
        agree(oracle.Laplacian, instance.Laplacians(x), r => r.Laplacians(x), "Laplacians");

        (PenalizedLoss<double> penalized, double[] total) = instance.PenalizedGradient(x, target, Eta);
        agree([oracle.Loss], [penalized.Loss], r => [r.Loss(x, target)], "penalised loss");
        agree([oracle.Penalty], [penalized.Penalty], r => [r.Penalty(x)], "penalty");
        agree([oracle.Loss + (Eta * oracle.Penalty)], [penalized.Total], r => [r.Loss(x, target) + (Eta * r.Penalty(x))], "total");
        agree(Combine(oracle.Gradient, oracle.PenaltyGradient), total, r => Combine(r.Gradient(x, target), r.PenaltyGradient(x)), "penalised gradient");

        // Targets equal to the outputs leave no loss, so that at eta = 1 the gradient is the penalty's own.
        double[] own = instance.Forward(x);
        agree(oracle.PenaltyGradient, instance.PenalizedGradient(x, own, 1).Gradient, r => Sum(r.PenaltyGradient(x), r.Gradient(x, own)), "penalty gradient");

        NoiseExpansion<double> expansion = instance.ExpandNoise(x, target);
        agree([oracle.Loss], [expansion.Loss], r => [r.Loss(x, target)], "expansion's loss");
        agree([oracle.Penalty], [expansion.Penalty], r => [r.Penalty(x)], "expansion's penalty");
        agree([oracle.ResidualLaplacian], [expansion.ResidualLaplacian], r => [r.ResidualLaplacian(x, target)], "residual Laplacian");

        static double[] Combine(double[] gradient, double[] penalty) => gradient.Zip(penalty, (g, p) => g + (Eta * p)).ToArray();
        static double[] Sum(double[] left, double[] right) => left.Zip(right, (l, r) => l + r).ToArray();
    }

    private static void CheckNoisyLoss(OracleCase oracle, TestNetwork network, NoiseSampling sampling)
    {
        const int Calls = 64, Repeats = 100;
        INetworkInstance instance = network.Create(oracle.Parameters);
        double[] x = Repeat(oracle.X, Repeats), target = Repeat(oracle.Target, Repeats);
        var losses = new Statistics();
        for (int step = 0; step < Calls; step++)
        {
            var noise = new WeightNoise { Eta = oracle.NoisyLoss.Eta, Seed = 20, Step = step, Sampling = sampling, Antithetic = true };
            losses.Add(instance.NoisyGradient(x, target, noise).Loss);
        }

        // Both sides are estimates; 4.5 standard errors of their difference are exceeded once in 150,000 comparisons.
        double bound = 4.5 * Math.Sqrt(Math.Pow(oracle.NoisyLoss.StandardError, 2) + Math.Pow(losses.StandardError, 2));
        Close.Within(bound, oracle.NoisyLoss.Mean, losses.Mean, $"{network}, {sampling}: noisy loss");
    }

    private static double[] Repeat(double[] rows, int times) => Enumerable.Repeat(rows, times).SelectMany(row => row).ToArray();

    private static (TestNetwork Single, TestNetwork Double) Pair(string name) =>
        (TestNetworks.Get($"{nameof(OracleNetworks)}.{name}Single"), TestNetworks.Get($"{nameof(OracleNetworks)}.{name}Double"));
}
