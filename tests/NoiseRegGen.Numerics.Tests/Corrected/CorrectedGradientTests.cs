using System;
using System.Collections.Generic;
using System.Linq;
using NoiseRegGen.Numerics.Tests.Networks;
using NoiseRegGen.Numerics.Tests.Passes;
using NoiseRegGen.Numerics.Tests.Reference;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Corrected;

/// <summary>The corrected penalty and its gradient where the Laplacian is exact: against the reference, finite differences and the noise itself.</summary>
public class CorrectedGradientTests
{
    // As in FiniteDifferenceTests, with the Laplacian's derivatives in it.
    private const double Step = 1e-3;
    private const double Tolerance = 1e-7;

    public static TheoryData<string> Small => new(TestNetworks.All.Where(network => network.Shape.ParameterCount <= 200).Select(network => network.Name));

    public static TheoryData<string> Doubles => new(TestNetworks.All.Where(network => network.IsDouble).Select(network => network.Name));

    public static TheoryData<string> Smooth =>
        ["Activated.TanhDouble", "Activated.SigmoidDouble", "Activated.SoftplusDouble", "Activated.SiluDouble", "Activated.GeluDouble", "Activated.SinDouble", "OracleNetworks.MixedDouble"];

    [Theory]
    [MemberData(nameof(Small))]
    public void Values_and_gradients_agree_with_the_reference(string name)
    {
        TestNetwork network = TestNetworks.Get(name);
        Assert.Equal(LaplacianMethod.Exact, network.LaplacianMethod);
        foreach (int batch in Batches(network))
        {
            var question = new Question(network, batch, 211);
            INetworkInstance instance = network.Create(question.Parameters);
            (double[] x, double[] target) = (question.X, question.Target);
            double eta = batch == 1 ? 1 : 0.05;
            (CorrectedLoss<double> loss, double[] gradient) = instance.CorrectedGradient(x, target, eta);
            string what = $"at eta {eta}";
            question.Agree(r => [r.CorrectedLoss(x, target, eta)[0]], [loss.Loss], $"loss {what}");
            question.Agree(r => [r.CorrectedLoss(x, target, eta)[1]], [loss.ShiftedLoss], $"shifted loss {what}");
            question.Agree(r => [r.CorrectedLoss(x, target, eta)[2]], [loss.Penalty], $"penalty {what}");
            question.Agree(r => [r.CorrectedLoss(x, target, eta)[3]], [loss.Total], $"total {what}");
            question.Agree(r => r.CorrectedGradient(x, target, eta), gradient, $"gradient {what}");

            // An exact network asks no probe.
            (CorrectedLoss<double> probed, double[] same) = instance.CorrectedGradient(x, target, eta, new RandomProbe { Seed = 9, Step = 9 });
            Assert.Equal(loss, probed);
            Close.Bitwise(gradient, same, "gradient with a probe");
        }
    }

    [Theory]
    [MemberData(nameof(Doubles))]
    public void The_gradient_is_that_of_the_value(string name)
    {
        TestNetwork network = TestNetworks.Get(name);
        int batch = network.LaneBlock + 3;
        double[] w = TestData.Parameters(network.Shape, 212), x = TestData.Inputs(network.Shape, w, batch, 213);
        double[] target = TestData.Normals(batch * network.Shape.OutputSize, 214);
        INetworkInstance instance = network.Create(w);
        double[] gradient = instance.CorrectedGradient(x, target, 0.1).Gradient;
        for (int i = 0; i < 3; i++)
        {
            double[] direction = TestData.Normals(w.Length, 215 + i);
            double length = Norms.Norm(direction);
            double difference = FiniteDifferences.Gradient(
                along =>
                {
                    instance.Parameters = w.Zip(direction, (value, d) => value + (along[0] * d / length)).ToArray();
                    return instance.CorrectedGradient(x, target, 0.1).Loss.Total;
                },
                [0],
                Step)[0];
            Close.Within(Tolerance * Norms.Norm(gradient), difference, gradient.Zip(direction, (g, d) => g * d / length).Sum(), name);
        }
    }

    [Theory]
    [MemberData(nameof(Small))]
    public void At_no_noise_it_is_the_loss(string name)
    {
        TestNetwork network = TestNetworks.Get(name);
        var question = new Question(network, 5, 221);
        (double[] x, double[] target) = (question.X, question.Target);
        (CorrectedLoss<double> loss, double[] gradient) = network.Create(question.Parameters).CorrectedGradient(x, target, 0);
        Assert.Equal(loss.Loss, loss.ShiftedLoss);
        Assert.Equal(loss.Loss, loss.Total);
        question.Agree(r => [r.Loss(x, target)], [loss.Loss], "loss");
        question.Agree(r => [r.Penalty(x)], [loss.Penalty], "penalty");
        question.Agree(r => r.Gradient(x, target), gradient, "gradient");
    }

    [Theory]
    [InlineData("Activated.ReluDouble")]
    [InlineData("Activated.LeakyReluSingle")]
    [InlineData("Shapes.DeepLinearDouble")]
    public void Without_curvature_it_is_the_gradient_penalty(string name)
    {
        TestNetwork network = TestNetworks.Get(name);
        var question = new Question(network, 9, 222);
        (double[] x, double[] target) = (question.X, question.Target);
        INetworkInstance instance = network.Create(question.Parameters);
        (CorrectedLoss<double> loss, double[] gradient) = instance.CorrectedGradient(x, target, 0.2);
        Assert.Equal(loss.Loss, loss.ShiftedLoss);
        question.Agree(r => [r.Loss(x, target) + (0.2 * r.Penalty(x))], [loss.Total], "total");
        question.Agree(r => r.Gradient(x, target).Zip(r.PenaltyGradient(x), (g, p) => g + (0.2 * p)).ToArray(), gradient, "gradient");
    }

    [Theory]
    [MemberData(nameof(Smooth))]
    public void Its_gradient_is_the_mean_noisy_gradient_to_first_order(string name)
    {
        // At any residual, where the penalty's own is not. The mean of antithetic pairs within 5 standard errors in the norm, and what is
        // left of order eta^2: a share of some 10 eta of the first order.
        const double Eta = 1e-4;
        const int Rows = 128, Calls = 60;
        TestNetwork network = TestNetworks.Get(name);
        double[] w = TestData.Parameters(network.Shape, 223), x = TestData.Normals(network.Shape.InputSize, 224);
        INetworkInstance instance = network.Create(w);
        double[] target = instance.Forward(x).Select((y, k) => y + 2 - k).ToArray();
        double[] rows = Repeat(x, Rows), targets = Repeat(target, Rows), plain = instance.Gradient(x, target).Gradient;
        double[] expected = Minus(instance.CorrectedGradient(x, target, Eta).Gradient, plain);
        Statistics[] components = w.Select(_ => new Statistics()).ToArray();
        for (int step = 0; step < Calls; step++)
        {
            double[] noisy = Minus(instance.NoisyGradient(rows, targets, new WeightNoise { Eta = Eta, Seed = 225, Step = step, Antithetic = true }).Gradient, plain);
            for (int i = 0; i < w.Length; i++)
                components[i].Add(noisy[i]);
        }

        double error = Norms.Norm(components.Select(component => component.StandardError).ToArray());
        double[] mean = components.Select(component => component.Mean).ToArray();
        Close.Within((2 * error) + (0.02 * Norms.Norm(expected)), expected, mean, $"{name}: mean correction");
        Assert.True(error < 0.1 * Norms.Norm(expected), "The standard error proves nothing.");

        // The penalty alone does not.
        double[] penalty = Minus(instance.PenalizedGradient(x, target, Eta).Gradient, plain);
        Assert.True(Norms.Distance(mean, penalty) > 5 * Norms.Distance(mean, expected), $"{name}: the penalty alone explains the noise.");
    }

    private static double[] Repeat(double[] row, int count) => Enumerable.Repeat(row, count).SelectMany(values => values).ToArray();

    private static double[] Minus(double[] left, double[] right) => left.Zip(right, (l, r) => l - r).ToArray();

    // The definition takes a Taylor polynomial per parameter and example: the batch of more than one panel is for a few networks.
    private static IEnumerable<int> Batches(TestNetwork network)
    {
        int block = network.LaneBlock;
        if (network.Name is "Activated.TanhDouble" or "Activated.SiluDouble" or "OneHidden.Gelu" or "OracleNetworks.VectorOutputDouble" or "Shapes.NarrowSingle")
            return [1, 2, block - 1, block, block + 1, (8 * block) + 5];
        return network.IsDouble ? [1, 3, block + 1] : [1, block + 1];
    }
}
